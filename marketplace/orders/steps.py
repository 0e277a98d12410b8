"""The steps that all verbs of orders share: lock, agree, lapse, move."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import translation

from home.models import Office
from marketplace import letters
from marketplace.models import Listing, Order, Resource
from marketplace.orders import bargain, holds
from marketplace.orders.bargain import LineSaid
from marketplace.refusals import NotPossible
from marketplace.states import OrderState
from portal import audit, states
from portal.accounts.bank import takes_money
from portal.invoices import verbs as invoicing
from portal.invoices.models import Recipient
from portal.language import times
from portal.letters import outbox
from portal.payments import checkout
from portal.withdrawals import fortnight

# What whoever ordered it hears when it is agreed.
LETTER_OF = {OrderState.ACCEPTED: letters.order_accepted, OrderState.AWAITING_PAYMENT: letters.payment_asked}
# What the institution hears, by what was waited for.
TOLD_OF_LAPSE = {
    OrderState.REQUESTED: letters.order_lapsed_notice,
    OrderState.PROPOSED: letters.proposal_lapsed_notice,
    OrderState.AWAITING_PAYMENT: letters.payment_lapsed_notice,
}


def lock(order: Order, *, now: datetime | None = None) -> Order:
    listing = locked(order.listing_id)
    if now is not None:
        catch_up(listing.resource, now=now)
    order = Order.objects.get(pk=order.pk)
    order.listing = listing
    return order


def locked(listing_id: int) -> Listing:
    """With its resource; its words come along, for the log, the lines and the payment all name it."""
    return Listing.objects.locked().select_related("institution").prefetch_related("texts").get(pk=listing_id)


def catch_up(resource: Resource, *, now: datetime) -> None:
    """Deadlines that have passed take effect under the resource's lock, before anybody looks. For all of its offers."""
    for order in Order.objects.of_resource(resource).overdue(now).select_related("listing").order_by("pk"):
        lapse(order, now=now)
    holds.stay_out(resource, now=now)


def decide_by(period, now: datetime) -> datetime:
    latest = times.end_of_day(now + timedelta(days=Office.here().decision_days))
    return min(latest, period.lower) if period is not None and period.lower > now else latest


def begin(
    order: Order,
    *,
    lines: list[LineSaid],
    pieces: list[int],
    at_once: bool,
    billing: Recipient | None = None,
    now: datetime,
) -> None:
    """Write a new order: a request, or `at_once` what both sides have agreed on, which takes these `pieces`."""
    if at_once:
        order.state, order.decided_at = _agreed(order, now=now), now
    else:
        order.decide_by = decide_by(order.period, now)
    order.save(force_insert=True)
    bargain.write(order, lines)
    if billing:
        invoicing.keep_recipient(order, billing, asked_by=order.email, user=order.orderer)
    deeds = [OrderState.REQUESTED]
    if at_once:
        deeds.append(order.state)
        if order.exclusive:
            holds.take(order, pieces)
    audit.log_all(order, [f"marketplace.order.{deed}" for deed in deeds], user=order.orderer, timestamp=now)
    if at_once:
        _ask_for_money(order, now=now)
        told = [(LETTER_OF[order.state], order), *letters.to_managers(letters.order_came_in, order)]
    else:
        told = [(letters.order_receipt, order), *letters.to_managers(letters.order_needs_answer, order)]
    outbox.post_all(told)


def agree(order: Order, *, by, now: datetime) -> None:
    """Both sides agree: confirmed, or waiting for the money where it can be paid to who sells through the portal."""
    bargain.freeze(order)
    move(order, _agreed(order, now=now), by=by, now=now)
    _ask_for_money(order, now=now)
    outbox.post(LETTER_OF[order.state], order)


def _agreed(order: Order, *, now: datetime) -> OrderState:
    """The state of what is agreed; notes until when it is held for the money, and until when consumers may withdraw."""
    if not order.listing.nature.is_for_good:
        order.withdraw_until = fortnight.ends_at(now)
    paid_here = order.listing.nature.settles and order.price and takes_money(order.listing.institution)
    order.decide_by = times.end_of_day(now + timedelta(days=Office.here().payment_days)) if paid_here else None
    return OrderState.AWAITING_PAYMENT if paid_here else OrderState.ACCEPTED


def _ask_for_money(order: Order, *, now: datetime) -> None:
    if order.state == OrderState.AWAITING_PAYMENT:
        invoicing.open_payment(
            order,
            amount=order.price,
            description=_description(order, order.language),
            booked_as=_description(order, settings.LANGUAGE_CODE),
            due_at=order.decide_by,
            payer_name=order.name,
            payer_email=order.email,
            payee=order.listing.institution,
            language=order.language,
            now=now,
        )
        # What was ordered in writing and is paid on account is agreed already.
        order.refresh_from_db(fields=["state", "decide_by", "decided_at"])


def _description(order: Order, language: str) -> str:
    with translation.override(language):
        return f"{order.number} · {order.listing.title}"[:250]


def lapse(order: Order, *, now: datetime) -> Order:
    """Both sides hear of it, and the office where nobody answered."""
    waited = order.state
    move(order, OrderState.LAPSED, by=None, now=now)
    checkout.let_lapse(order, now=now)
    outbox.post(letters.order_lapsed, order)
    letters.tell_managers(TOLD_OF_LAPSE[waited], order)
    if waited == OrderState.REQUESTED:
        outbox.post(letters.request_unanswered, order)
    return order


def move(order: Order, to: OrderState, *, by, now: datetime, reason: str = "") -> Order:
    facts = {
        "decided_at": now,
        "decide_by": order.decide_by if to in OrderState.WAITING else None,
        "reason": reason or order.reason,
        "withdraw_until": order.withdraw_until,
    }
    refusal, action = NotPossible(order.status), f"marketplace.order.{to}"
    with transaction.atomic():
        states.step(order, to, refusal=refusal, action=action, by=by, now=now, **facts)
        holds.follow(order)
    return order
