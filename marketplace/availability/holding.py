"""What is held: half-open periods in UTC, each on one piece; only orders that hold count."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Count, F, OuterRef
from django.utils import timezone

from marketplace.kinds import FOR_A_PERIOD
from marketplace.models import Listing, Order


class Held:
    """What is held of one listing: for each piece, counted from 1, its periods in order; they never overlap.

    `rows` are pairs of piece and period.
    """

    def __init__(self, rows: Iterable[tuple[int, DateTimeTZRange]] = ()):
        self._of: dict[int, list[DateTimeTZRange]] = defaultdict(list)
        for piece, period in sorted(rows, key=_begin_of_row):
            self._of[piece].append(period)

    def free_piece(self, pieces: int, period: DateTimeTZRange) -> int | None:
        """The first of so many pieces that nobody holds in `period`, or None."""
        return next((piece for piece in range(1, pieces + 1) if self._is_free(piece, period)), None)

    def edges(self, start: datetime, end: datetime) -> tuple[list[datetime], list[datetime]]:
        """Where something ends, from `start` on, and where something begins, after `start`; both before `end`."""
        near = [one for periods in self._of.values() for one in self._around(periods, start, end)]
        ends = [one.upper for one in near if one.upper is not None and start <= one.upper < end]
        return sorted(ends), sorted(one.lower for one in near if start < one.lower < end)

    def has_gap(self, pieces: int, start: datetime, end: datetime) -> bool:
        """Whether any piece is free at any moment from `start` to `end`."""
        return any(self._reach(piece, start, end) < end for piece in range(1, pieces + 1))

    def _is_free(self, piece: int, period: DateTimeTZRange) -> bool:
        periods = self._of.get(piece, [])
        before = periods if period.upper is None else periods[: bisect_left(periods, period.upper, key=_begin)]
        return not before or (before[-1].upper is not None and before[-1].upper <= period.lower)

    def _reach(self, piece: int, start: datetime, end: datetime) -> datetime:
        """Up to where the piece is held without a gap from `start` on."""
        for period in self._around(self._of.get(piece, []), start, end):
            if period.lower > start:
                break
            start = max(start, period.upper or end)
        return start

    @staticmethod
    def _around(periods: list[DateTimeTZRange], start: datetime, end: datetime) -> list[DateTimeTZRange]:
        first = bisect_left(periods, start, key=_begin)
        return periods[max(0, first - 1) : bisect_left(periods, end, key=_begin)]


def _begin(period: DateTimeTZRange) -> datetime:
    return period.lower


def _begin_of_row(row: tuple[int, DateTimeTZRange]) -> datetime:
    return row[1].lower


def free_piece(listing: Listing, period, *, held: Held | None = None) -> int | None:
    """The first of the listing's pieces that nobody holds in `period`, or None.

    Without `held` the database is asked: do so under the listing's lock.
    """
    if held is None:
        held = Held(listing.orders.holding().overlapping(period).values_list("piece", "period"))
    return held.free_piece(listing.quantity, period)


def held_between(pks: list[int], start: datetime, end: datetime) -> dict[int, Held]:
    """For each of these listings what is held of it from `start` to `end`; one query for all."""
    found: dict[int, list] = {pk: [] for pk in pks}
    if pks:
        holding = Order.objects.holding().filter(listing__in=pks, exclusive=True)
        rows = holding.overlapping(DateTimeTZRange(start, end)).values_list("listing", "piece", "period")
        for pk, piece, period in rows:
            found[pk].append((piece, period))
    return {pk: Held(rows) for pk, rows in found.items()}


def with_held(listings, start: datetime, end: datetime):
    """`listings` that bring along what is held of them from `start` to `end`; read it with `brought`."""
    holding = Order.objects.holding().filter(listing=OuterRef("pk"), exclusive=True)
    holding = holding.overlapping(DateTimeTZRange(start, end)).order_by("period", "piece")
    return listings.annotate(
        held_pieces=ArraySubquery(holding.values("piece")), held_periods=ArraySubquery(holding.values("period"))
    )


def brought(listing: Listing) -> Held | None:
    """What a listing from `with_held` brought along; None for any other."""
    if not hasattr(listing, "held_periods"):
        return None
    return Held(zip(listing.held_pieces, listing.held_periods, strict=True))


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
