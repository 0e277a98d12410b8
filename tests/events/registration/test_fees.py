"""A fee holds the seats until it is paid; late money confirms or goes back."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from events.kinds import Reduction
from events.models import Event
from events.refusals import PriceHasChanged
from events.registration import verbs as registration
from events.staff import dates as scheduling
from portal.language import times
from portal.payments import bookkeeping, checkout, following
from portal.payments.models import Payment
from tests.events.reading import letters, state, taken

pytestmark = pytest.mark.usefixtures("rules_hold")


def due(now):
    """When a fee asked for now has to be there: the end of the seventh day."""
    return times.end_of_day(now + timedelta(days=7))


@pytest.fixture
def paid(make_event):
    return make_event(fee=Decimal("49.90"), capacity=2)


def test_fee_holds_the_seats_and_asks_for_the_agreed_total(paid, guest, now):
    one = guest(paid, seats=2)
    payment = Payment.objects.for_purpose(one).get()
    assert (state(one), taken(paid), payment.amount) == (["awaiting_payment"], 2, Decimal("99.80"))
    assert one.pay_until == due(now)
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
    return bookkeeping.receive_transfer(payment, by=None, now=now)


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
    later = due(now)
    registration.lapse(paid, now=later)
    assert (state(one, two), taken(paid)) == (["lapsed", "awaiting_payment"], 1)
    two.refresh_from_db()
    assert two.pay_until == due(later)
    assert Payment.objects.for_purpose(two).get().state == "open"


def test_unpaid_holds_lapse_before_a_newcomer_is_looked_at(paid, guest, now):
    guest(paid, seats=2)
    assert state(guest(paid, now=due(now))) == ["awaiting_payment"]


def test_late_money_confirms_if_the_seats_are_still_free(paid, guest, now):
    one = guest(paid, seats=2)
    registration.lapse(paid, now=due(now))
    pay(Payment.objects.get(), now + timedelta(days=8))
    assert (state(one), taken(paid)) == (["confirmed"], 2)


def test_late_money_goes_back_if_the_seats_are_gone(paid, guest, now):
    one = guest(paid, seats=2)
    payment = Payment.objects.get()
    later = due(now)
    two = guest(paid, seats=2, now=later)
    pay(payment, later)
    payment.refresh_from_db()
    assert (state(one, two), payment.state) == (["lapsed", "awaiting_payment"], "refund_due")
    assert ("refund_coming", payment.pk) in letters()


def test_late_money_does_not_overtake_who_waits(paid, guest, now):
    one = guest(paid, seats=1)
    group = guest(paid, seats=2)
    payment, later = Payment.objects.get(), due(now)
    registration.lapse(paid, now=later)
    pay(payment, later)
    assert state(one, group) == ["lapsed", "awaiting_payment"]


def test_registering_again_after_a_lapse_withdraws_the_old_payment(paid, guest, now):
    old = guest(paid, "a@example.org")
    new = guest(paid, "a@example.org", now=due(now))
    assert state(old, new) == ["lapsed", "awaiting_payment"]
    assert [Payment.objects.for_purpose(one).get().state for one in (old, new)] == ["cancelled", "open"]


def test_cancelling_a_paid_registration_makes_a_refund_due(paid, guest, now):
    one = guest(paid)
    pay(Payment.objects.get(), now)
    registration.cancel(one, now=now)
    assert (Payment.objects.get().state, taken(paid)) == ("refund_due", 0)


def debit(payment, stripe):
    checkout.start(payment)
    stripe.pay(payment.session_id, debit=True)
    following.settle(payment.session_id)
    return payment.session_id


@pytest.mark.usefixtures("today")
def test_seats_are_kept_while_a_debit_is_under_way(paid, guest, now, stripe_server):
    one = guest(paid)
    debit(Payment.objects.get(), stripe_server)
    registration.lapse(paid, now=now + timedelta(days=13))
    assert state(one) == ["awaiting_payment"]
    registration.lapse(paid, now=now + timedelta(days=15))
    assert state(one) == ["lapsed"]


@pytest.mark.usefixtures("today")
def test_failed_debit_gives_another_try_and_no_endless_hold(paid, guest, now, stripe_server):
    one = guest(paid)
    session = debit(Payment.objects.get(), stripe_server)
    stripe_server.fail(session)
    following.settle(session)
    one.refresh_from_db()
    assert (one.state, one.pay_until) == ("awaiting_payment", due(now))
    assert checkout.start(Payment.objects.get())


@pytest.mark.usefixtures("today")
def test_undone_transfer_puts_the_seat_back_to_awaiting_payment(paid, guest, now):
    one = guest(paid)
    payment = Payment.objects.get()
    pay(payment, now)
    assert state(one) == ["confirmed"]
    bookkeeping.undo_transfer(payment, by=None, reason="falsch", now=now)
    one.refresh_from_db()
    assert (one.state, one.pay_until, taken(paid)) == ("awaiting_payment", due(now), 1)


@pytest.mark.parametrize(("fee", "allowed"), [("0", True), ("0.01", False), ("0.49", False), ("0.50", True)])
def test_fee_that_nobody_could_pay_online_is_refused_where_it_is_set(make_event, ticket, coupon, fee, allowed):
    event = make_event()
    event.fee = Decimal(fee)
    price = ticket(event)
    price.fee = Decimal(fee)
    fixed = coupon(event, kind=Reduction.FIXED)
    fixed.value = Decimal(fee)
    for thing, field in ((event, "fee"), (price, "fee"), (fixed, "value")):
        wrong = {}
        try:
            thing.full_clean()
        except ValidationError as error:
            wrong = error.message_dict
        assert (field not in wrong) == allowed


@pytest.mark.parametrize(
    ("said", "cause"),
    [
        (lambda one, event, now: registration.cancel(one, now=now), "own"),
        (lambda one, event, now: scheduling.call_off(event, now=now), "called_off"),
    ],
)
def test_money_that_goes_back_knows_why(paid, guest, now, said, cause):
    one = guest(paid)
    pay(Payment.objects.get(), now)
    said(one, paid, now)
    payment = Payment.objects.get()
    assert (payment.state, payment.cause) == ("refund_due", cause)


def test_money_that_goes_back_because_staff_cancelled_says_so(paid, guest, now, django_user_model):
    one = guest(paid)
    pay(Payment.objects.get(), now)
    registration.cancel(one, by=django_user_model.objects.create_user("staff@example.org"), now=now)
    assert Payment.objects.get().cause == "office"
