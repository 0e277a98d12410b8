"""The right of withdrawal of private persons: for a service from the contract, for goods from the day they come."""

from datetime import datetime, timedelta

import pytest

from marketplace.models import Listing
from marketplace.orders import verbs as ordering
from portal.accounts.kinds import Role
from portal.withdrawals.kinds import WithdrawalRight
from tests.marketplace.making import BERLIN, NOW, institution, member, person, place, released

pytestmark = pytest.mark.django_db
ENDS = datetime(2027, 1, 26, tzinfo=BERLIN)


def test_a_booking_counts_from_the_moment_both_agree():
    order = place(released("device", approval="request"))
    assert order.withdrawable_until() is None
    order = ordering.accept(order, by=None, now=NOW)
    order.refresh_from_db()
    assert order.withdrawable_until() == ENDS


def test_goods_count_from_the_day_they_are_handed_over(time_machine):
    time_machine.move_to(NOW, tick=False)
    order = place(released("sale"))
    assert order.withdrawable_until() == ENDS
    time_machine.move_to(NOW + timedelta(days=10), tick=False)
    assert order.withdrawable_until() == ENDS + timedelta(days=10)
    type(order).objects.filter(pk=order.pk).update(state="accepted")
    order = ordering.complete(order, by=None, now=NOW + timedelta(days=1))
    order.refresh_from_db()
    assert order.withdrawable_until() == ENDS + timedelta(days=1)


def test_an_institution_is_no_consumer():
    house = institution("kaeufer")
    order = place(released("sale"), by=member(house, role=Role.MANAGER), institution=house)
    assert order.withdrawable_until() is None


def test_it_is_frozen_with_the_order():
    listing = released("sale", withdrawal=WithdrawalRight.MADE)
    order = place(listing)
    Listing.objects.filter(pk=listing.pk).update(withdrawal=WithdrawalRight.APPLIES)
    order.refresh_from_db()
    assert (order.withdrawal, order.withdrawable_until()) == (WithdrawalRight.MADE, None)


def test_where_only_institutions_order_there_is_none():
    assert released("sale", institutions_only=True).right_of_withdrawal == WithdrawalRight.NO_CONSUMERS


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("sale", "an dem Sie die Ware erhalten"),
        ("device", "bis zum Ablauf des Tages: Montag, 25. Januar 2027"),
        ("gift", ""),
    ],
)
def test_it_is_told_right_above_the_button(client, market_page, kind, said, time_machine):
    time_machine.move_to(NOW, tick=False)
    client.force_login(person())
    page = client.get(released(kind).get_absolute_url()).content.decode()
    assert said in page
    assert ("Widerrufsrecht:" in page) == bool(said)


def test_the_letter_tells_private_persons_alone(post_office):
    place(released("sale"))
    house = institution("kaeufer")
    place(released("sale", title="Zentrifuge"), by=member(house), institution=house)
    told = {letter.to[0]: "Widerrufsrecht" in letter.body for letter in post_office() if "bezahlen" in letter.subject}
    assert told == {"orderer@example.org": True, "manager@kaeufer.example": False}
