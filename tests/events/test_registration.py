from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from events import invariants, registration, scheduling, seats
from events.models import Event, Registration
from events.refusals import (
    AlreadyRegistered,
    EventClosed,
    EventIsCancelled,
    EventIsPast,
    GroupTooLarge,
    NotPossible,
    NotYetOpen,
    PriceHasChanged,
    RegistersElsewhere,
    SubmittedBefore,
)
from events.states import RegistrationState
from portal.payments import checkout
from portal.payments.models import Payment


def state(*registrations):
    """The states as they stand in the database."""
    rows = dict(Registration.objects.values_list("pk", "state"))
    return [rows[one.pk] for one in registrations]


def taken(event):
    return Event.objects.get(pk=event.pk).seats_taken


def letters():
    jobs = ProcrastinateJob.objects.filter(task_name="letters.deliver").order_by("id")
    return [(job.args["kind"].split(".")[1], job.args["pk"]) for job in jobs]


@pytest.fixture
def paid(make_event):
    return make_event(fee=Decimal("49.90"), capacity=2)


@pytest.fixture
def by_hand():
    """For tests that set states by hand, past the verbs."""


@pytest.fixture(autouse=True)
def _rules_hold(db, request):
    """After every test of this room no row contradicts the rules."""
    yield
    if "by_hand" not in request.fixturenames:
        assert invariants.check() == []


def test_register_confirms_and_counts_the_seats(event, guest):
    one = guest(event, "a@example.org", seats=3)
    assert (state(one), taken(event)) == (["confirmed"], 3)


def test_register_promises_a_letter_to_the_guest_and_one_to_the_office(event, guest):
    one = guest(event)
    assert letters() == [("registered", one.pk), ("office_notice", one.pk)]


def test_register_puts_the_eleventh_guest_on_the_waiting_list(event, guest):
    everybody = [guest(event) for _ in range(11)]
    assert state(*everybody) == ["confirmed"] * 10 + ["waiting"]
    assert taken(event) == 10


def test_register_lets_nobody_overtake_a_group_that_waits(make_event, guest):
    event = make_event(capacity=3)
    guest(event, seats=2)
    group = guest(event, seats=2)
    single = guest(event, seats=1)
    assert state(group, single) == ["waiting", "waiting"]


def test_register_without_capacity_confirms_everybody(make_event, guest):
    event = make_event(capacity=None)
    assert state(*[guest(event, seats=10) for _ in range(3)]) == ["confirmed"] * 3
    assert taken(event) == 30


def test_register_with_capacity_zero_puts_everybody_on_the_waiting_list(make_event, guest):
    event = make_event(capacity=0)
    assert state(guest(event), guest(event)) == ["waiting", "waiting"]


def test_register_refuses_a_group_larger_than_the_event(make_event, guest):
    with pytest.raises(GroupTooLarge, match="4"):
        guest(make_event(capacity=4), seats=5)


def test_register_takes_one_address_once_in_any_case(event, guest):
    guest(event, "A@Example.org")
    with pytest.raises(AlreadyRegistered):
        guest(event, "a@example.ORG ")
    assert taken(event) == 1


def test_register_takes_an_address_again_after_it_cancelled(event, guest, now):
    first = guest(event, "a@example.org")
    registration.cancel(first, now=now)
    assert state(guest(event, "a@example.org")) == ["confirmed"]
    assert taken(event) == 1


def test_register_twice_with_one_form_is_one_registration(event, guest):
    form = uuid4()
    first = guest(event, "a@example.org", submission=form)
    assert guest(event, "A@example.org", submission=form) == first
    assert taken(event) == 1
    assert len(letters()) == 2


def test_register_refuses_one_form_with_other_details(event, guest):
    form = uuid4()
    guest(event, "a@example.org", submission=form)
    with pytest.raises(SubmittedBefore):
        guest(event, "b@example.org", submission=form)


def test_one_form_number_means_nothing_at_another_event(make_event, guest):
    form = uuid4()
    assert state(*[guest(make_event(), "a@example.org", submission=form) for _ in range(2)]) == ["confirmed"] * 2


