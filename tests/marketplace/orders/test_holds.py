"""What takes a thing is a hold of it, however it is offered."""

import pytest

from marketplace.availability import grid, holding
from marketplace.models import Hold, Listing
from marketplace.offers import verbs as offering
from marketplace.orders import holds
from marketplace.orders import verbs as ordering
from marketplace.refusals import InTheWay, Taken
from tests.marketplace.making import NOW, berlin, draft, institution, later, person, place, released

pytestmark = pytest.mark.django_db
DAY = (berlin("2027-01-12 00:00"), berlin("2027-01-13 00:00"))


@pytest.fixture
def two_ways() -> tuple[Listing, Listing]:
    """One device, booked by some and lent to others."""
    booked = released(approval="instant")
    return booked, released("loan", title="Als Leihgabe", resource=booked.resource)


def close(listing, *, start=DAY[0], end=DAY[1], why="closure"):
    return holds.close(listing, start=start, end=end, why=why, by=None, note="Wartung", now=NOW)


def test_what_is_booked_cannot_be_lent_at_that_time(two_ways):
    booked, lent = two_ways
    place(booked)
    with pytest.raises(Taken):
        place(lent)
    assert place(lent, start="2027-01-13 10:00", end="2027-01-20 10:00").state == "requested"


def test_a_loan_granted_declines_the_requests_that_it_outruns_on_the_other_offer(two_ways):
    booked, lent = two_ways
    Listing.objects.filter(pk=booked.pk).update(approval="request")
    rival, wanted = place(booked), place(lent, end="2027-02-12 10:00")
    ordering.accept(wanted, by=None, now=NOW)
    rival.refresh_from_db()
    assert rival.state == "declined"


def test_what_is_sold_closes_its_bookings_by_itself(two_ways):
    booked, _lent = two_ways
    sold = released("sale", title="Zu verkaufen", resource=booked.resource)
    place(sold)
    assert [holding.is_gone(one) for one in (booked, sold)] == [True, True]
    assert set(holding.gone().values_list("pk", flat=True)) == {one.pk for one in Listing.objects.all()}
    with pytest.raises(Taken):
        place(booked)
    assert grid.next_free_days([booked], now=NOW) == {booked.pk: None}


def test_an_unpaid_sale_that_lapses_frees_the_other_offers_before_anybody_looks(two_ways):
    booked, _lent = two_ways
    place(released("sale", title="Zu verkaufen", resource=booked.resource))
    assert place(booked, start="2027-02-12 10:00", end="2027-02-12 12:00", now=later(days=30)).state == "accepted"


def test_a_cancelled_order_lets_its_piece_go():
    order = place(released(approval="instant"))
    assert list(order.holds.values_list("piece", "why")) == [(1, "order")]
    ordering.cancel(order, by=None, now=NOW)
    assert Hold.objects.count() == 0


def test_a_request_and_an_enquiry_hold_nothing():
    place(released())
    ordering.accept(place(released("service")), by=None, now=NOW)
    assert Hold.objects.count() == 0


def test_a_closure_takes_every_piece_for_all_offers_until_it_is_opened_again(two_ways):
    booked, lent = two_ways
    closed = close(booked)
    for listing in two_ways:
        with pytest.raises(Taken):
            place(listing)
    assert holds.reopen(lent, closed[0].period, by=None, now=NOW) == 1
    assert place(booked).state == "accepted"


def test_a_closure_is_refused_where_something_agreed_stands():
    order = place(released(approval="instant"))
    with pytest.raises(InTheWay, match=order.number):
        close(order.listing)
    assert Hold.objects.count() == 1


def test_a_closure_cannot_be_made_twice():
    listing = released()
    close(listing)
    with pytest.raises(InTheWay) as told:
        close(listing)
    assert told.value.orders == []


def test_what_an_order_holds_is_not_opened_by_hand():
    order = place(released(approval="instant"))
    assert holds.reopen(order.listing, order.holds.get().period, by=None, now=NOW) == 0
    assert order.holds.count() == 1


def test_a_closure_without_an_end_takes_a_thing_from_the_shelf():
    listing = released()
    close(listing, end=None)
    assert holding.is_gone(listing, now=later(days=3))
    assert listing.pk in holding.gone().values_list("pk", flat=True)


def test_a_second_offer_of_two_pieces_shares_them_with_the_first(two_ways):
    booked, _lent = two_ways
    second = released("loan", title="Zwei davon", resource=booked.resource, quantity=2)
    place(booked)
    ordering.accept(place(second), by=None, now=NOW)
    with pytest.raises(Taken):
        place(second, by=person("late@example.org"))


def test_a_resource_belongs_to_the_institution_that_offers_it():
    listing = draft()
    with pytest.raises(offering.NotYours):
        draft("loan", resource=listing.resource, owner=institution("other"))
