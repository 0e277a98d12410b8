"""The verbs of handing over: out of the house and back, and telling both sides what has changed until then."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from marketplace import letters
from marketplace.models import Order, Resource
from marketplace.orders import steps
from marketplace.refusals import NotBegun, NotPossible
from marketplace.states import OrderState
from portal.audit import log
from portal.database import clock
from portal.letters import outbox


@transaction.atomic
def hand_over(order: Order, *, by, now: datetime | None = None) -> Order:
    """What is lent leaves the house, on the day of the begin or later. Raises NotPossible or NotBegun."""
    now = now or clock.now()
    order = steps.lock(order, now=now)
    if not order.listing.nature.comes_back:
        raise NotPossible(order.status)
    if order.state == OrderState.ACCEPTED and timezone.localdate(order.starts_at) > timezone.localdate(now):
        raise NotBegun
    order = steps.move(order, OrderState.OUT, by=by, now=now)
    outbox.post(letters.order_handed_out, order)
    return order


@transaction.atomic
def take_back(order: Order, *, by, now: datetime | None = None) -> Order:
    """It is there again; what was left of the time is free for others. Raises NotPossible."""
    now = now or clock.now()
    order = steps.lock(order, now=now)
    order = steps.move(order, OrderState.BACK, by=by, now=now)
    outbox.post(letters.order_returned, order)
    return order


def tell_change(resource: Resource, *, by, now: datetime) -> None:
    """Place or people are other ones: both sides of what is agreed and not over hear of it.

    The caller has locked the resource.
    """
    agreed = Order.objects.of_resource(resource).filter(state=OrderState.ACCEPTED, period__endswith__gt=now)
    for order in agreed.select_related("listing").order_by("pk"):
        log(order, "marketplace.order.told", user=by, timestamp=now)
        outbox.post(letters.order_changed, order)
        letters.tell_managers(letters.order_changed_notice, order)