def test_register_refuses_one_second_after_the_deadline_and_accepts_one_before(make_event, guest, now):
    event = make_event(registration_closes_at=now + timedelta(days=1))
    assert state(guest(event, now=now + timedelta(hours=23, minutes=59, seconds=59))) == ["confirmed"]
    with pytest.raises(EventClosed):
        guest(event, now=now + timedelta(days=1, seconds=1))


def test_register_closes_when_the_event_begins(event, guest):
    with pytest.raises(EventClosed):
        guest(event, now=event.starts_at)


def test_register_waits_for_the_opening(make_event, guest, now):
    event = make_event(registration_opens_at=now + timedelta(hours=1))
    with pytest.raises(NotYetOpen):
        guest(event)
    assert state(guest(event, now=now + timedelta(hours=1))) == ["confirmed"]


def test_register_refuses_what_is_past_cancelled_or_elsewhere(make_event, guest, now):
    with pytest.raises(EventIsPast):
        guest(make_event(starts_at=now - timedelta(days=2)))
    with pytest.raises(RegistersElsewhere):
        guest(make_event(external_url="https://example.org/"))
    with pytest.raises(RegistersElsewhere):
        guest(make_event(admission="invitation"))
    off = make_event()
    scheduling.call_off(off, now=now)
    with pytest.raises(EventIsCancelled):
        guest(off)


def test_register_keeps_the_target_group_and_the_consent(event, guest, now):
    one = guest(event, target_group="clinic")
    assert (one.target_group, one.consent_version, one.consented_at) == ("clinic", "2026-11", now)


def test_cancel_gives_the_seats_back_once(event, guest, now):
    one = guest(event, seats=3)
    guest(event, seats=4)
    registration.cancel(one, now=now)
    registration.cancel(one, now=now)
    assert (state(one), taken(event)) == (["cancelled"], 4)
    assert [kind for kind, _ in letters()].count("cancelled") == 1


def test_cancel_moves_the_waiting_list_up_in_its_order(make_event, guest, now):
    event = make_event(capacity=3)
    holder = guest(event, seats=3)
    waiting = [guest(event, seats=n) for n in (1, 1, 2)]
    registration.cancel(holder, now=now)
    assert state(*waiting) == ["confirmed", "confirmed", "waiting"]
    assert taken(event) == 2
    assert [pk for kind, pk in letters() if kind == "promoted"] == [one.pk for one in waiting[:2]]


def test_cancel_does_not_let_a_small_group_overtake_the_first_large_one(make_event, guest, now):
    event = make_event(capacity=4)
    small, large = guest(event, seats=1), guest(event, seats=3)
    first, second = guest(event, seats=3), guest(event, seats=1)
    registration.cancel(small, now=now)
    assert state(first, second) == ["waiting", "waiting"]
    registration.cancel(large, now=now)
    assert state(first, second) == ["confirmed", "confirmed"]


def test_a_group_that_can_never_be_served_stops_nobody(make_event, guest, now):
    event = make_event(capacity=4)
    holder = guest(event, seats=1)
    huge, small = guest(event, seats=4), guest(event, seats=1)
    scheduling.resize(event, capacity=2, now=now)
    assert state(huge, small) == ["waiting", "confirmed"]
    registration.cancel(holder, now=now)
    assert state(guest(event)) == ["confirmed"]


def test_cancel_refuses_after_the_event(event, guest):
    one = guest(event)
    with pytest.raises(EventIsPast):
        registration.cancel(one, now=event.ends_at)


def test_waiting_list_stands_still_once_the_event_has_begun(make_event, guest, now, by_hand):
    event = make_event(capacity=1)
    holder, waits = guest(event), guest(event)
    registration.cancel(holder, now=event.starts_at + timedelta(minutes=5))
    assert state(waits) == ["waiting"]


