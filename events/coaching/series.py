"""Dates of a series: the same time on the wall in Berlin over both changes of the clock, no public holidays."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from dateutil.rrule import WEEKLY, rrule
from django.utils.translation import gettext as _

from events.coaching import holidays
from events.coaching.kinds import Rhythm

BERLIN = ZoneInfo("Europe/Berlin")
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
        return Plan([first.replace(tzinfo=BERLIN)]) if exists(first) else Plan([], [(first.date(), _no_such_time())])
    starts, left_out = [], []
    last = datetime.combine(until, first.time())
    for wall in list(rrule(WEEKLY, interval=WEEKS[rhythm], dtstart=first, until=last))[:MOST]:
        if holiday := holidays.name_of(wall.date()):
            left_out.append((wall.date(), str(holiday)))
        elif not exists(wall):
            left_out.append((wall.date(), _no_such_time()))
        else:
            starts.append(wall.replace(tzinfo=BERLIN))
    return Plan(starts, left_out)


def after(start: datetime, minutes: int) -> datetime:
    """`minutes` real minutes later, also while the clock changes."""
    return (start.astimezone(ZoneInfo("UTC")) + timedelta(minutes=minutes)).astimezone(BERLIN)


def exists(wall: datetime) -> bool:
    """False for the hour that is skipped in March."""
    return wall.replace(tzinfo=BERLIN).astimezone(ZoneInfo("UTC")).astimezone(BERLIN).replace(tzinfo=None) == wall


def _no_such_time() -> str:
    return _("this time does not exist on that day")
