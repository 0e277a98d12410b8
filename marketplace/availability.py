"""What is free and when. Half-open periods in UTC; only orders that hold count."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.contrib.postgres.expressions import ArraySubquery
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Count, F, OuterRef
from django.utils import timezone

from marketplace.kinds import FOR_A_PERIOD
from marketplace.models import Listing, Order

LOOK_AHEAD = timedelta(days=28)


def free_piece(listing: Listing, period, *, besides: Order | None = None) -> int | None:
    """The first of the listing's pieces that nobody holds in `period`, or None. Ask under the listing's lock."""
    holding = listing.orders.holding().overlapping(period)
    if besides is not None:
        holding = holding.exclude(pk=besides.pk)
    taken = set(holding.values_list("piece", flat=True))
    return next((piece for piece in range(1, listing.quantity + 1) if piece not in taken), None)


def taken_throughout(start: datetime, end: datetime | None):
    """Primary keys of listings of which no piece is free at every moment from `start` to `end`."""
    return (
        Order.objects.holding()
        .filter(exclusive=True)
        .overlapping(DateTimeTZRange(start, end))
        .values("listing")
        .annotate(held=Count("piece", distinct=True))
        .filter(held__gte=F("listing__quantity"))
        .values("listing")
    )


def gone():
    """Primary keys of listings that were taken for good: sold or given away."""
    return (
        Order.objects.holding()
        .filter(exclusive=True, period__upper_inf=True)
        .values("listing")
        .annotate(held=Count("piece", distinct=True))
        .filter(held__gte=F("listing__quantity"))
        .values("listing")
    )


def free_between(listings, start: datetime, end: datetime):
    """Those of `listings` that can be taken for a period and are free from `start` to `end`."""
    return listings.filter(kind__in=FOR_A_PERIOD).exclude(pk__in=taken_throughout(start, end))


def is_gone(listing: Listing) -> bool:
    return listing.nature.is_for_good and free_piece(listing, DateTimeTZRange(timezone.now(), None)) is None


def next_free_days(listings, *, now: datetime | None = None) -> dict[int, date | None]:
    """For each listing that is taken for periods: the next open day with a free hour, None if it is beyond four weeks.

    No query for listings from `with_calendar`, else one for all of them.
    """
    now = now or timezone.now()
    listings = [listing for listing in listings if listing.nature.is_for_a_period]
    unknown = [listing.pk for listing in listings if not hasattr(listing, "held")]
    busy = _busy(unknown, now, now + LOOK_AHEAD)
    return {
        listing.pk: _next_free_day(listing, getattr(listing, "held", None) or busy[listing.pk], now)
        for listing in listings
    }


def with_calendar(listings, *, now: datetime):
    """`listings` that bring along, as `held`, the periods in which they are held from now to four weeks ahead."""
    ahead = DateTimeTZRange(now, now + LOOK_AHEAD)
    holding = Order.objects.holding().filter(listing=OuterRef("pk"), exclusive=True).overlapping(ahead)
    return listings.annotate(held=ArraySubquery(holding.order_by().values("period")))


def _busy(pks, start, end) -> dict[int, list]:
    periods = defaultdict(list)
    if pks:
        holding = Order.objects.holding().filter(listing__in=pks, exclusive=True)
        for pk, period in holding.overlapping(DateTimeTZRange(start, end)).values_list("listing", "period"):
            periods[pk].append(period)
    return periods


def _next_free_day(listing: Listing, busy, now: datetime) -> date | None:
    today = timezone.localdate(now)
    for offset in range(listing.lead_days, LOOK_AHEAD.days):
        day = today + timedelta(days=offset)
        hours = open_hours(listing, day)
        if any(start >= now and _held(busy, start, end) < listing.quantity for start, end in hours):
            return day
    return None


def open_hours(listing: Listing, day: date, *, first: int = 0, last: int = 24) -> list[tuple[datetime, datetime]]:
    """The whole hours of `day` in which the listing is open, as aware instants; on a day of 23 hours there are 23."""
    weekdays, opens, closes = listing.opening or (set(range(7)), time(0), time.max)
    if day.weekday() not in weekdays:
        return []
    rows = ((at(day, hour), at(day, hour + 1), hour) for hour in range(first, last))
    return [
        (start, end)
        for start, end, hour in rows
        if start < end and time(hour) >= opens and (time(hour + 1) <= closes if hour < 23 else closes == time.max)
    ]


def at(day: date, hour: int) -> datetime:
    """The instant of a wall-clock hour in the region; a skipped hour is moved behind the gap."""
    if hour == 24:
        day, hour = day + timedelta(days=1), 0
    naive = datetime.combine(day, time(hour))
    instant = timezone.make_aware(naive)
    return timezone.localtime(instant.astimezone(UTC))


def _held(busy, start: datetime, end: datetime) -> int:
    return sum(period.lower < end and (period.upper is None or period.upper > start) for period in busy)


@dataclass(frozen=True)
class Slot:
    """One hour in the week grid. `state` is free, busy, closed or past."""

    start: datetime
    end: datetime
    state: str


def week(listing: Listing, monday: date, *, now: datetime | None = None) -> tuple[list[date], list[list[Slot]]]:
    """Seven days from `monday` and one row of slots per hour, from the first opening hour to the last."""
    now = now or timezone.now()
    days = [monday + timedelta(days=offset) for offset in range(7)]
    if listing.opening:
        weekdays, opens, closes = listing.opening
        days = [day for day in days if day.weekday() in weekdays]
        first, last = opens.hour, closes.hour + (1 if closes.minute else 0)
    else:
        first, last = 6, 22
    busy = _busy([listing.pk], at(monday, 0), at(monday + timedelta(days=7), 0))[listing.pk]
    rows = [
        [_slot(listing, at(day, hour), at(day, hour + 1), busy, now) for day in days] for hour in range(first, last)
    ]
    return days, rows


def _slot(listing, start, end, busy, now) -> Slot:
    if start < now:
        state = "past"
    elif _held(busy, start, end) >= listing.quantity:
        state = "busy"
    else:
        state = "free"
    return Slot(start, end, state)