def test_waiting_list_moves_up_after_the_deadline_that_newcomers_have(make_event, guest, now):
    event = make_event(capacity=1, registration_closes_at=now + timedelta(days=1))
    holder, waits = guest(event), guest(event)
    with pytest.raises(EventClosed):
        guest(event, now=now + timedelta(days=2))
    registration.cancel(holder, now=now + timedelta(days=2))
    assert state(waits) == ["confirmed"]


def test_fee_holds_the_seats_and_asks_for_the_agreed_total(paid, guest, now):
    one = guest(paid, seats=2)
    payment = Payment.objects.for_purpose(one).get()
    assert (state(one), taken(paid), payment.amount) == (["awaiting_payment"], 2, Decimal("99.80"))
    assert one.pay_until == now + timedelta(days=7)
    Event.objects.filter(pk=paid.pk).update(fee=Decimal("59.90"))
    one.refresh_from_db()
    assert one.amount == Decimal("99.80")


def test_an_english_payer_reads_the_english_title(make_event, publish, calendar_en, guest):
    event = make_event(fee=10)
    german = publish(event, title="Bioprozesstag")
    english = german.copy_for_translation(calendar_en.locale)
    english.title = "Bioprocess Day"
    english.save_revision().publish()
    told = [Payment.objects.for_purpose(guest(event, language=code)).get().description for code in ("de", "en")]
    assert told == ["Bioprozesstag", "Bioprocess Day"]


def test_fee_is_due_at_the_latest_when_the_event_begins(make_event, guest, now):
    event = make_event(fee=10, starts_at=now + timedelta(days=2))
    assert guest(event).pay_until == event.starts_at


def test_fee_of_zero_asks_for_no_payment(make_event, guest):
    assert state(guest(make_event(fee=0))) == ["confirmed"]
    assert Payment.objects.count() == 0


def test_register_refuses_a_price_that_the_visitor_did_not_see(paid, guest):
    with pytest.raises(PriceHasChanged, match="99,80"):
        guest(paid, seats=2, shown_fee=Decimal("39.90"))
    assert state(guest(paid, shown_fee=Decimal("49.90"))) == ["awaiting_payment"]


def pay(payment, now):
    return checkout.receive_transfer(payment, by=None, now=now)


def test_payment_confirms_the_registration(paid, guest, now):
    one = guest(paid)
    pay(Payment.objects.get(), now)
    assert (state(one), taken(paid)) == (["confirmed"], 1)
    assert ("registered", one.pk) in letters()


def test_payment_in_time_counts_though_nobody_has_looked_at_the_deadline(paid, guest, now):
    one = guest(paid, seats=2)
    pay(Payment.objects.get(), now + timedelta(days=8))
    assert state(one) == ["confirmed"]


def test_unpaid_holds_lapse_and_the_waiting_list_moves_up(paid, guest, now):
    one, two = guest(paid, seats=2), guest(paid)
    later = now + timedelta(days=7)
    registration.lapse(paid, now=later)
    assert (state(one, two), taken(paid)) == (["lapsed", "awaiting_payment"], 1)
    two.refresh_from_db()
    assert two.pay_until == later + timedelta(days=7)
    assert Payment.objects.for_purpose(two).get().state == "open"


def test_unpaid_holds_lapse_before_a_newcomer_is_looked_at(paid, guest, now):
    guest(paid, seats=2)
    assert state(guest(paid, now=now + timedelta(days=7))) == ["awaiting_payment"]


def test_late_money_confirms_if_the_seats_are_still_free(paid, guest, now):
    one = guest(paid, seats=2)
    registration.lapse(paid, now=now + timedelta(days=7))
    pay(Payment.objects.get(), now + timedelta(days=8))
    assert (state(one), taken(paid)) == (["confirmed"], 2)


def test_late_money_goes_back_if_the_seats_are_gone(paid, guest, now):
    one = guest(paid, seats=2)
    payment = Payment.objects.get()
    later = now + timedelta(days=7)
    two = guest(paid, seats=2, now=later)
    pay(payment, later)
    payment.refresh_from_db()
    assert (state(one, two), payment.state) == (["lapsed", "awaiting_payment"], "refund_due")
    assert ("refund_coming", payment.pk) in letters()


