"""No silence: who is reminded of what waits for an answer, and when. Before it lapses the owner, then the deputy; the
office hears when it has lapsed (`steps.lapse`). Of what did not come back both sides are told."""

from datetime import datetime, timedelta

from django.db import transaction

from home.models import Office
from marketplace import letters
from marketplace.models import Order
from marketplace.orders import steps
from marketplace.states import OrderState
from portal.letters import outbox

OWNER, DEPUTY, BOTH_SIDES = 1, 2, 3


def moments(order: Order, days: int) -> tuple[datetime, datetime]:
    """When the owner is reminded, `days` before the end but not in the first half of the time, and when the deputy is
    asked: halfway from there to the end."""
    asked_at = order.decided_at or order.placed_at
    first = max(order.decide_by - timedelta(days=days), asked_at + (order.decide_by - asked_at) / 2)
    return first, first + (order.decide_by - first) / 2


def due(now: datetime):
    """Orders of which somebody may have to be reminded."""
    ahead = now + timedelta(days=Office.here().reminder_days)
    waiting = Order.objects.filter(state__in=OrderState.NEGOTIABLE, decide_by__gt=now, decide_by__lte=ahead)
    return waiting.filter(reminded__lt=DEPUTY).order_by("pk")


@transaction.atomic
def remind(order: Order, *, now: datetime) -> Order:
    """Write to whoever should have been reminded by now and was not; each is told once."""
    order = steps.lock(order)
    if order.state not in OrderState.NEGOTIABLE or order.decide_by <= now:
        return order
    reached = sum(moment <= now for moment in moments(order, Office.here().reminder_days))
    for step in range(order.reminded + 1, reached + 1):
        _write_to(order, step)
    if reached > order.reminded:
        order.reminded = reached
        order.save(update_fields=["reminded"])
    return order


@transaction.atomic
def keep_taken(order: Order, *, now: datetime) -> None:
    """What is not back stays taken: the calendar shows what a verb would find."""
    steps.lock(order, now=now)


def not_back(now: datetime):
    """Orders of which the thing should have been back some days ago, and nobody has been told yet."""
    long_since = now - timedelta(days=Office.here().reminder_days)
    return Order.objects.unreturned(long_since).filter(reminded__lt=BOTH_SIDES).order_by("pk")


@transaction.atomic
def tell_not_back(order: Order, *, now: datetime) -> Order:
    """Both sides, once."""
    order = steps.lock(order)
    if order.is_unreturned(now) and order.reminded < BOTH_SIDES:
        order.reminded = BOTH_SIDES
        order.save(update_fields=["reminded"])
        outbox.post(letters.return_overdue, order)
        letters.tell_managers(letters.return_overdue_notice, order)
    return order


def _write_to(order: Order, step: int) -> None:
    if order.state == OrderState.PROPOSED:
        if step == OWNER:
            outbox.post(letters.proposal_waits, order)
    elif step == OWNER:
        letters.tell_managers(letters.request_waits, order)
    else:
        letters.tell_deputies(letters.request_waits_deputy, order)
