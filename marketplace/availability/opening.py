"""When a listing is open, on the clock of the region. What closes at midnight is open to the end of its day."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from django.utils import timezone

from marketplace.models import Listing

DAY = timedelta(days=1)
MIDNIGHT = time(0)
# People who cannot write 24:00 write this.
MINUTE_BEFORE = time(23, 59)


@dataclass(frozen=True)
class Opening:
    """`opens` and `closes` are distances from midnight on the clock, `closes` at most a whole day."""

    weekdays: frozenset[int]
    opens: timedelta
    closes: timedelta

    def is_open_on(self, day: date) -> bool:
        return day.weekday() in self.weekdays

    def may_begin(self, at: datetime) -> bool:
        """At the closing time itself nothing begins."""
        wall = wall_of(at)
        return self.is_open_on(wall.date()) and self.opens <= _distance(wall) < self.closes

    def may_end(self, at: datetime) -> bool:
        """Midnight is the end of the day before, where it is open so long, or the beginning of its own."""
        wall = wall_of(at)
        distance = _distance(wall)
        if not distance and self.closes == DAY and self.is_open_on(wall.date() - DAY):
            return True
        return self.is_open_on(wall.date()) and self.opens <= distance <= self.closes

    def first_end(self, at: datetime) -> datetime | None:
        """The first moment from `at` on at which something may end; None where it is never open."""
        if self.may_end(at):
            return at
        first = wall_of(at).date()
        mornings = (instant(first + offset * DAY, self.opens) for offset in range(9))
        return next((morning for morning in mornings if morning >= at and self.may_end(morning)), None)


def of(listing: Listing) -> Opening:
    """The hours of a listing; without any it is open around the clock."""
    if listing.opening is None:
        return Opening(frozenset(range(7)), timedelta(0), DAY)
    weekdays, opens, closes = listing.opening
    return Opening(frozenset(weekdays), _since_midnight(opens), DAY if is_midnight(closes) else _since_midnight(closes))


def is_midnight(closes: time) -> bool:
    return closes == MIDNIGHT or closes >= MINUTE_BEFORE


def closes_later(opens: time, closes: time) -> bool:
    return is_midnight(closes) or closes > opens


def _region():
    """Not the zone of whoever asks: staff may have chosen another one for the administration."""
    return timezone.get_default_timezone()


def instant(day: date, distance: timedelta) -> datetime:
    """The instant, in UTC, at which the clock of the region shows `distance` from midnight; in the hour that it skips,
    as much later; in the one that it shows twice, the first."""
    return timezone.make_aware(datetime.combine(day, MIDNIGHT) + distance, _region()).astimezone(UTC)


@lru_cache(maxsize=10_000)
def wall_of(at: datetime) -> datetime:
    return timezone.localtime(at, _region()).replace(tzinfo=None)


@lru_cache(maxsize=10_000)
def writable(at: datetime) -> datetime:
    """The first moment from `at` on that the clock alone names: not in the hour that it shows twice."""
    local = timezone.localtime(at, _region())
    offsets = [local.replace(fold=fold).utcoffset() for fold in (0, 1)]
    if offsets[0] == offsets[1]:
        return at
    after = local.replace(minute=0, second=0, microsecond=0, fold=1) + timedelta(hours=1)
    return max(at, after.astimezone(UTC))


def _distance(wall: datetime) -> timedelta:
    return _since_midnight(wall.time())


def _since_midnight(at: time) -> timedelta:
    return timedelta(hours=at.hour, minutes=at.minute, seconds=at.second, microseconds=at.microsecond)
