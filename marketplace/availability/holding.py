"""What is held of the resource behind a listing: half-open periods in UTC, each on one piece, whatever took it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from itertools import islice

from django.contrib.postgres.expressions import ArraySubquery
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Case, Count, F, OuterRef, Q, Subquery, When
from django.utils import timezone

from marketplace.kinds import FOR_A_PERIOD
from marketplace.models import Hold, Listing, Order


class Held:
    """What is held of one resource: for each piece, counted from 1, its periods in order; they never overlap.

    `rows` are pairs of piece and period.
    """

    def __init__(self, rows: Iterable[tuple[int, DateTimeTZRange]] = ()):
        self._of: dict[int, list[DateTimeTZRange]] = defaultdict(list)
        for piece, period in sorted(rows, key=_begin_of_row):
            self._of[piece].append(period)

    def free_pieces(self, pieces: int, period: DateTimeTZRange, wanted: int = 1) -> list[int]:
        """The first `wanted` of so many pieces that nobody holds in `period`; empty where they are fewer."""
        free = islice((piece for piece in range(1, pieces + 1) if self._is_free(piece, period)), wanted)
        found = list(free)
        return found if len(found) == wanted else []

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


def free_pieces(listing: Listing, period, wanted: int = 1, *, held: Held | None = None) -> list[int]:
    """The first `wanted` of the listing's pieces that nobody holds in `period`, or none at all.

    Without `held` the database is asked: do so under the resource's lock.
    """
    if held is None:
        held = Held(
            Hold.objects.filter(resource=listing.resource_id).overlapping(period).values_list("piece", "period")
        )
    return held.free_pieces(listing.quantity, period, wanted)


def held_between(listings: Iterable[Listing], start: datetime, end: datetime) -> dict[int, Held]:
    """For each of these listings, by its key, what is held of it from `start` to `end`; one query for all."""
    resources: dict[int, list] = {listing.resource_id: [] for listing in listings}
    if resources:
        holds = Hold.objects.filter(resource__in=resources).overlapping(DateTimeTZRange(start, end))
        for resource, piece, period in holds.values_list("resource", "piece", "period"):
            resources[resource].append((piece, period))
    return {listing.pk: Held(resources[listing.resource_id]) for listing in listings}


def with_held(listings, start: datetime, end: datetime):
    """`listings` that bring along what is held of them from `start` to `end`; read it with `brought`."""
    holds = Hold.objects.filter(resource=OuterRef("resource")).overlapping(DateTimeTZRange(start, end))
    holds = holds.order_by("period", "piece")
    return listings.annotate(
        held_pieces=ArraySubquery(holds.values("piece")), held_periods=ArraySubquery(holds.values("period"))
    )


def brought(listing: Listing) -> Held | None:
    """What a listing from `with_held` brought along; None for any other."""
    if not hasattr(listing, "held_periods"):
        return None
    return Held(zip(listing.held_pieces, listing.held_periods, strict=True))


def taken_throughout(start: datetime, end: datetime | None):
    """Primary keys of listings of which no piece is free at every moment from `start` to `end`."""
    return _without_a_piece(period__overlap=DateTimeTZRange(start, end))


def gone():
    """Primary keys of listings of which every piece was taken for good: sold, given away, closed for ever."""
    return _without_a_piece(for_good=True)


def with_taken_by(listings):
    """`listings` with `taken_by`: the state of an order that took one for good, None where every piece can be had."""
    orders = Order.objects.holding().filter(listing=OuterRef("pk"), period__upper_inf=True).order_by("-pk")
    taken = Case(When(pk__in=gone(), then=Subquery(orders.values("state")[:1])), default=None)
    return listings.annotate(taken_by=taken)


def _without_a_piece(**held):
    """Primary keys of listings whose pieces all have a hold of this sort."""
    holds = Q(**{f"resource__holds__{name}": value for name, value in held.items()})
    return (
        Listing.objects.filter(holds, resource__holds__piece__lte=F("quantity"))
        .order_by()
        .values("pk")
        .annotate(held=Count("resource__holds__piece", distinct=True))
        .filter(held__gte=F("quantity"))
        .values("pk")
    )


def free_between(listings, start: datetime, end: datetime):
    """Those of `listings` that can be taken for a period and are free from `start` to `end`."""
    return listings.filter(kind__in=FOR_A_PERIOD).exclude(pk__in=taken_throughout(start, end))


def is_gone(listing: Listing, *, now: datetime | None = None) -> bool:
    """Whether nothing of it can be had any more: taken for good, or, where it is had for good, held by anybody."""
    if not listing.nature.exclusive:
        return False
    ahead = DateTimeTZRange(now or timezone.now(), None)
    holds = Hold.objects.filter(resource=listing.resource_id).overlapping(ahead)
    if not listing.nature.is_for_good:
        holds = holds.filter(for_good=True)
    return not Held(holds.values_list("piece", "period")).free_pieces(listing.quantity, ahead)
