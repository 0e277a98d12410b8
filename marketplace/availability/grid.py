"""Hours of a day or a week, and what could be ordered in each: what is shown as free is what the verbs would take.

An hour is free if an order can begin in it, or fills its end; it then proposes that order.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain, pairwise

from django.utils import timezone

from marketplace.availability import holding, opening, verdict
from marketplace.availability.periods import PeriodRefused
from marketplace.models import Listing
from marketplace.refusals import Taken

LOOK_AHEAD = timedelta(days=28)
# An order that begins on the last of these days ends on a later one.
SPARE = timedelta(days=10)
DAY, HOUR, STEP = timedelta(days=1), timedelta(hours=1), timedelta(minutes=30)


@dataclass(frozen=True)
class Slot:
    """One hour of the grid, in UTC, the last one maybe shorter; where the clock changes as long as it really is.

    `state` is free, busy, closed or past; `order` are begin and end of the order that a free one proposes.
    """

    start: datetime
    end: datetime
    state: str
    order: tuple[datetime, datetime] | None = None


def week(listing: Listing, first: date, *, now: datetime | None = None) -> tuple[list[date], list[list[Slot]]]:
    """The open days of seven from `first`, and one row of slots per hour from opening to closing."""
    now, hours = now or timezone.now(), opening.of(listing)
    days = [day for offset in range(7) if hours.is_open_on(day := first + offset * DAY)]
    begin, end = (opening.instant(day, timedelta(0)) for day in (first, first + 7 * DAY))
    held = holding.held_between([listing], begin - DAY, end + SPARE)[listing.pk]
    columns = [slots(listing, day, held=held, now=now) for day in days]
    return days, [list(row) for row in zip(*columns, strict=True)]


def next_free_days(listings: Iterable[Listing], *, now: datetime | None = None) -> dict[int, date | None]:
    """For each listing that is taken for periods: the next day with a free hour, None if it is beyond four weeks.

    No query for listings from `with_calendar`, else one for all of them.
    """
    now = now or timezone.now()
    listings = [listing for listing in listings if listing.nature.is_for_a_period]
    known = {listing.pk: holding.brought(listing) for listing in listings}
    unknown = [listing for listing in listings if known[listing.pk] is None]
    asked = holding.held_between(unknown, now, now + LOOK_AHEAD + SPARE)
    return {one.pk: _next_free_day(one, known[one.pk] or asked[one.pk], now) for one in listings}


def with_calendar(listings, *, now: datetime):
    """`listings` that bring along what `next_free_days` has to know."""
    return holding.with_held(listings, now, now + LOOK_AHEAD + SPARE)


def _next_free_day(listing: Listing, held: holding.Held, now: datetime) -> date | None:
    today, hours = timezone.localdate(now), opening.of(listing)
    for offset in range(listing.lead_days, LOOK_AHEAD.days):
        day = today + offset * DAY
        if hours.is_open_on(day) and any(slot.state == "free" for slot in slots(listing, day, held=held, now=now)):
            return day
    return None


def slots(listing: Listing, day: date, *, held: holding.Held, now: datetime) -> Iterator[Slot]:
    """The hours of one open day, as many on every day."""
    hours = opening.of(listing)
    marks = [hours.opens]
    while marks[-1] + HOUR < hours.closes:
        marks.append(marks[-1] + HOUR)
    for begin, end in pairwise([*marks, hours.closes]):
        yield _slot(listing, opening.instant(day, begin), opening.instant(day, end), held, now)


def _slot(listing: Listing, start: datetime, end: datetime, held: holding.Held, now: datetime) -> Slot:
    if end <= now or start == end:
        return Slot(start, end, "past")
    if not held.has_gap(listing.quantity, max(start, now), end):
        return Slot(start, end, "busy")
    state = "past" if start < now else "closed"
    for begin, until in _proposals(listing, start, end, held, now):
        try:
            verdict.of(listing, begin, until, now=now, held=held)
        except Taken:
            state = "busy"
        except PeriodRefused:
            continue
        else:
            return Slot(start, end, "free", (begin, until))
    return Slot(start, end, state)


def _proposals(
    listing: Listing, start: datetime, end: datetime, held: holding.Held, now: datetime
) -> Iterator[tuple[datetime, datetime]]:
    """Orders that would make this hour a free one, the most natural first.

    Whatever can be ordered can also begin at the beginning of the hour or where another order ends; so nothing is
    missed. Those that fill the end of the hour come next, then those that stay over night, and for whoever pays by the
    day those that the longest time no longer binds.
    """
    hours = opening.of(listing)
    least = timedelta(hours=listing.min_hours) if listing.min_hours else None
    freed, taken = held.edges(start, end)
    begins = {opening.writable(at) for at in (start, start + STEP, *freed)}
    begins = [at for at in sorted(begins) if max(start, now) <= at < end]
    ends = [end, *taken]
    lengths = [least or STEP] + ([DAY + STEP] if listing.daily and listing.max_hours else [])
    # Most hours are free for the first of them: what comes after is not even thought of.
    found = chain(
        ((at, at + least) for at in begins) if least else ((at, until) for at in begins for until in ends),
        [(end - least, end)] if least else ((at, at + STEP) for at in begins),
        ((at, hours.first_end(opening.writable(at + length))) for length in lengths for at in begins),
    )
    return ((at, until) for at, until in found if until and at < until and _can_be_written(at, until))


def _can_be_written(*order: datetime) -> bool:
    return all(opening.writable(at) == at for at in order)
