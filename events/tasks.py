"""What the clock does by itself. Correctness needs none of it: every verb lapses what is overdue before it looks."""

from django.utils import timezone
from procrastinate.contrib.django import app

from events import registration
from events.models import Event, Registration


@app.periodic(cron="*/10 * * * *")
@app.task(name="events.lapse_unpaid", queueing_lock="lapse_unpaid")
def lapse_unpaid(timestamp: int) -> None:
    """Free the seats that were not paid or accepted in time, so that whoever waits gets them soon."""
    now = timezone.now()
    overdue = Registration.objects.overdue(now).order_by().values("event")
    for event in Event.objects.filter(pk__in=overdue).order_by("pk"):
        registration.lapse(event, now=now)
