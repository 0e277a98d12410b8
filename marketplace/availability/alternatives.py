"""What whoever did not get a thing could have instead: of the same sort, free at the same time, and offered to them."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from urllib.parse import urlencode

from django.db.models import Case, Value, When
from django.utils import timezone

from marketplace.audiences import may_order
from marketplace.availability import holding, verdict
from marketplace.models import Listing, Order
from portal.refusals import Refusal

MOST, MOST_LOOKED_AT = 3, 12


def to(order: Order, *, now: datetime) -> list[Listing]:
    """A few of them, those that are had in the same way first; none once the time has begun."""
    if order.ends_at is None or order.starts_at <= now:
        return []
    return list(islice(_that_would_do(order, now), MOST))


def address(listing: Listing, order: Order) -> str:
    """The form of `listing` with times, quantity and note of `order` filled in."""
    start, end = (f"{timezone.localtime(at):%Y-%m-%dT%H:%M}" for at in (order.starts_at, order.ends_at))
    query = urlencode({"start": start, "end": end, "quantity": order.quantity, "note": order.note})
    return f"{listing.get_absolute_url()}?{query}#order"


def _that_would_do(order: Order, now: datetime) -> Iterator[Listing]:
    start, end, quantity = order.starts_at, order.ends_at, order.quantity
    for listing in _alike(order, now):
        try:
            verdict.of(listing, start, end, wanted=quantity, now=now, held=holding.brought(listing))
        except Refusal:
            continue
        if may_order(listing, order.institution):
            yield listing


def _alike(order: Order, now: datetime):
    asked = order.listing
    shown = Listing.objects.current(timezone.localdate(now)).shown_to(order.orderer)
    others = shown.filter(category=asked.category_id).exclude(resource=asked.resource_id)
    free = holding.free_between(others, order.starts_at, order.ends_at).for_display()
    same_way_first = Case(When(kind=asked.kind, then=Value(0)), default=Value(1))
    free = holding.with_held(free, order.starts_at, order.ends_at)
    return free.order_by(same_way_first, "-released_at", "-pk")[:MOST_LOOKED_AT]
