"""When a coach is busy elsewhere: read from the coach's own iCalendar, kept as bare spans of time."""

from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app

from events.coaching.diary import fetching, foreign
from events.coaching.models import Booking, BusyTime, Coach
from events.coaching.refusals import AddressRefused, NotACalendar, NotHttps, PrivateAddress, TooBig, Unreachable

FAULTS = {one.code: one for one in (AddressRefused, NotHttps, PrivateAddress, Unreachable, TooBig, NotACalendar)}
READ = ["calendar_fault", "calendar_read_at", "calendar_unread"]


def explanation(code: str) -> str:
    """The sentence for a fault that was stored."""
    return str(FAULTS.get(code, AddressRefused).message)


@transaction.atomic
def remember(coach: Coach, *, address: str) -> Coach:
    """Keep the address, and have it read soon; an empty one forgets what was read. Raises AddressRefused."""
    address = address.strip()
    if address.startswith("webcal://"):
        address = "https://" + address.removeprefix("webcal://")
    if address:
        fetching.check(address)
    coach = Coach.objects.locked().get(pk=coach.pk)
    coach.calendar_address, coach.calendar_fault, coach.calendar_read_at, coach.calendar_unread = address, "", None, []
    coach.save(update_fields=["calendar_address", *READ])
    if address:
        # By its name: the task calls this module.
        app.configure_task("coaching.read_calendar", allow_unknown=False).defer(coach=coach.pk)
    else:
        coach.busy_times.all().delete()
    return coach


def read(coach: Coach, *, now=None, fetch=fetching.fetch) -> str:
    """Fetch and store; a fault is stored beside the coach and keeps what was read before. Gives the fault's code."""
    now = now or timezone.now()
    try:
        reading = foreign.read(fetch(coach.calendar_address), now=now, but=_own_uids(coach))
    except AddressRefused as refusal:
        reading, fault = None, refusal.code
    else:
        fault = ""
    _store(coach, reading, fault, now)
    return fault


@transaction.atomic
def _store(coach: Coach, reading: foreign.Reading | None, fault: str, now) -> None:
    coach = Coach.objects.locked().get(pk=coach.pk)
    if not coach.calendar_address:
        return
    coach.calendar_fault = fault
    if reading is not None:
        coach.calendar_read_at, coach.calendar_unread = now, reading.unread
        coach.busy_times.all().delete()
        BusyTime.objects.bulk_create(
            BusyTime(coach=coach, starts_at=start, ends_at=end) for start, end in reading.spans
        )
    coach.save(update_fields=READ)


def _own_uids(coach: Coach) -> set[str]:
    """Our own invitations come back in the coach's calendar; they make nobody busy twice."""
    return {str(uid) for uid in Booking.objects.filter(slot__coach=coach).values_list("uid", flat=True)}
