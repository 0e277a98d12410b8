"""Dates of a series: the same time on the wall in Berlin over both changes of the clock, no public holidays."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import WEEKLY, rrule
from django.utils.translation import gettext as _

from events.coaching.kinds import Rhythm
from portal.files.calendars import BERLIN
from portal.language import holidays

WEEKS = {Rhythm.WEEKLY: 1, Rhythm.FORTNIGHTLY: 2, Rhythm.MONTHLY: 4}
MOST = 60


@dataclass(frozen=True)
class Plan:
    """Instants of beginning, and the days left out with the reason."""

    starts: list[datetime] = field(default_factory=list)
    left_out: list[tuple[date, str]] = field(default_factory=list)


def plan(first: datetime, rhythm: str, until: date | None) -> Plan:
    """From the naive wall time `first` to the day `until`, at most 60 dates. A single date may be a holiday."""
    if rhythm == Rhythm.ONCE or until is None:
        fault = _fault_of_the_clock(first)
        return Plan([], [(first.date(), fault)]) if fault else Plan([first.replace(tzinfo=BERLIN)])
    starts, left_out = [], []
    last = datetime.combine(until, first.time())
    walls = list(islice(rrule(WEEKLY, interval=WEEKS[rhythm], dtstart=first, until=last), MOST + 1))
    for wall in walls[:MOST]:
        if reason := holidays.name_of(wall.date()) or _fault_of_the_clock(wall):
            left_out.append((wall.date(), str(reason)))
        else:
            starts.append(wall.replace(tzinfo=BERLIN))
    for wall in walls[MOST:]:
        left_out.append((wall.date(), _("from here on: a series has at most %(number)d dates") % {"number": MOST}))
    return Plan(starts, left_out)


def after(start: datetime, minutes: int) -> datetime:
    """`minutes` real minutes later, also while the clock changes."""
    return (start.astimezone(ZoneInfo("UTC")) + timedelta(minutes=minutes)).astimezone(BERLIN)


def exists(wall: datetime) -> bool:
    """False for the hour that is skipped in March."""
    return wall.replace(tzinfo=BERLIN).astimezone(ZoneInfo("UTC")).astimezone(BERLIN).replace(tzinfo=None) == wall


def is_twice(wall: datetime) -> bool:
    """True for the hour that comes back in October: nobody knows which of the two is meant."""
    first, second = (wall.replace(tzinfo=BERLIN, fold=fold).utcoffset() for fold in (0, 1))
    return first > second


def _fault_of_the_clock(wall: datetime) -> str:
    if not exists(wall):
        return _("this time does not exist on that day")
    return _("this time comes twice on that day, the clocks go back") if is_twice(wall) else ""
