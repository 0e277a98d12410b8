"""What the clock does by itself."""

from django.core.management import call_command
from procrastinate.contrib.django import app


@app.periodic(cron="*/5 * * * *")
@app.task(name="home.publish_scheduled", queueing_lock="publish_scheduled")
def publish_scheduled(timestamp: int) -> None:
    """Pages that editors have given a day to appear or to go."""
    call_command("publish_scheduled", verbosity=0)