def test_late_money_does_not_overtake_who_waits(paid, guest, now):
    one = guest(paid, seats=1)
    group = guest(paid, seats=2)
    payment, later = Payment.objects.get(), now + timedelta(days=7)
    registration.lapse(paid, now=later)
    pay(payment, later)
    assert state(one, group) == ["lapsed", "awaiting_payment"]


def test_registering_again_after_a_lapse_withdraws_the_old_payment(paid, guest, now):
    old = guest(paid, "a@example.org")
    new = guest(paid, "a@example.org", now=now + timedelta(days=7))
    assert state(old, new) == ["lapsed", "awaiting_payment"]
    assert [Payment.objects.for_purpose(one).get().state for one in (old, new)] == ["cancelled", "open"]


def test_cancelling_a_paid_registration_makes_a_refund_due(paid, guest, now):
    one = guest(paid)
    pay(Payment.objects.get(), now)
    registration.cancel(one, now=now)
    assert (Payment.objects.get().state, taken(paid)) == ("refund_due", 0)


def test_link_is_sent_again_at_most_every_quarter_of_an_hour(event, guest, now):
    one = guest(event, "a@example.org")
    sent = [
        registration.send_link_again(event, email="A@example.org", now=now + timedelta(minutes=minutes))
        for minutes in (0, 1, 14, 15)
    ]
    assert sent == [True, False, False, True]
    assert letters().count(("link_again", one.pk)) == 2
    assert registration.send_link_again(event, email="stranger@example.org", now=now) is False


@pytest.mark.parametrize("to", RegistrationState.values)
@pytest.mark.parametrize("start", RegistrationState.values)
def test_states_move_only_along_the_drawn_arrows(event, guest, now, by_hand, start, to):
    one = guest(event)
    if start not in RegistrationState.HOLDING:
        seats.take(event, -one.seats)
    Registration.objects.filter(pk=one.pk).update(state=start, pay_until=now, offer_until=now)
    one.refresh_from_db()
    event.refresh_from_db()
    if to in RegistrationState.NEXT[start]:
        seats.move(event, one, to, now=now)
        assert (state(one), taken(event)) == ([to], int(to in RegistrationState.HOLDING))
    else:
        with pytest.raises(NotPossible):
            seats.move(event, one, to, now=now)
        assert state(one) == [start]


CANCEL = dict.fromkeys([*RegistrationState.ACTIVE, "cancelled"], "cancelled")
LAPSE = {"awaiting_payment": "lapsed", "offered": "lapsed"}
PAID = {"awaiting_payment": "confirmed", "confirmed": "confirmed", "lapsed": "confirmed"}


@pytest.mark.parametrize("verb", ["cancel", "lapse", "confirm_paid"])
@pytest.mark.parametrize("start", RegistrationState.values)
def test_every_verb_in_every_state_ends_where_the_table_says(make_event, guest, now, by_hand, start, verb):
    event = make_event(fee=10)
    one = guest(event)
    payment = Payment.objects.get()
    if start not in RegistrationState.HOLDING:
        seats.take(event, -1)
    Registration.objects.filter(pk=one.pk).update(state=start, pay_until=now, offer_until=now)
    if start == "waiting":
        event = scheduling.resize(event, capacity=0, now=now)
    Payment.objects.filter(pk=payment.pk).update(state="paid", paid_at=now, paid_via="transfer")
    payment.refresh_from_db()
    one.refresh_from_db()
    moment = now - timedelta(seconds=1) if verb != "lapse" else now
    table = {"cancel": CANCEL, "lapse": LAPSE, "confirm_paid": PAID}[verb]
    try:
        if verb == "cancel":
            registration.cancel(one, now=moment)
        elif verb == "lapse":
            registration.lapse(event, now=moment)
        else:
            registration.confirm_paid(one, payment, now=moment)
    except NotPossible:
        assert (start, verb) in {("lapsed", "cancel"), ("rejected", "cancel")}
    assert state(one) == [table.get(start, start)]
