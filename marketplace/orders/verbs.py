"""The verbs that write orders. Each locks the listing, looks, writes, tells.

Lock order everywhere: listing, order, payment; a settling payment locks the listing through `lock_for_payment`.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone, translation
from wagtail.log_actions import log

from home.models import Office
from marketplace import letters
from marketplace.availability import holding, verdict
from marketplace.kinds import Approval
from marketplace.models import Listing, Order
from marketplace.orders import prices
from marketplace.orders.audiences import may_order
from marketplace.orders.request import OrderRequest
from marketplace.refusals import AlreadyBegun, NotBegun, NotForYou, NotOffered, NotOverdue, NotPossible, Taken
from marketplace.states import OrderState
from portal import states
from portal.database import clock
from portal.language import times
from portal.letters import outbox
from portal.payments import checkout
from portal.payments.models import Payment
from portal.payments.states import DEBIT_TAKES, Cause
from portal.refusals import SubmittedBefore


@transaction.atomic
def place(listing: Listing, asked: OrderRequest, *, now: datetime | None = None) -> Order:
    """Order `listing` for the period asked for, or for good.

    Raises SubmittedBefore, NotOffered, NotForYou, Taken or a PeriodRefused.
    """
    now = now or clock.now()
    listing = Listing.objects.locked().get(pk=listing.pk)
    lapse_overdue(listing, now=now)
    if before := listing.orders.filter(submission=asked.submission).first():
        return _same_again(before, asked)
    if not listing.is_current_on(timezone.localdate(now)):
        raise NotOffered
    if not may_order(listing, asked.institution, asked.target_group):
        raise NotForYou
    period, piece = verdict.of(listing, asked.start, asked.end, now=now)
    order = Order(
        listing=listing,
        orderer=asked.by,
        institution=asked.institution,
        name=asked.by.get_full_name() or asked.by.email,
        email=asked.by.email,
        target_group=asked.target_group,
        project=listing.project,
        period=period,
        piece=piece,
        exclusive=listing.nature.exclusive,
        price=prices.price(listing, period),
        currency=listing.currency,
        note=asked.note,
        language=asked.language,
        submission=asked.submission,
        placed_at=now,
        decide_by=_decide_by(period, now),
    )
    order.save(force_insert=True)
    log(order, "marketplace.order.requested", user=asked.by, timestamp=now)
    if listing.approval == Approval.INSTANT:
        _agree(order, by=asked.by, now=now)
        letters.tell_managers(letters.order_came_in, order)
    else:
        letters.tell_managers(letters.order_needs_answer, order)
        outbox.post(letters.order_receipt, order)
    return order


@transaction.atomic
def accept(order: Order, *, by, now: datetime | None = None) -> Order:
    """The institution says yes; requests that this outruns are declined. Raises NotPossible or Taken."""
    now = now or clock.now()
    order = _lock(order, now=now)
    if order.state != OrderState.REQUESTED:
        raise NotPossible(order.status)
    order.piece = _free_piece(order.listing, order.period)
    _agree(order, by=by, now=now)
    _decline_outrun(order, now=now)
    return order


@transaction.atomic
def decline(order: Order, *, by, reason: str, now: datetime | None = None) -> Order:
    """The institution says no and why."""
    now = now or clock.now()
    order = _lock(order, now=now)
    _move(order, OrderState.DECLINED, by=by, now=now, reason=reason)
    outbox.post(letters.order_declined, order)
    return order


@transaction.atomic
def cancel(order: Order, *, by, reason: str = "", now: datetime | None = None) -> Order:
    """Either side steps back before the period begins; money that was paid becomes a refund due."""
    now = now or clock.now()
    order = _lock(order, now=now)
    if order.state == OrderState.ACCEPTED and order.ends_at and order.starts_at <= now:
        raise AlreadyBegun
    _move(order, OrderState.CANCELLED, by=by, now=now, reason=reason)
    decides = by is not None and Order.objects.decidable_by(by).filter(pk=order.pk).exists()
    cause = Cause.PROVIDER if decides else Cause.OWN
    for payment in Payment.objects.for_purpose(order):
        checkout.withdraw(payment, cause=cause, now=now)
    outbox.post(letters.order_cancelled, order)
    letters.tell_managers(letters.order_cancelled_notice, order)
    return order


@transaction.atomic
def complete(order: Order, *, by, now: datetime | None = None) -> Order:
    """Handed over, or used and done."""
    now = now or clock.now()
    order = _lock(order, now=now)
    if order.starts_at and order.starts_at > now:
        raise NotBegun
    return _move(order, OrderState.COMPLETED, by=by, now=now)


@transaction.atomic
def lapse(order: Order, *, now: datetime | None = None) -> Order:
    """Nobody answered, or nobody paid, in time. The payment stays open: late money confirms if still free."""
    now = now or clock.now()
    order = _lock(order)
    if order.state in OrderState.WAITING and not (order.decide_by and order.decide_by <= now):
        raise NotOverdue
    return _lapse(order, now=now)


@transaction.atomic
def confirm_paid(order: Order, *, payment: Payment, now: datetime | None = None) -> Order:
    """The money is there: confirm, also a lapsed order whose thing is still free; otherwise the money goes back."""
    now = now or clock.now()
    order = _lock(order)
    late = order.state == OrderState.LAPSED
    if order.state not in OrderState.PAYABLE or (late and not _take_again(order, now=now)):
        checkout.withdraw(payment, cause=Cause.GONE, now=now)
        return order
    _move(order, OrderState.ACCEPTED, by=None, now=now)
    outbox.post(letters.order_accepted, order)
    letters.tell_managers(letters.order_paid, order)
    return order


@transaction.atomic
def keep_for_money(order: Order, *, payment: Payment, now: datetime | None = None) -> Order:
    """The money is under way, which takes days: the thing is kept that long."""
    now = now or clock.now()
    order = _lock(order)
    if order.state == OrderState.AWAITING_PAYMENT:
        order.decide_by = max(order.decide_by, now + DEBIT_TAKES)
        order.save(update_fields=["decide_by"])
        checkout.set_term(payment, order.decide_by)
    return order


@transaction.atomic
def ask_again(order: Order, *, payment: Payment, now: datetime | None = None) -> Order:
    """The money did not come after all: the thing is kept for another try as long as for the first."""
    now = now or clock.now()
    order = _lock(order)
    if order.state not in {OrderState.AWAITING_PAYMENT, OrderState.ACCEPTED}:
        return order
    order.decide_by = now + timedelta(days=Office.here().payment_days)
    checkout.set_term(payment, order.decide_by)
    if order.state == OrderState.ACCEPTED:
        return _move(order, OrderState.AWAITING_PAYMENT, by=None, now=now)
    order.save(update_fields=["decide_by"])
    return order


def lapse_overdue(listing: Listing, *, now: datetime) -> None:
    """Expiry is part of the question: under the listing's lock, before anybody looks."""
    for order in listing.orders.overdue(now).order_by("pk"):
        order.listing = listing
        _lapse(order, now=now)


