"""What the clock does by itself. Correctness needs none of it: every verb lapses what is overdue before it looks."""

from procrastinate.contrib.django import app

from events.calendar import entries
from events.letters import reminders
from events.models import Event, Registration
from events.registration import retention
from events.registration import verbs as registration
from events.staff.circulars import verbs as circulars
from portal.database import clock


@app.periodic(cron="*/10 * * * *")
@app.task(name="events.lapse_unpaid", queueing_lock="lapse_unpaid")
def lapse_unpaid(timestamp: int) -> None:
    """Free the seats that were not paid or accepted in time, so that whoever waits gets them soon."""
    now = clock.now()
    overdue = Registration.objects.overdue(now).order_by().values("event")
    for event in Event.objects.filter(pk__in=overdue).order_by("pk"):
        registration.lapse(event, now=now)
    retention.close_accounts(now)


@app.periodic(cron="20 3 * * *")
@app.task(name="events.render_entries", queueing_lock="render_entries")
def render_entries(timestamp: int) -> None:
    """What no signal tells of: another address of the portal, another spelling in a new version."""
    entries.render(Event.objects.public().upcoming().values_list("pk", flat=True))


@app.periodic(cron="*/15 * * * *")
@app.task(name="events.write_letters", queueing_lock="write_letters")
def write_letters(timestamp: int) -> None:
    """Reminders before, regrets at the beginning, thanks after."""
    now = clock.now()
    reminders.remind(now)
    reminders.regret(now)
    reminders.thank(now)


@app.periodic(cron="20 3 * * *")
@app.task(name="events.forget_answers", queueing_lock="forget_answers")
def forget_answers(timestamp: int) -> None:
    """Answers whose time is over."""
    retention.forget_answers(clock.now())


@app.periodic(cron="40 3 * * *")
@app.task(name="events.forget_guests", queueing_lock="forget_guests")
def forget_guests(timestamp: int) -> None:
    """Names that were kept long enough."""
    retention.forget_past(clock.now())


@app.periodic(cron="50 3 * * *")
@app.task(name="events.sweep_circulars", queueing_lock="sweep_circulars")
def sweep_circulars(timestamp: int) -> None:
    """Drafts of letters that nobody sent, and files of letters that have arrived."""
    circulars.sweep(clock.now())
