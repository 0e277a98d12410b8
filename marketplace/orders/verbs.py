"""The verbs that write orders. Each locks the listing with its resource, looks, writes, tells.

Lock order everywhere: listing and resource, order, payment; a settling payment locks them through `lock_for_payment`.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from decimal import Decimal

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone, translation
from django.utils.translation import gettext

from marketplace import consents, letters, wording
from marketplace.audiences import price_groups, require_offered_to
from marketplace.availability import holding, verdict
from marketplace.kinds import Approval, ConsentTo, Side, Visibility
from marketplace.models import Listing, Order
from marketplace.orders import bargain, early, holds, prices, sides, steps
from marketplace.orders.bargain import LineSaid
from marketplace.orders.request import OrderRequest
from marketplace.refusals import (
    AlreadyBegun,
    ConsentMissing,
    CostsOtherwise,
    HandedOver,
    NotBegun,
    NothingProposed,
    NotOffered,
    NotOverdue,
    NotPossible,
    PriceMissing,
    TermsChanged,
)
from marketplace.states import OrderState
from portal.audit import log
from portal.database import clock
from portal.letters import outbox
from portal.payments import checkout
from portal.payments.models import Payment
from portal.payments.states import Cause
from portal.refusals import SubmittedBefore
from portal.withdrawals import fortnight

# Whoever steps back sooner has kept it from nobody.
KEPT_LONG = timedelta(days=1)
# Of a proposal that leaves the time as it is.
SAME = object()


def place(listing: Listing, asked: OrderRequest, *, now: datetime | None = None) -> Order:
    """Order `listing` for the period asked for, or for good; of several pieces all or none.

    Raises SubmittedBefore, NotOffered, NotForYou, Taken or a PeriodRefused.
    """
    early.turn_away(listing, asked, now=now or timezone.now())
    with holds.alone():
        return _place(listing, asked, now=now or clock.now())


def _place(listing: Listing, asked: OrderRequest, *, now: datetime) -> Order:
    listing = steps.locked(listing.pk)
    steps.catch_up(listing.resource, now=now)
    if before := listing.orders.filter(submission=asked.submission).first():
        return _same_again(before, asked)
    if not (listing.is_current_on(timezone.localdate(now)) and _is_found(listing, asked.by)):
        raise NotOffered
    require_offered_to(listing, asked.institution)
    period, pieces = verdict.of(listing, asked.start, asked.end, wanted=asked.quantity, now=now)
    groups = price_groups(asked.institution, listing.institution, dfg_project=asked.dfg_project)
    quote = prices.quote(listing, period, groups=groups, pieces=asked.quantity)
    order = Order(
        listing=listing,
        orderer=asked.by,
        institution=asked.institution,
        name=asked.by.get_full_name() or asked.by.email,
        email=asked.by.email,
        target_group=asked.target_group,
        project_id=listing.project_id,
        dfg_project=asked.dfg_project,
        period=period,
        quantity=asked.quantity,
        exclusive=listing.nature.exclusive,
        price=prices.FREE if listing.nature.costs_nothing else quote and quote.total,
        binding=asked.binding,
        cancel_days=listing.cancel_days,
        cancel_percent=listing.cancel_percent if listing.nature.may_charge_cancelling else 0,
        withdrawal=listing.right_of_withdrawal,
        currency=listing.currency,
        note=asked.note,
        language=asked.language,
        submission=asked.submission,
        placed_at=now,
    )
    at_once = listing.approval == Approval.INSTANT and not why_not_at_once(order)
    lines = bargain.quoted(order, quote)
    steps.begin(order, lines=lines, pieces=pieces, at_once=at_once, billing=asked.billing, now=now)
    return order


@transaction.atomic
def accept(order: Order, *, by, seen: str | None = None, now: datetime | None = None) -> Order:
    """The institution says yes; requests that this outruns are declined. `seen`: the version of the terms it was shown.

    Of a request that is not binding its terms become a proposal that the orderer confirms. Raises NotPossible, Taken,
    TermsChanged, OwnRequest, OwnTerms, ConsentMissing, or PriceMissing where something is sold and nobody has said for
    how much.
    """
    now = now or clock.now()
    order = steps.lock(order, now=now)
    if order.state != OrderState.REQUESTED:
        raise NotPossible(order.status)
    sides.require_somebody_else(order, by)
    sides.require_other_terms(order, by)
    _require_seen(order, seen)
    if bargain.is_by_arrangement(order.listing, order.price):
        raise PriceMissing
    _require_worth(order, order.price, now=now)
    if not order.binding:
        return _propose(
            order, side=Side.OWNER, lines=bargain.on_the_table(order), until=None, message="", by=by, now=now
        )
    steps.agree(order, by=by, now=now)
    if order.state == OrderState.ACCEPTED and order.ends_at:
        letters.tell_managers(letters.order_agreed_notice, order)
    _decline_outrun(order, now=now)
    return order


@transaction.atomic
def propose(
    order: Order,
    *,
    lines: Iterable[LineSaid],
    until: datetime | None = None,
    period=SAME,
    message: str = "",
    consent: str = "",
    by,
    now: datetime | None = None,
) -> Order:
    """Either side puts other terms on the table: another time, a price, both.

    What the institution proposes is held for the orderer `until` then, None: as long as an answer takes; what the
    orderer proposes is a request again. Without lines the price is what the tariff says. `consent`: who has consented
    to a price below the book value. Raises NotPossible, Taken, NothingProposed, ConsentMissing or a PeriodRefused.
    """
    now = now or clock.now()
    order = steps.lock(order, now=now)
    if order.state not in OrderState.NEGOTIABLE:
        raise NotPossible(order.status)
    side = sides.of(order, by)
    lines = list(lines)
    if side == Side.OWNER and lines:
        price = sum((line.total for line in lines), prices.FREE)
        consents.give(order.listing, {ConsentTo.PRICE: consent}, {ConsentTo.PRICE: price}, by=by, now=now)
        _require_worth(order, price, now=now)
    moved = order.period if period is SAME else verdict.period_of(order.listing, *period, now=now)
    if moved == order.period and not lines and not message:
        raise NothingProposed
    bargain.keep_what_was_asked(order)
    if not lines and moved != order.period:
        groups = price_groups(order.institution, order.listing.institution, dfg_project=order.dfg_project)
        quote = prices.quote(order.listing, moved, groups=groups, pieces=order.quantity)
        lines = bargain.quoted(order, quote)
    lines = lines or bargain.on_the_table(order)
    order.period = moved
    return _propose(order, side=side, lines=lines, until=until, message=message, by=by, now=now)


@transaction.atomic
def confirm(order: Order, *, by, seen: str | None = None, now: datetime | None = None) -> Order:
    """The orderer says yes to what the institution proposed, in the version `seen`.

    Raises NotPossible, OwnTerms or TermsChanged.
    """
    now = now or clock.now()
    order = steps.lock(order, now=now)
    if order.state != OrderState.PROPOSED:
        raise NotPossible(order.status)
    sides.require_other_terms(order, by)
    _require_seen(order, seen)
    steps.agree(order, by=by, now=now)
    letters.tell_managers(letters.order_confirmed, order)
    return order


@transaction.atomic
def decline(order: Order, *, by, reason: str, now: datetime | None = None) -> Order:
    """The institution says no and why."""
    now = now or clock.now()
    order = steps.lock(order, now=now)
    steps.move(order, OrderState.DECLINED, by=by, now=now, reason=reason)
    outbox.post(letters.order_declined, order)
    return order


@transaction.atomic
def cancel(order: Order, *, by, reason: str = "", seen: Decimal | None = None, now: datetime | None = None) -> Order:
    """Either side steps back before the period begins; money that was paid becomes a refund due.

    What it costs whoever ordered is kept with the order. `seen`: what they were told that it costs, None: nobody was
    asked. Raises NotPossible, HandedOver, AlreadyBegun or CostsOtherwise.
    """
    now = now or clock.now()
    order = steps.lock(order, now=now)
    decides = sides.of(order, by) == Side.OWNER
    require_cancellable(order, decides=decides, now=now)
    order.cancel_cost = prices.FREE if decides or by is None else order.cost_of_cancelling(now)
    if seen is not None and seen != order.cancel_cost:
        raise CostsOtherwise
    steps.move(order, OrderState.CANCELLED, by=by, now=now, reason=reason)
    order.save(update_fields=["cancel_cost"])
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
    order = steps.lock(order, now=now)
    if order.starts_at and order.starts_at > now:
        raise NotBegun
    if order.listing.nature.is_for_good:
        order.withdraw_until = fortnight.ends_at(now)
    return steps.move(order, OrderState.COMPLETED, by=by, now=now)


@transaction.atomic
def lapse(order: Order, *, now: datetime | None = None) -> Order:
    """Nobody answered, or nobody paid, in time. The payment stays open: late money confirms if still free."""
    now = now or clock.now()
    order = steps.lock(order)
    if order.state in OrderState.WAITING and not (order.decide_by and order.decide_by <= now):
        raise NotOverdue
    return steps.lapse(order, now=now)


def require_cancellable(order: Order, *, decides: bool, now: datetime) -> None:
    """`decides`: who asks answers for the institution. Raises HandedOver or AlreadyBegun, which say whom to talk to."""
    whom = f"{order.name} ({order.email})" if decides else wording.whom(order.listing)
    if order.state in OrderState.HANDED_OVER:
        raise HandedOver(whom)
    if order.state in OrderState.AGREED and order.ends_at and order.starts_at <= now:
        raise AlreadyBegun(whom)


def why_not_at_once(order: Order) -> str:
    """Why an order that would be confirmed at once is a request, in words; empty where nothing speaks against it."""
    if bargain.is_by_arrangement(order.listing, order.price):
        return gettext("The price is still to be agreed.")
    if _let_it_lapse_before(order):
        return gettext("It was reserved for you before and not paid, so the institution answers first.")
    if sides.answers_themselves(order):
        return gettext("Whoever ordered it answers for the institution that offers it, so a colleague answers first.")
    if order.listing.needs_briefing and not _is_briefed(order):
        return gettext("A briefing is needed before the first use.")
    return ""


def _let_it_lapse_before(order: Order) -> bool:
    """Nobody keeps a thing from others by reserving it again and again."""
    kept = Q(state=OrderState.LAPSED) | Q(state=OrderState.CANCELLED, decided_at__gt=F("placed_at") + KEPT_LONG)
    before = order.listing.orders.filter(kept, price__gt=0, orderer=order.orderer_id)
    return order.listing.nature.is_for_good and order.orderer_id is not None and before.exists()


def _is_briefed(order: Order) -> bool:
    """Whoever has used the thing before was briefed."""
    used = Order.objects.of_resource(order.listing.resource_id).filter(state__in=OrderState.USED)
    return order.orderer_id is not None and used.filter(orderer=order.orderer_id).exists()


def _require_seen(order: Order, seen: str | None) -> None:
    if seen is not None and seen != bargain.version(order):
        raise TermsChanged


def _require_worth(order: Order, price, *, now: datetime) -> None:
    """What belongs to a house is not sold below its book value by the way."""
    if price is not None and ConsentTo.PRICE in consents.missing(
        order.listing, today=timezone.localdate(now), price=price
    ):
        raise ConsentMissing([ConsentTo.PRICE.label])


def _propose(order: Order, *, side: Side, lines, until: datetime | None, message: str, by, now: datetime) -> Order:
    bargain.keep_what_was_asked(order)
    order.decide_by = until or steps.decide_by(order.period, now)
    order.price = sum((line.total for line in lines), prices.FREE) if lines else order.price
    bargain.put_on_the_table(order, side=side, lines=lines, until=order.decide_by, message=message, by=by, now=now)
    order.reminded = 0
    order.save(update_fields=["period", "price", "decide_by", "reminded"])
    to = OrderState.PROPOSED if side == Side.OWNER else OrderState.REQUESTED
    if order.state == to:
        # The same side once more; what it held before it holds no longer.
        order.holds.all().delete()
        holds.follow(order)
        log(order, f"marketplace.order.{to}", user=by, timestamp=now)
    else:
        steps.move(order, to, by=by, now=now)
    if side == Side.OWNER:
        outbox.post(letters.order_proposed, order)
    else:
        letters.tell_managers(letters.order_needs_answer, order)
    return order


def _is_found(listing: Listing, user) -> bool:
    is_public = listing.resource.visibility == Visibility.PUBLIC
    return is_public or Listing.objects.shown_to(user).filter(pk=listing.pk).exists()


def _same_again(before: Order, asked: OrderRequest) -> Order:
    said = (before.orderer, before.institution, before.note, before.quantity, before.dfg_project)
    times = (asked.start, asked.end)
    moved = all(times) and (before.starts_at, before.ends_at) != times
    if moved or said != (asked.by, asked.institution, asked.note, asked.quantity, asked.dfg_project):
        raise SubmittedBefore
    return before


def rivals(order: Order):
    """Requests that accepting `order` may decline, on all offers of the thing."""
    if not order.exclusive:
        return Order.objects.none()
    requests = Order.objects.of_resource(order.listing.resource_id).filter(state=OrderState.REQUESTED, exclusive=True)
    others = requests.overlapping(order.period).exclude(pk=order.pk)
    return others.select_related("listing").order_by("pk")


def _decline_outrun(order: Order, *, now: datetime) -> None:
    if not order.exclusive:
        return
    for rival in rivals(order):
        if not holding.free_pieces(rival.listing, rival.period, rival.quantity):
            with translation.override(rival.language):
                mine = rival.orderer_id is not None and rival.orderer_id == order.orderer_id
                reason = gettext("Your other order has this time.") if mine else gettext("It went to somebody else.")
            steps.move(rival, OrderState.DECLINED, by=None, now=now, reason=reason)
            outbox.post(letters.order_declined, rival)