def _same_again(before: Order, asked: OrderRequest) -> Order:
    said = (before.orderer, before.institution, before.note)
    times = (asked.start, asked.end)
    moved = all(times) and (before.starts_at, before.ends_at) != times
    if moved or said != (asked.by, asked.institution, asked.note):
        raise SubmittedBefore
    return before


def _lock(order: Order, *, now: datetime | None = None) -> Order:
    listing = Listing.objects.locked().get(pk=order.listing_id)
    if now is not None:
        lapse_overdue(listing, now=now)
    order = Order.objects.get(pk=order.pk)
    order.listing = listing
    return order


def _free_piece(listing: Listing, period) -> int:
    if not listing.nature.exclusive:
        return 1
    piece = holding.free_piece(listing, period)
    if piece is None:
        raise Taken
    return piece


def _take_again(order: Order, *, now: datetime) -> bool:
    piece = holding.free_piece(order.listing, order.period)
    if piece is None or not order.listing.is_current_on(timezone.localdate(now)):
        return False
    order.piece = piece
    return True


def _decide_by(period, now: datetime) -> datetime:
    latest = times.end_of_day(now + timedelta(days=Office.here().decision_days))
    return min(latest, period.lower) if period is not None and period.lower > now else latest


def _agree(order: Order, *, by, now: datetime) -> None:
    """Both sides agree: confirmed, or waiting for the money where the kind settles through the portal."""
    if order.listing.nature.settles and order.price:
        order.decide_by = times.end_of_day(now + timedelta(days=Office.here().payment_days))
        _move(order, OrderState.AWAITING_PAYMENT, by=by, now=now)
        checkout.open_payment(
            order,
            amount=order.price,
            description=_description(order, order.language),
            booked_as=_description(order, settings.LANGUAGE_CODE),
            due_at=order.decide_by,
            payer_name=order.name,
            payer_email=order.email,
            language=order.language,
            now=now,
        )
        outbox.post(letters.payment_asked, order)
    else:
        order.decide_by = None
        _move(order, OrderState.ACCEPTED, by=by, now=now)
        outbox.post(letters.order_accepted, order)


def _description(order: Order, language: str) -> str:
    with translation.override(language):
        return f"{order.number} · {order.listing.title}"[:250]


def _decline_outrun(order: Order, *, now: datetime) -> None:
    if not order.exclusive:
        return
    rivals = order.listing.orders.filter(state=OrderState.REQUESTED, exclusive=True).overlapping(order.period)
    for rival in rivals.order_by("pk"):
        rival.listing = order.listing
        if holding.free_piece(order.listing, rival.period) is None:
            with translation.override(rival.language):
                reason = translation.gettext("It went to somebody else.")
            _move(rival, OrderState.DECLINED, by=None, now=now, reason=reason)
            outbox.post(letters.order_declined, rival)


def _lapse(order: Order, *, now: datetime) -> Order:
    _move(order, OrderState.LAPSED, by=None, now=now)
    outbox.post(letters.order_lapsed, order)
    return order


def _move(order: Order, to: OrderState, *, by, now: datetime, reason: str = "") -> Order:
    facts = {
        "decided_at": now,
        "decide_by": order.decide_by if to in OrderState.WAITING else None,
        "reason": reason or order.reason,
        "piece": order.piece,
    }
    refusal, action = NotPossible(order.status), f"marketplace.order.{to}"
    try:
        with transaction.atomic():
            return states.step(order, to, refusal=refusal, action=action, by=by, now=now, **facts)
    except IntegrityError as error:
        # The constraint is the last word where a lock was forgotten.
        if "order_holds_alone" in str(error):
            raise Taken from error
        raise
