"""What the worker does for the kept pages."""

from procrastinate.contrib.django import app

from portal.caching import stamps


@app.periodic(cron="*/10 * * * *")
@app.task(name="caching.sweep", queueing_lock="caching.sweep")
def sweep(timestamp: int) -> None:
    """Forget changes that no kept page is older than."""
    stamps.sweep()
