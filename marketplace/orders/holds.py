"""The verbs that write holds: what an order takes and lets go, and the times for which a house closes a thing.

The caller of `follow` has locked the resource; the others lock it themselves.
"""

from collections.abc import Iterable
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from marketplace.availability import holding
from marketplace.availability.periods import EndsBeforeItStarts
from marketplace.kinds import Why
from marketplace.models import Hold, Listing, Order, Resource
from marketplace.refusals import InTheWay, NotSoMany, Taken
from marketplace.states import OrderState
from portal.audit import log
from portal.database import clock
from portal.language import times


def follow(order: Order) -> None:
    """Let the order have its pieces if its state holds, and nothing otherwise. Raises Taken."""
    if not order.exclusive:
        return
    if order.state not in OrderState.HOLDING:
        order.holds.all().delete()
    elif not order.holds.exists():
        _take(order)


def take(order: Order, pieces: Iterable[int]) -> None:
    """Write down that the order has these pieces, which the caller found free under the lock."""
    said = {"resource_id": order.listing.resource_id, "period": order.period, "why": Why.ORDER, "order": order}
    Hold.objects.bulk_create(Hold(piece=piece, **said) for piece in pieces)


def stay_out(resource: Resource, *, now: datetime) -> None:
    """What should be back and is not is still taken: to the end of tomorrow, or until the next one has it."""
    tomorrow = times.end_of_day(now + timedelta(days=1))
    late = resource.holds.filter(order__state=OrderState.OUT, period__endswith__lte=now)
    for hold in late.order_by("pk"):
        behind = resource.holds.filter(piece=hold.piece, period__startswith__gte=hold.period.upper)
        nexts = behind.order_by("period").values_list("period", flat=True)[:1]
        until = min([tomorrow, *(period.lower for period in nexts)])
        if until > hold.period.upper:
            hold.period = DateTimeTZRange(hold.period.lower, until)
            hold.save(update_fields=["period"])


@contextmanager
def alone():
    """A transaction in which the constraint is the last word where a lock was forgotten. Raises Taken."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if "hold_holds_alone" in str(error):
            raise Taken from error
        raise


def _take(order: Order) -> None:
    pieces = holding.free_pieces(order.listing, order.period, order.quantity)
    if not pieces:
        raise Taken if order.quantity == 1 else NotSoMany
    with alone():
        take(order, pieces)


@transaction.atomic
def close(
    listing: Listing,
    *,
    start: datetime,
    end: datetime | None,
    why: str,
    by,
    note: str = "",
    now: datetime | None = None,
) -> list[Hold]:
    """The house needs the thing itself from `start` to `end`, None: until further notice: every piece, every offer.

    Raises EndsBeforeItStarts, or InTheWay where something agreed stands in that time.
    """
    now = now or clock.now()
    if end is not None and end <= start:
        raise EndsBeforeItStarts
    resource, period = _locked(listing), DateTimeTZRange(start, end)
    if in_the_way := list(resource.holds.overlapping(period).select_related("order")):
        raise InTheWay(sorted({hold.order.number for hold in in_the_way if hold.order}))
    said = {"why": why, "note": note, "by": by}
    fresh = [Hold(resource=resource, piece=piece, period=period, **said) for piece in range(1, resource.quantity + 1)]
    Hold.objects.bulk_create(fresh)
    log(resource, "marketplace.resource.closed", user=by, timestamp=now, data=_told(period, why))
    return fresh


@transaction.atomic
def reopen(listing: Listing, period: DateTimeTZRange, *, by, now: datetime | None = None) -> int:
    """What was closed for exactly this period is free again. Gives the number of pieces."""
    resource = _locked(listing)
    number, _each = resource.holds.filter(period=period, order=None).delete()
    if number:
        log(resource, "marketplace.resource.reopened", user=by, timestamp=now or clock.now(), data=_told(period))
    return number


def _locked(listing: Listing) -> Resource:
    return Resource.objects.locked().get(pk=listing.resource_id)


def _told(period: DateTimeTZRange, why: str = "") -> dict:
    ends = period.upper and period.upper.isoformat()
    return {"from": period.lower.isoformat(), "until": ends} | ({"why": why} if why else {})
