"""Every pair of state and verb against the drawn arrows."""

from decimal import Decimal

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob
from wagtail.models import ModelLogEntry

from marketplace.models import Listing, Order
from marketplace.offers import verbs as offering
from marketplace.orders import handing, paying
from marketplace.orders import verbs as ordering
from marketplace.orders.bargain import LineSaid
from marketplace.refusals import NothingToPay
from marketplace.states import ListingState, OrderState
from portal.payments import bookkeeping
from portal.payments.models import Payment
from tests.marketplace.making import NOW, draft, later, member, place, released

LISTING_VERBS = {
    "submitted": lambda listing: offering.submit(listing, by=None, now=NOW),
    "released": lambda listing: offering.release(listing, by=None, now=NOW),
    "sent_back": lambda listing: offering.send_back(listing, by=None, reason="Foto fehlt", now=NOW),
    "withdrawn": lambda listing: offering.withdraw(listing, by=None, now=NOW),
}
ORDER_VERBS = {
    "accepted": lambda order: ordering.accept(order, by=None, now=NOW),
    "declined": lambda order: ordering.decline(order, by=None, reason="belegt", now=NOW),
    "cancelled": lambda order: ordering.cancel(order, by=None, now=NOW),
    "completed": lambda order: ordering.complete(order, by=None, now=later(days=2)),
    "out": lambda order: handing.hand_over(order, by=None, now=later(days=2)),
    "back": lambda order: handing.take_back(order, by=None, now=later(days=2)),
    "lapsed": lambda order: ordering.lapse(order, now=later(days=30)),
}
# `accepted` is reached from these by money, or by the orderer's word, not by the owner's.
NOT_BY_THE_OWNER = OrderState.PAYABLE | {"proposed"}


@pytest.mark.django_db
@pytest.mark.parametrize("verb", LISTING_VERBS)
@pytest.mark.parametrize("state", ListingState.values)
def test_listing_verbs_follow_the_arrows(state, verb):
    listing = draft()
    Listing.objects.filter(pk=listing.pk).update(state=state, released_at=NOW)
    if verb in ListingState.NEXT[state]:
        LISTING_VERBS[verb](listing)
    else:
        with pytest.raises(offering.NotPossible):
            LISTING_VERBS[verb](listing)
    listing.refresh_from_db()
    assert listing.state == (verb if verb in ListingState.NEXT[state] else state)


@pytest.mark.django_db
@pytest.mark.parametrize("verb", ORDER_VERBS)
@pytest.mark.parametrize("state", OrderState.values)
def test_order_verbs_follow_the_arrows(state, verb):
    order = place(released("loan"), end="2027-01-20 10:00")
    Order.objects.filter(pk=order.pk).update(
        state=state, decide_by=later(days=20) if state in OrderState.WAITING else None
    )
    drawn = verb in OrderState.NEXT[state] and not (verb == "accepted" and state in NOT_BY_THE_OWNER)
    jobs = ProcrastinateJob.objects.count()
    if drawn:
        ORDER_VERBS[verb](order)
    else:
        with pytest.raises(ordering.NotPossible):
            ORDER_VERBS[verb](order)
        assert ProcrastinateJob.objects.count() == jobs
    order.refresh_from_db()
    assert order.state == (verb if drawn else state)


def _terms(by):
    line = LineSaid(text="Messung", net=Decimal(5))
    return lambda order: ordering.propose(order, lines=[line], by=by(order), now=NOW)


# What both sides and the money do: in which states, and what it leads to.
BARGAINING = {
    "the owner proposes": (_terms(lambda order: member(order.listing.institution)), OrderState.NEGOTIABLE, "proposed"),
    "the orderer proposes": (_terms(lambda order: order.orderer), OrderState.NEGOTIABLE, "requested"),
    "the orderer confirms": (
        lambda order: ordering.confirm(order, by=order.orderer, now=NOW),
        {"proposed"},
        "accepted",
    ),
    "the owner notes money": (lambda order: paying.note_transfer(order, by=None, now=NOW), set(), ""),
    "the owner notes a refund": (lambda order: paying.note_refund(order, by=None, now=NOW), set(), ""),
}


@pytest.mark.django_db
@pytest.mark.parametrize("verb", BARGAINING)
@pytest.mark.parametrize("state", OrderState.values)
def test_terms_and_money_move_an_order_in_their_states_alone(state, verb):
    order = place(released())
    Order.objects.filter(pk=order.pk).update(state=state, decide_by=later(days=20))
    deed, states, leads_to = BARGAINING[verb]
    if state in states:
        deed(order)
    else:
        with pytest.raises((ordering.NotPossible, NothingToPay)):
            deed(order)
    order.refresh_from_db()
    assert order.state == (leads_to if state in states else state)


@pytest.mark.django_db
@pytest.mark.parametrize("state", OrderState.values)
def test_money_confirms_along_the_arrows_and_goes_back_otherwise(state):
    order = place(released("sale"))
    payment = Payment.objects.for_purpose(order).get()
    Order.objects.filter(pk=order.pk).update(state=state)
    if state not in OrderState.HOLDING:
        order.holds.all().delete()
    bookkeeping.receive_transfer(payment, by=None, now=NOW)
    order.refresh_from_db()
    payment.refresh_from_db()
    if state in OrderState.PAYABLE:
        assert (order.state, payment.state) == ("accepted", "paid")
    else:
        assert (order.state, payment.state) == (state, "refund_due")


def test_every_target_of_an_arrow_is_a_state():
    for states in (ListingState, OrderState):
        assert set(states.NEXT) == set(states.values)
        assert set().union(*states.NEXT.values()) <= set(states.values)
    assert set(OrderState.values) > OrderState.HOLDING


@pytest.mark.django_db
def test_each_step_is_in_the_audit_log():
    order = place(released())
    ordering.accept(order, by=member(order.listing.institution), now=NOW)
    actions = ModelLogEntry.objects.filter(object_id=str(order.pk)).order_by("timestamp", "pk")
    assert list(actions.values_list("action", flat=True)) == [
        "marketplace.order.requested",
        "marketplace.order.accepted",
    ]
