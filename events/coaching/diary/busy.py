"""When a coach is busy elsewhere: read from the coach's own iCalendar, kept as bare spans of time."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from django.db import transaction
from django.utils import timezone
from icalendar import Calendar
from procrastinate.contrib.django import app

from events.coaching.diary import fetching
from events.coaching.models import Booking, BusyTime, Coach
from events.coaching.refusals import AddressRefused, NotACalendar, NotHttps, PrivateAddress, TooBig, Unreachable

BERLIN = ZoneInfo("Europe/Berlin")
AHEAD = timedelta(days=400)
MOST = 3000
MOST_OF_A_RULE = 20_000
# Rules that repeat within a day would be a way to keep us counting.
CALM = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
RESTLESS = {"BYSECOND", "BYMINUTE", "BYHOUR", "BYSETPOS"}
FAULTS = {one.code: one for one in (AddressRefused, NotHttps, PrivateAddress, Unreachable, TooBig, NotACalendar)}

Span = tuple[datetime, datetime]


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
    coach.calendar_address, coach.calendar_fault, coach.calendar_read_at = address, "", None
    coach.save(update_fields=["calendar_address", "calendar_fault", "calendar_read_at"])
    if address:
        # By its name: the task calls this module.
        app.configure_task("coaching.read_calendar", allow_unknown=False).defer(coach=coach.pk)
    else:
        coach.busy_times.all().delete()
    return coach


def read(coach: Coach, *, now=None, fetch=fetching.fetch) -> str:
    """Fetch and store; a fault is stored beside the coach and keeps the spans read before. Gives the fault's code."""
    now = now or timezone.now()
    try:
        spans = spans_of(fetch(coach.calendar_address), now=now, but=_own_uids(coach))
    except AddressRefused as refusal:
        spans, fault = None, refusal.code
    else:
        fault = ""
    _store(coach, spans, fault, now)
    return fault


@transaction.atomic
def _store(coach: Coach, spans: list[Span] | None, fault: str, now) -> None:
    coach = Coach.objects.locked().get(pk=coach.pk)
    if not coach.calendar_address:
        return
    coach.calendar_fault = fault
    if spans is not None:
        coach.calendar_read_at = now
        coach.busy_times.all().delete()
        BusyTime.objects.bulk_create(BusyTime(coach=coach, starts_at=start, ends_at=end) for start, end in spans)
    coach.save(update_fields=["calendar_fault", "calendar_read_at"])


def _own_uids(coach: Coach) -> set[str]:
    """Our own invitations come back in the coach's calendar; they make nobody busy twice."""
    return {str(uid) for uid in Booking.objects.filter(slot__coach=coach).values_list("uid", flat=True)}


def spans_of(content: bytes, *, now: datetime, but: set[str] = frozenset()) -> list[Span]:
    """The busy spans from now on, merged where they touch. Raises NotACalendar."""
    try:
        entries = [one for one in Calendar.from_ical(content).walk("VEVENT") if str(one.get("uid", "")) not in but]
        spans = [span for entry in entries if _counts(entry) for span in _spans(entry, entries, now)]
    except Exception as error:  # noqa: BLE001 a foreign file may break the parser anywhere
        raise NotACalendar from error
    return _merged(spans)[:MOST]


def _counts(entry) -> bool:
    free = str(entry.get("transp", "")).upper() == "TRANSPARENT"
    return not free and str(entry.get("status", "")).upper() != "CANCELLED" and entry.get("dtstart") is not None


def _spans(entry, entries, now: datetime) -> Iterator[Span]:
    start = entry["dtstart"].dt
    length = _length(entry, start)
    if length <= timedelta(0):
        return
    zone = start.tzinfo if isinstance(start, datetime) and start.tzinfo else BERLIN
    first = start.replace(tzinfo=None) if isinstance(start, datetime) else datetime.combine(start, time())
    moved = _moved(entry, entries, zone)
    for wall in _walls(entry, first, zone, now, length):
        at = wall.replace(tzinfo=zone)
        end = (wall + length).replace(tzinfo=zone)
        if wall not in moved and end > now and at < now + AHEAD and at < end:
            yield at, end


def _length(entry, start) -> timedelta:
    if entry.get("dtend") is not None:
        end = entry["dtend"].dt
        if isinstance(end, datetime) and isinstance(start, datetime):
            return end.replace(tzinfo=None) - start.replace(tzinfo=None) if end.tzinfo == start.tzinfo else end - start
        return _day(end) - _day(start)
    if entry.get("duration") is not None:
        return entry["duration"].dt
    return timedelta(0) if isinstance(start, datetime) else timedelta(days=1)


def _day(value: date) -> datetime:
    return datetime(value.year, value.month, value.day)


def _walls(entry, first: datetime, zone, now: datetime, length: timedelta) -> Iterator[datetime]:
    """Every beginning as the wall clock of the entry shows it, within the window."""
    rule = entry.get("rrule")
    if not rule:
        yield first
        return
    rule = rule[0] if isinstance(rule, list) else rule
    if set(rule.get("FREQ", [])) - CALM or RESTLESS & set(rule):
        yield first
        return
    until = rule.pop("UNTIL", None)
    end = (now + AHEAD).astimezone(zone).replace(tzinfo=None)
    if until:
        end = min(end, _wall(until[0], zone))
    begin = now.astimezone(zone).replace(tzinfo=None) - length
    walls = islice(rrulestr(rule.to_ical().decode(), dtstart=first), MOST_OF_A_RULE)
    for wall in walls:
        if wall > end:
            return
        if wall >= begin:
            yield wall


def _wall(value, zone) -> datetime:
    if not isinstance(value, datetime):
        return datetime.combine(value, time.max)
    return value.astimezone(zone).replace(tzinfo=None) if value.tzinfo else value


def _moved(entry, entries, zone) -> set[datetime]:
    """Dates of a series that were dropped, or that another entry with the same UID replaces."""
    gone = set()
    dropped = entry.get("exdate") or []
    for dates in dropped if isinstance(dropped, list) else [dropped]:
        gone |= {_wall_of(one.dt, zone) for one in dates.dts}
    if entry.get("recurrence-id") is None:
        others = [one for one in entries if one.get("recurrence-id") is not None and one.get("uid") == entry.get("uid")]
        gone |= {_wall_of(one["recurrence-id"].dt, zone) for one in others}
    return gone


def _wall_of(value, zone) -> datetime:
    return _wall(value, zone) if isinstance(value, datetime) else datetime.combine(value, time())


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
