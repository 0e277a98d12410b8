"""Many at once: one slot, one gift, one sale, two approvers. A control test shows the race without the guards."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection, connections
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from marketplace.availability import holding
from marketplace.invariants import check
from marketplace.kinds import Kind
from marketplace.models import Hold, Listing, Order
from marketplace.orders import holds
from marketplace.orders import verbs as ordering
from portal.refusals import Refusal
from tests.marketplace.making import NOW, berlin, member, person, place, released

CLIENTS = 20
pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


def at_once(deeds) -> list:
    """Run all `deeds` in threads that start together; each yields what it returns or the refusal."""
    start = Barrier(len(deeds))

    def run(deed):
        try:
            start.wait(timeout=30)
            return deed()
        except Refusal as refusal:
            return type(refusal).__name__
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(run, deeds))


@pytest.mark.parametrize("kind", [kind.value for kind in Kind if kind.nature.exclusive])
def test_of_twenty_clients_exactly_one_gets_it(kind):
    listing = released(kind, approval="instant")
    people = [person(f"client{number}@example.org") for number in range(CLIENTS)]
    results = at_once([lambda user=user: place(listing, by=user) for user in people])
    assert sorted(str(type(result).__name__) for result in results).count("Order") == 1
    assert results.count("Taken") == CLIENTS - 1
    assert Order.objects.holding().count() == 1
    assert check() == []


def test_a_form_pressed_twice_at_once_makes_one_order():
    listing, orderer, submission = released("gift", approval="instant"), person(), uuid4()
    first, second = at_once([lambda: place(listing, by=orderer, submission=submission)] * 2)
    assert first == second == Order.objects.get()


def test_of_two_approvers_of_overlapping_requests_one_is_refused():
    listing = released()
    orders = [place(listing), place(listing, start="2027-01-12 11:00", end="2027-01-12 13:00")]
    results = at_once([lambda order=order: ordering.accept(order, by=None, now=NOW) for order in orders])
    assert sum(isinstance(result, Order) for result in results) == 1
    assert Order.objects.holding().count() == 1
    assert sorted(Order.objects.values_list("state", flat=True)) == ["accepted", "declined"]


def two_ways() -> tuple[Listing, Listing]:
    """One device, booked by some and lent to others."""
    booked = released(approval="instant")
    return booked, released("loan", approval="instant", title="Als Leihgabe", resource=booked.resource)


def test_a_device_booked_and_lent_at_once_is_promised_once():
    booked, lent = two_ways()
    people = [person(f"client{number}@example.org") for number in range(CLIENTS)]
    ways = [booked, lent] * (CLIENTS // 2)
    results = at_once([lambda way=way, user=user: place(way, by=user) for way, user in zip(ways, people, strict=True)])
    assert sum(isinstance(result, Order) for result in results) == 1
    assert results.count("Taken") == CLIENTS - 1
    assert check() == []


@pytest.mark.parametrize("round_", range(3))
def test_a_closure_against_a_booking_lets_one_of_them_have_the_time(round_):
    listing = released(approval="instant", quantity=2)
    start, end = berlin("2027-01-12 09:00"), berlin("2027-01-12 18:00")
    closed, booked = at_once(
        [
            lambda: holds.close(listing, start=start, end=end, why="closure", by=None, now=NOW),
            lambda: place(listing),
        ]
    )
    assert (closed, type(booked)) == ("InTheWay", Order) or (len(closed), booked) == (2, "Taken")
    assert Hold.objects.count() == (1 if closed == "InTheWay" else 2)
    assert check() == []


def test_a_booking_cancelled_twice_at_once_is_cancelled_once():
    order = place(released(approval="instant"))
    results = at_once([lambda: ordering.cancel(order, by=None, now=NOW)] * 4)
    assert results.count("NotPossible") == 3


def test_forty_bookings_of_two_devices_in_both_orders_meet_no_deadlock():
    first, second = released(approval="instant"), released(approval="instant", title="Zweites")
    pairs = [(first, second), (second, first)] * (CLIENTS // 2)

    orderer = person()

    def book(pair, hour):
        for listing in pair:
            place(listing, by=orderer, start=f"2027-01-{12 + hour:02d} 10:00", end=f"2027-01-{12 + hour:02d} 11:00")

    results = at_once([lambda pair=pair, n=n: book(pair, n // 2) for n, pair in enumerate(pairs)])
    assert set(results) <= {None, "Taken"}
    assert Order.objects.holding().count() == CLIENTS
    assert check() == []


@pytest.mark.parametrize("kind", ["device", "sale"])
def test_of_two_orders_for_the_last_two_pieces_one_gets_both_and_the_other_none(kind):
    listing = released(kind, approval="instant", quantity=3)
    place(listing, by=person("first@example.org"))
    people = [person(f"client{number}@example.org") for number in range(6)]
    results = at_once([lambda user=user: place(listing, by=user, quantity=2) for user in people])
    assert sum(isinstance(result, Order) for result in results) == 1
    assert results.count("NotSoMany") == 5
    assert sorted(Hold.objects.values_list("piece", flat=True)) == [1, 2, 3]
    assert check() == []


def moved(order, by):
    """The owner proposes the time that the newcomer wants."""
    start, end = berlin("2027-01-12 10:00"), berlin("2027-01-12 12:00")
    return ordering.propose(order, lines=[], period=(start, end), by=by, now=NOW)


@pytest.mark.parametrize("round_", range(3))
def test_a_proposal_against_a_newcomer_lets_one_of_them_have_the_time(round_):
    listing = released(approval="instant", needs_briefing=True)
    asked = place(listing, start="2027-02-01 10:00", end="2027-02-01 12:00")
    Listing.objects.update(needs_briefing=False)
    owner, newcomer = member(listing.institution), person("new@example.org")
    proposed, booked = at_once([lambda: moved(asked, owner), lambda: place(listing, by=newcomer)])
    assert "Taken" in {proposed, booked}
    assert sorted(str(getattr(result, "state", "")) for result in (proposed, booked)) in [
        ["", "accepted"],
        ["", "proposed"],
    ]
    assert Hold.objects.count() == 1
    assert check() == []


def test_control_without_lock_and_constraint_what_is_proposed_is_booked_by_a_newcomer():
    listing = released(approval="instant")
    period = DateTimeTZRange(berlin("2027-01-12 10:00"), berlin("2027-01-12 12:00"))
    orders = [
        place(listing, by=person(f"p{n}@example.org"), start=f"2027-03-0{n} 10:00", end=f"2027-03-0{n} 11:00")
        for n in (1, 2)
    ]
    Hold.objects.all().delete()
    looked = Barrier(2)

    def naive(order, state):
        free = holding.free_pieces(listing, period)
        looked.wait(timeout=30)
        if free:
            Order.objects.filter(pk=order.pk).update(state=state, period=period)
            order.period = period
            take(order, free[0])

    with without_constraint():
        at_once([lambda: naive(orders[0], "proposed"), lambda: naive(orders[1], "accepted")])
        assert Hold.objects.overlapping(period).count() == 2
        assert check() != []


def test_control_without_lock_and_constraint_the_last_two_pieces_go_to_two():
    listing = released(approval="instant", quantity=3)
    template = place(listing, start="2027-03-01 10:00", end="2027-03-01 11:00")
    place(listing)
    period, looked = DateTimeTZRange(berlin("2027-01-12 10:00"), berlin("2027-01-12 12:00")), Barrier(2)

    def naive():
        free = holding.free_pieces(Listing.objects.get(pk=listing.pk), period, 2)
        looked.wait(timeout=30)
        if free:
            order = Order.objects.get(pk=template.pk)
            order.pk, order.submission, order.period, order.quantity = None, uuid4(), period, 2
            order.save(force_insert=True)
            for piece in free:
                take(order, piece)

    with without_constraint():
        at_once([naive] * 2)
        assert Hold.objects.overlapping(period).count() == 5
        assert check() != []


def test_control_without_lock_and_constraint_the_slot_is_sold_again_and_again():
    """The same look and write without the guards: if this sold one slot once, the tests above would prove nothing."""
    listing = released(approval="instant")
    template = place(listing, start="2027-03-01 10:00", end="2027-03-01 11:00")
    period = DateTimeTZRange(berlin("2027-01-12 10:00"), berlin("2027-01-12 12:00"))
    looked = Barrier(CLIENTS)

    def naive():
        free = holding.free_pieces(Listing.objects.get(pk=listing.pk), period)
        looked.wait(timeout=30)
        if free:
            order = Order.objects.get(pk=template.pk)
            order.pk, order.submission, order.period = None, uuid4(), period
            order.save(force_insert=True)
            take(order, free[0])

    with without_constraint():
        at_once([naive] * CLIENTS)
        assert Order.objects.holding().overlapping(period).count() > 1
        assert check() != []


def test_control_without_lock_and_constraint_a_device_is_booked_and_lent_at_once():
    booked, lent = two_ways()
    template = place(booked, start="2027-03-01 10:00", end="2027-03-01 11:00")
    period = DateTimeTZRange(berlin("2027-01-12 10:00"), berlin("2027-01-12 12:00"))
    looked = Barrier(2)

    def naive(listing):
        free = holding.free_pieces(Listing.objects.get(pk=listing.pk), period)
        looked.wait(timeout=30)
        if free:
            order = Order.objects.get(pk=template.pk)
            order.pk, order.submission, order.period, order.listing = None, uuid4(), period, listing
            order.save(force_insert=True)
            take(order, free[0])

    with without_constraint():
        at_once([lambda: naive(booked), lambda: naive(lent)])
        assert Order.objects.holding().overlapping(period).count() == 2
        assert check() != []


def take(order, piece) -> None:
    resource = order.listing.resource
    Hold.objects.create(resource=resource, piece=piece, period=order.period, why="order", order=order)


@contextmanager
def without_constraint():
    constraint = next(c for c in Hold._meta.constraints if c.name == "hold_holds_alone")
    with connection.schema_editor() as editor:
        editor.remove_constraint(Hold, constraint)
    try:
        yield
    finally:
        Order.objects.all().delete()
        with connection.schema_editor() as editor:
            editor.add_constraint(Hold, constraint)
