"""Several pieces in one order: all or none."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from marketplace.invariants import check
from marketplace.models import Line, Order, Tariff
from marketplace.orders import verbs as ordering
from marketplace.orders.bargain import LineSaid
from marketplace.refusals import NotSoMany, Taken
from portal.payments.models import Payment
from portal.refusals import SubmittedBefore
from tests.marketplace.making import NOW, institution, later, member, person, place, released

pytestmark = pytest.mark.django_db


def pieces(order) -> list[int]:
    return list(order.holds.order_by("piece").values_list("piece", flat=True))


def test_an_order_of_two_has_two_pieces_and_pays_for_two():
    order = place(released(quantity=3, approval="instant"), quantity=2)
    assert (order.state, pieces(order), order.price) == ("accepted", [1, 2], Decimal("160.00"))
    line = Line.objects.get()
    assert (line.text, line.quantity, line.unit, line.total) == (
        "Konfokalmikroskop (2 Stück)",
        4,
        "hour",
        Decimal("160.00"),
    )


def test_the_rest_goes_to_somebody_else_and_no_more_than_the_rest():
    listing = released(quantity=3, approval="instant")
    place(listing, quantity=2)
    with pytest.raises(NotSoMany):
        place(listing, by=person("b@example.org"), quantity=2)
    assert pieces(place(listing, by=person("b@example.org"))) == [3]
    with pytest.raises(Taken):
        place(listing, by=person("c@example.org"))


@pytest.mark.parametrize("quantity", [0, 4])
def test_more_than_there_are_is_refused_and_none_is_none(quantity):
    with pytest.raises(Taken):
        place(released(quantity=3), quantity=quantity)


def test_two_of_three_balances_are_sold_and_paid_together():
    listing = released("sale", quantity=3)
    order = place(listing, quantity=2)
    assert (pieces(order), Payment.objects.get().amount) == ([1, 2], Decimal("2400.00"))
    ordering.cancel(order, by=None, now=NOW)
    assert pieces(place(listing, by=person("b@example.org"), quantity=3)) == [1, 2, 3]


def test_accepting_declines_what_no_longer_finds_enough_and_nothing_else():
    listing = released(quantity=3)
    wanted, two, one = (
        place(listing, by=person(f"p{n}@example.org"), quantity=quantity) for n, quantity in enumerate((2, 2, 1))
    )
    ordering.accept(wanted, by=None, now=NOW)
    assert [Order.objects.get(pk=order.pk).state for order in (two, one)] == ["declined", "requested"]


def test_a_proposed_time_is_reckoned_and_held_for_all_pieces():
    order = place(released(quantity=2), quantity=2)
    start = later(days=2, hours=1)
    owner = member(order.listing.institution)
    order = ordering.propose(order, lines=[], period=(start, start + timedelta(hours=3)), by=owner, now=NOW)
    assert (order.price, pieces(order)) == (Decimal("240.00"), [1, 2])
    order = ordering.propose(order, lines=[LineSaid(text="Pauschale", net=Decimal(99))], by=owner, now=NOW)
    assert (order.price, pieces(order), check()) == (Decimal("99.00"), [1, 2], [])


@pytest.mark.parametrize(
    ("minimum", "vat", "price"),
    [(None, "not_shown", "20.00"), ("30", "not_shown", "30.00"), ("15", "standard", "23.80")],
)
def test_the_minimum_is_that_of_the_order_not_of_each_piece(minimum, vat, price):
    listing = released(quantity=2, hourly=None)
    Tariff.objects.create(listing=listing, unit="hour", net=5, minimum=minimum, vat=vat)
    order = place(listing, quantity=2)
    assert (order.price, [line.total for line in order.lines.all()]) == (Decimal(price), [Decimal(price)])


def test_the_day_cap_counts_for_each_piece():
    listing = released(quantity=2, hourly=Decimal(40), daily=Decimal(220))
    order = place(listing, quantity=2, start="2027-01-12 08:00", end="2027-01-13 10:00")
    # Sixteen hours and ten: both days cost more by the hour than the day.
    assert order.price == Decimal("880.00")


def test_the_same_form_with_another_quantity_is_another_order():
    listing = released(quantity=3)
    order = place(listing, quantity=2, submission="7b0f2c2e-8a52-4f8b-9f0e-0c8a3f3f5a11")
    assert place(listing, quantity=2, submission=order.submission) == order
    with pytest.raises(SubmittedBefore):
        place(listing, quantity=1, submission=order.submission)


def test_the_form_asks_how_many_only_where_there_are_several(client, make, orderer):
    one, three, service = make(), make(quantity=3, title="Drei"), make("service", quantity=3)
    shown = {one: False, three: True, service: False}
    told = {row: "quantity" in client.get(row.get_absolute_url()).context["form"].fields for row in shown}
    assert told == shown


def test_the_form_orders_so_many_at_the_price_that_it_showed(client, make, orderer):
    listing, day = make(quantity=3), timezone.localdate() + timedelta(days=9)
    times = {"start": f"{day}T10:00", "end": f"{day}T12:00"}
    page = client.get(listing.get_absolute_url(), times | {"quantity": "2"})
    assert page.context["form"]["price"].value() == "160.00"
    assert "2 Stück, 2 × 40" in page.content.decode()
    address = reverse("marketplace:order", args=[listing.pk])
    for wrong in ("0", "4", "x"):
        assert client.post(address, times | {"quantity": wrong}).status_code == 422
    # The price of one piece, sent with two.
    assert client.post(address, times | {"quantity": "2", "price": "80.00"}).status_code == 422
    assert client.post(address, times | {"quantity": "2", "price": "160.00"}).status_code == 303
    order = Order.objects.get()
    assert (order.quantity, order.price) == (2, Decimal("160.00"))
    page = client.get(order.get_absolute_url()).content.decode()
    assert "2 Stück" in page


@pytest.mark.parametrize("quantity", ["", "0", "x", "²", "999", "-1"])
def test_any_quantity_in_the_address_is_answered(client, make, orderer, quantity):
    listing = make(quantity=3)
    assert client.get(listing.get_absolute_url(), {"quantity": quantity}).status_code == 200


def test_both_houses_read_how_many(client, make):
    listing, day = make(quantity=3), timezone.localdate() + timedelta(days=9)
    theirs = institution("theirs")
    place(
        listing,
        by=member(theirs),
        institution=theirs,
        quantity=2,
        now=None,
        start=f"{day} 10:00",
        end=f"{day} 12:00",
    )
    for house in (theirs, listing.institution):
        client.force_login(member(house))
        assert "(2 Stück)" in client.get(reverse("marketplace:my_orders")).content.decode()
