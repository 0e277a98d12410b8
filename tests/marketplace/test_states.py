"""Every pair of state and verb against the drawn arrows."""

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob
from wagtail.models import ModelLogEntry

from marketplace.models import Listing, Order
from marketplace.offers import verbs as offering
from marketplace.orders import verbs as ordering
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
    order = place(released())
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
