"""What the clock does by itself."""

from django.utils import timezone
from procrastinate.contrib.django import app

from portal.accounts import tallies
from portal.accounts.requests import verbs


@app.periodic(cron="23 * * * *")
@app.task(name="accounts.forget_tallies", queueing_lock="forget_tallies")
def forget_tallies(timestamp: int) -> None:
    """Who has tried what is forgotten with its hour."""
    tallies.forget_ended(timezone.now())


@app.periodic(cron="37 3 * * *")
@app.task(name="accounts.forget_requests", queueing_lock="forget_requests")
def forget_requests(timestamp: int) -> None:
    """What proved an answer goes when its years are over."""
    verbs.forget_old(timezone.now())
