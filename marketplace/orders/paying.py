"""The verbs of orders that money calls: paid, under way, taken back; and a consumer who withdraws from what is to be
paid. Each locks as those of `orders.verbs` do.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from home.models import Office
from marketplace import letters
from marketplace.availability import holding
from marketplace.models import Order
from marketplace.orders import prices, sides, steps
from marketplace.refusals import NothingToPay
from marketplace.states import OrderState
from portal.database import clock
from portal.invoices import verbs as invoicing
from portal.letters import outbox
from portal.payments import bookkeeping, checkout
from portal.payments.models import Payment
from portal.payments.states import DEBIT_TAKES, Cause, PaymentState


@transaction.atomic
def confirm_paid(order: Order, *, payment: Payment, now: datetime | None = None) -> Order:
    """The money is there: confirm, also a lapsed order whose thing is still free; otherwise the money goes back."""
    now = now or clock.now()
    order = steps.lock(order)
    late = order.state == OrderState.LAPSED
    if order.state not in OrderState.PAYABLE or (late and not _is_still_free(order, now=now)):
        checkout.withdraw(payment, cause=Cause.GONE, now=now)
        return order
    steps.move(order, OrderState.ACCEPTED, by=None, now=now)
    if late:
        invoicing.issue_again(payment, now=now)
    outbox.post(letters.order_accepted, order)
    letters.tell_managers(letters.order_paid, order)
    return order


@transaction.atomic
def confirm_on_account(order: Order, *, tell: bool = True, now: datetime | None = None) -> Order:
    """An institution has ordered in writing and pays by invoice: agreed before the money."""
    order = steps.lock(order)
    if order.state == OrderState.AWAITING_PAYMENT:
        steps.move(order, OrderState.ACCEPTED, by=None, now=now or clock.now())
        if tell:
            outbox.post(letters.order_accepted, order)
    return order


@transaction.atomic
def keep_for_money(order: Order, *, payment: Payment, now: datetime | None = None) -> Order:
    """The money is under way, which takes days: the thing is kept that long."""
    now = now or clock.now()
    order = steps.lock(order)
    if order.state == OrderState.AWAITING_PAYMENT:
        order.decide_by = max(order.decide_by, now + DEBIT_TAKES)
        order.save(update_fields=["decide_by"])
        checkout.set_term(payment, order.decide_by)
    return order


@transaction.atomic
def ask_again(order: Order, *, payment: Payment, now: datetime | None = None) -> Order:
    """The money did not come after all: the thing is kept for another try as long as for the first."""
    now = now or clock.now()
    order = steps.lock(order)
    if order.state not in {OrderState.AWAITING_PAYMENT, OrderState.ACCEPTED}:
        return order
    order.decide_by = now + timedelta(days=Office.here().payment_days)
    checkout.set_term(payment, order.decide_by)
    if order.state == OrderState.ACCEPTED:
        return steps.move(order, OrderState.AWAITING_PAYMENT, by=None, now=now)
    order.save(update_fields=["decide_by"])
    return order


@transaction.atomic
def note_transfer(order: Order, *, by, now: datetime | None = None) -> Order:
    """The institution that is paid found the money on its account. Raises NothingToPay or OwnRequest."""
    now = now or clock.now()
    order = steps.lock(order)
    sides.require_somebody_else(order, by)
    payment = Payment.objects.for_purpose(order).filter(state=PaymentState.OPEN).exclude(payee=None).first()
    if payment is None:
        raise NothingToPay
    bookkeeping.receive_transfer(payment, by=by, now=now)
    order.refresh_from_db()
    return order


@transaction.atomic
def note_refund(order: Order, *, by, now: datetime | None = None) -> Order:
    """The institution has given back by hand what it owed. Raises NothingToPay or OwnRequest."""
    now = now or clock.now()
    order = steps.lock(order)
    sides.require_somebody_else(order, by)
    payment = Payment.objects.for_purpose(order).filter(state=PaymentState.REFUND_DUE).exclude(payee=None).first()
    if payment is None:
        raise NothingToPay
    bookkeeping.refund(payment, by=by, by_hand=True, now=now)
    return order


def is_untouched(order: Order, now: datetime) -> bool:
    """Agreed, and nothing of it has begun or been handed over. What is for good has no end: it begins at once."""
    return order.state in OrderState.AGREED and not (order.ends_at and order.starts_at <= now)


@transaction.atomic
def withdraw(order: Order, *, by=None, now: datetime | None = None) -> Order:
    """A consumer has withdrawn from the contract (§ 355 BGB): end it free of charge.

    What was handed over stays in its state until it is back: a person sees to that.
    """
    now = now or clock.now()
    order = steps.lock(order)
    if order.state in OrderState.AGREED:
        steps.move(order, OrderState.CANCELLED, by=by, now=now)
        letters.tell_managers(letters.order_cancelled_notice, order)
    order.cancel_cost = prices.FREE
    order.save(update_fields=["cancel_cost"])
    for payment in Payment.objects.for_purpose(order).live().order_by("pk"):
        checkout.withdraw(payment, cause=Cause.WITHDRAWN, by=by, now=now)
    return order


def _is_still_free(order: Order, *, now: datetime) -> bool:
    is_offered = order.listing.is_current_on(timezone.localdate(now))
    return is_offered and bool(holding.free_pieces(order.listing, order.period, order.quantity))
