"""The rules of ordering."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from procrastinate.contrib.django.models import ProcrastinateJob

from marketplace.availability import periods
from marketplace.models import Listing, Order
from marketplace.offers import verbs as offering
from marketplace.orders import verbs as ordering
from marketplace.refusals import NotForYou, NotVerifiedYet, Taken
from portal.accounts.kinds import InstitutionKind
from portal.payments import bookkeeping
from portal.payments.models import Payment
from tests.marketplace.making import NOW, berlin, institution, later, person, place, released

pytestmark = pytest.mark.django_db


def letters() -> list[str]:
    return [job.args["kind"].removeprefix("marketplace.") for job in ProcrastinateJob.objects.order_by("id")]


def pieces(order) -> list[int]:
    return list(order.holds.values_list("piece", flat=True))


def test_an_instant_booking_is_confirmed_at_once_and_both_sides_hear_of_it():
    listing = released(approval="instant")
    before = len(letters())
    order = place(listing)
    assert (order.state, order.price, order.decide_by) == ("accepted", Decimal("80.00"), None)
    assert letters()[before:] == ["order_accepted", "order_came_in"]


def test_a_request_waits_for_an_answer_and_holds_nothing():
    listing = released()
    first, second = place(listing), place(listing, by=person("second@example.org"))
    assert (first.state, second.state) == ("requested", "requested")
    assert first.decide_by == berlin("2027-01-12 10:00")


def test_accepting_one_request_declines_those_that_it_outruns():
    listing = released()
    wanted = place(listing)
    rival = place(listing, start="2027-01-12 11:00", end="2027-01-12 13:00")
    neighbour = place(listing, start="2027-01-12 12:00", end="2027-01-12 13:00")
    ordering.accept(wanted, by=None, now=NOW)
    states = dict(Order.objects.values_list("pk", "state"))
    assert states == {wanted.pk: "accepted", rival.pk: "declined", neighbour.pk: "requested"}


def test_a_taken_time_is_refused_and_its_neighbours_are_not():
    listing = released(approval="instant")
    place(listing, start="2027-01-12 10:00", end="2027-01-12 11:00")
    place(listing, start="2027-01-12 11:00", end="2027-01-12 12:00")
    with pytest.raises(Taken):
        place(listing, start="2027-01-12 10:59", end="2027-01-12 11:01")
    assert listing.orders.count() == 2


def test_a_thing_of_two_pieces_is_taken_twice():
    listing = released(approval="instant", quantity=2)
    assert [pieces(place(listing)), pieces(place(listing))] == [[1], [2]]
    with pytest.raises(Taken):
        place(listing)


def test_the_database_refuses_an_overlap_even_where_the_lock_was_forgotten():
    order = place(released(approval="instant"))
    twin = order.holds.get()
    twin.pk, twin.period = None, DateTimeTZRange(order.starts_at, later(days=9))
    with pytest.raises(IntegrityError, match="hold_holds_alone"), transaction.atomic():
        twin.save(force_insert=True)


def test_a_purchase_waits_for_money_and_money_confirms_it():
    order = place(released("sale"))
    payment = Payment.objects.for_purpose(order).get()
    assert (order.state, payment.amount, order.ends_at) == ("awaiting_payment", Decimal("1200.00"), None)
    bookkeeping.receive_transfer(payment, by=None, now=later(days=1))
    order.refresh_from_db()
    assert order.state == "accepted"
    ordering.complete(order, by=None, now=later(days=2))


def test_the_price_stays_as_agreed_when_the_tariff_changes():
    order = place(released())
    Listing.objects.update(hourly=Decimal("99"))
    assert ordering.accept(order, by=None, now=NOW).price == Decimal("80.00")


def test_an_unpaid_purchase_lapses_before_the_next_buyer_is_asked():
    listing = released("sale")
    late = place(listing)
    second = place(listing, by=person("second@example.org"), now=later(days=15))
    late.refresh_from_db()
    assert (late.state, second.state) == ("lapsed", "awaiting_payment")


def test_late_money_confirms_what_is_still_free():
    order = place(released("sale"))
    ordering.lapse(order, now=later(days=15))
    bookkeeping.receive_transfer(Payment.objects.for_purpose(order).get(), by=None, now=later(days=16))
    order.refresh_from_db()
    assert order.state == "accepted"


def test_late_money_for_something_gone_goes_back():
    listing = released("sale")
    late = place(listing)
    place(listing, by=person("second@example.org"), now=later(days=15))
    payment = Payment.objects.for_purpose(late).get()
    bookkeeping.receive_transfer(payment, by=None, now=later(days=16))
    late.refresh_from_db()
    payment.refresh_from_db()
    assert (late.state, payment.state) == ("lapsed", "refund_due")


def test_cancelling_a_paid_purchase_owes_the_money_back_and_frees_the_thing():
    listing = released("sale")
    order = place(listing)
    payment = Payment.objects.for_purpose(order).get()
    bookkeeping.receive_transfer(payment, by=None, now=NOW)
    ordering.cancel(order, by=order.orderer, now=later(days=1))
    payment.refresh_from_db()
    assert payment.state == "refund_due"
    assert place(listing, now=later(days=2)).state == "awaiting_payment"


def test_cancelling_an_unpaid_purchase_asks_for_no_money_any_more():
    order = place(released("sale"))
    ordering.cancel(order, by=order.orderer, now=NOW)
    assert Payment.objects.for_purpose(order).get().state == "cancelled"


def test_a_booking_that_has_begun_cannot_be_cancelled():
    order = place(released(approval="instant"))
    with pytest.raises(ordering.AlreadyBegun):
        ordering.cancel(order, by=order.orderer, now=berlin("2027-01-12 10:30"))


def test_an_expired_listing_takes_no_order():
    listing = released("gift")
    with pytest.raises(ordering.NotOffered):
        place(listing, now=later(days=61))


@pytest.mark.parametrize(
    ("audience", "kind", "verified", "refusal"),
    [
        (["academic"], InstitutionKind.UNIVERSITY, True, None),
        (["academic"], InstitutionKind.UNIVERSITY, False, NotVerifiedYet),
        (["academic"], InstitutionKind.COMPANY, True, NotForYou),
        (["academic"], InstitutionKind.STARTUP, True, NotForYou),
        (["academic"], None, True, NotForYou),
        (["startup"], None, True, NotForYou),
        (["startup"], InstitutionKind.STARTUP, True, None),
        (["industry"], InstitutionKind.COMPANY, True, None),
        (["industry", "startup"], InstitutionKind.COMPANY, False, NotVerifiedYet),
        (["academic", "industry", "startup"], InstitutionKind.UNIVERSITY, False, None),
        (["academic", "industry", "startup"], None, True, None),
    ],
)
@pytest.mark.parametrize("group", ["university", "startup", "sme"])
def test_the_verified_institution_alone_says_to_whom_it_is_offered(audience, kind, verified, refusal, group):
    listing = released(audience=audience, approval="instant")
    theirs = institution("theirs", kind=kind, is_verified=verified) if kind else None
    if refusal is None:
        assert place(listing, institution=theirs, target_group=group).state == "accepted"
        return
    with pytest.raises(NotForYou) as told:
        place(listing, institution=theirs, target_group=group)
    assert type(told.value) is refusal


def test_private_persons_cannot_order_what_is_for_institutions_only():
    with pytest.raises(NotForYou):
        place(released(institutions_only=True))


@pytest.mark.parametrize(
    ("facts", "start", "end", "refusal"),
    [
        ({}, None, None, periods.TimeMissing),
        ({}, "2027-01-12 12:00", "2027-01-12 10:00", periods.EndsBeforeItStarts),
        ({}, "2027-01-12 12:00", "2027-01-12 12:00", periods.EndsBeforeItStarts),
        ({}, "2027-01-10 10:00", "2027-01-10 12:00", periods.InThePast),
        ({}, "2030-01-10 10:00", "2030-01-10 12:00", periods.TooFarAhead),
        ({"lead_days": 2}, "2027-01-12 10:00", "2027-01-12 12:00", periods.TooSoon),
        ({"min_hours": 3}, "2027-01-12 10:00", "2027-01-12 12:00", periods.TooShort),
        ({"max_hours": 1}, "2027-01-12 10:00", "2027-01-12 12:00", periods.TooLong),
    ],
)
def test_a_period_against_the_listings_rules_is_refused(facts, start, end, refusal):
    with pytest.raises(refusal):
        place(released(**facts), start=start, end=end)


@pytest.mark.parametrize(
    ("start", "end", "open_then"),
    [
        ("2027-01-12 08:00", "2027-01-12 18:00", True),
        ("2027-01-12 07:59", "2027-01-12 10:00", False),
        ("2027-01-12 10:00", "2027-01-12 18:01", False),
        ("2027-01-16 10:00", "2027-01-16 12:00", False),  # a Saturday
        ("2027-01-12 10:00", "2027-01-14 12:00", True),  # over night it stays where it is
    ],
)
def test_begin_and_end_lie_within_opening_hours(start, end, open_then):
    from datetime import time

    listing = released(opening_days=[0, 1, 2, 3, 4], opens_at=time(8), closes_at=time(18))
    if open_then:
        assert place(listing, start=start, end=end).state == "requested"
    else:
        with pytest.raises(periods.OutsideOpeningHours):
            place(listing, start=start, end=end)


@pytest.mark.parametrize(("start", "open_then"), [("2027-01-15 23:00", True), ("2027-01-16 00:30", False)])
def test_ticked_weekdays_without_times_are_open_all_day_and_on_no_other(start, open_then):
    listing = released(opening_days=[0, 1, 2, 3, 4])
    end = start[:-5] + "23:30" if open_then else start[:-5] + "02:00"
    if open_then:
        assert place(listing, start=start, end=end).state == "requested"
    else:
        with pytest.raises(periods.OutsideOpeningHours):
            place(listing, start=start, end=end)


def test_a_loan_has_a_longest_time():
    listing = released("loan", loan_max_months=6)
    assert place(listing, end="2027-07-12 10:00").price == Decimal("0.00")
    with pytest.raises(periods.TooLong):
        place(listing, end="2027-07-13 10:00")


def test_a_service_is_asked_for_without_a_time_and_shuts_nobody_out():
    listing = released("service")
    first, second = place(listing, start=None, end=None), place(listing, start=None, end=None)
    ordering.accept(first, by=None, now=NOW)
    assert ordering.accept(second, by=None, now=NOW).period is None


def test_a_withdrawn_listing_leaves_no_request_behind():
    order = place(released())
    offering.withdraw(order.listing, by=None, now=NOW)
    order.refresh_from_db()
    assert order.state == "declined"


def test_a_listing_with_an_agreed_order_cannot_be_withdrawn():
    listing = released(approval="instant")
    place(listing)
    with pytest.raises(offering.OrdersRunning):
        offering.withdraw(listing, by=None, now=NOW)
    assert offering.withdraw(listing, by=None, now=later(days=3)).state == "withdrawn"


def test_who_comes_first_costs_a_dozen_questions_and_who_comes_too_late_a_single_one(django_assert_max_num_queries):
    listing = Listing.objects.get(pk=released(approval="instant").pk)
    first, second = person("first@example.org"), person("second@example.org")
    place(listing, by=first, start="2027-01-12 13:00", end="2027-01-12 14:00")
    with django_assert_max_num_queries(18):
        place(listing, by=first)
    with django_assert_max_num_queries(1), pytest.raises(Taken):
        place(listing, by=second)


def test_who_comes_too_late_is_not_turned_away_early_where_only_the_lock_can_tell(django_assert_max_num_queries):
    listing, second = released(), person("second@example.org")
    waits = place(listing, binding=False)
    ordering.accept(waits, by=None, now=NOW)
    waits.refresh_from_db()
    assert (waits.state, waits.holds.count()) == ("proposed", 1)
    with django_assert_max_num_queries(1), pytest.raises(Taken):
        place(listing, by=second)
    assert place(listing, by=second, now=waits.decide_by).state == "requested"
    waits.refresh_from_db()
    assert waits.state == "lapsed"


@pytest.mark.parametrize("looks", [True, False])
def test_the_constraint_is_the_last_word_also_at_the_first_moment(looks, monkeypatch):
    """Whoever forgets to look is refused by the database, and nothing is left of the try."""
    listing = released(approval="instant")
    place(listing)
    monkeypatch.setattr("marketplace.orders.early.turn_away", lambda *args, **kwargs: None)
    if not looks:
        monkeypatch.setattr("marketplace.availability.holding.Held.free_pieces", lambda *args, **kwargs: [1])
    with pytest.raises(Taken):
        place(listing, by=person("second@example.org"))
    assert Order.objects.count() == 1
