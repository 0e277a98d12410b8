"""What the clock does by itself: offers lapse, reminders go out, calendars are read."""

from procrastinate.contrib.django import app

from events.coaching.booking import retention
from events.coaching.booking import verbs as booking
from events.coaching.diary import busy
from events.coaching.models import Booking, Coach, Slot
from events.coaching.record import follow_up
from portal.database import clock


@app.periodic(cron="*/10 * * * *")
@app.task(name="coaching.lapse", queueing_lock="coaching_lapse")
def lapse_overdue(timestamp: int) -> None:
    """Correctness needs none of this: every verb looks at the clock first."""
    overdue = Booking.objects.overdue(clock.now()).order_by().values("slot")
    for slot in Slot.objects.filter(pk__in=overdue).order_by("pk"):
        booking.lapse(slot)


@app.periodic(cron="25 * * * *")
@app.task(name="coaching.write", queueing_lock="coaching_write")
def write_letters(timestamp: int) -> None:
    """Reminders, and the question after 90 days."""
    follow_up.remind()
    follow_up.ask()


@app.periodic(cron="50 3 * * *")
@app.task(name="coaching.forget_clients", queueing_lock="coaching_forget_clients")
def forget_clients(timestamp: int) -> None:
    """Names and notes that were kept long enough."""
    retention.forget_past(clock.now())


@app.periodic(cron="5 * * * *")
@app.task(name="coaching.read_calendars", queueing_lock="coaching_read_calendars")
def read_calendars(timestamp: int) -> None:
    for pk in Coach.objects.exclude(calendar_address="").order_by("pk").values_list("pk", flat=True):
        read_calendar.defer(coach=pk)


# Letters go first: a person waits for them.
@app.task(name="coaching.read_calendar", priority=-10)
def read_calendar(coach: int) -> None:
    found = Coach.objects.exclude(calendar_address="").filter(pk=coach).first()
    if found:
        busy.read(found)
