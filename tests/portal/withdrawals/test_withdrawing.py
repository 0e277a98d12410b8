"""Withdrawals: what is sure is carried out at once, everything else is received and waits for a person."""

from datetime import timedelta

import pytest

from events.models import Event
from events.registration import verbs as registration
from events.states import RegistrationState
from home.models import Office
from marketplace.orders import verbs as ordering
from marketplace.states import OrderState
from portal.accounts import samples as people
from portal.payments import bookkeeping
from portal.payments.states import Cause, PaymentState
from portal.refusals import SubmittedBefore
from portal.withdrawals import invariants
from portal.withdrawals import verbs as withdrawing
from portal.withdrawals.kinds import WithdrawalRight
from portal.withdrawals.models import Withdrawal
from portal.withdrawals.states import WithdrawalState
from portal.withdrawals.verbs import Declaration
from tests.marketplace import making
from tests.portal.withdrawals.conftest import ADA, ENDS, NOW, declare, payment_of

pytestmark = pytest.mark.django_db
DONE, WAITS = WithdrawalState.CARRIED_OUT, WithdrawalState.RECEIVED


def subjects(letters, to: str = ADA["email"]) -> list[str]:
    return [letter.subject for letter in letters if any(to in one for one in letter.to)]


def test_what_was_paid_is_a_refund_due_and_the_seat_is_free(guest, post_office):
    mine = guest(paid=True)
    post_office().clear()
    one = declare(f"{payment_of(mine).reference}, mein Seminar")
    mine.refresh_from_db()
    payment = payment_of(mine)
    assert (one.state, one.deed, one.decided_by) == (DONE, mine, None)
    assert mine.state == RegistrationState.CANCELLED
    assert (payment.state, payment.cause, payment.to_give_back) == (PaymentState.REFUND_DUE, Cause.WITHDRAWN, 80)
    assert Event.objects.get(pk=mine.event_id).seats_taken == 0
    letters = post_office()
    assert subjects(letters) == [
        "Wir haben Ihren Widerruf erhalten",
        "Sie erhalten Ihr Geld zurück: Abendvortrag",
        "Ihr Widerruf ist ausgeführt",
    ]
    receipt, refund = letters[0].body, next(one.body for one in letters if "Geld" in one.subject)
    assert "Montag, 11. Januar 2027, 13:00 Uhr (MEZ)" in receipt
    assert "TP-" in receipt
    assert "Sie haben den Vertrag widerrufen." in refund
    assert invariants.check() == []


def test_what_was_not_paid_is_asked_for_no_more(guest, post_office):
    mine = guest()
    post_office().clear()
    assert declare(f"Anmeldung {mine.pk}").state == DONE
    assert payment_of(mine).state == PaymentState.CANCELLED
    letter = next(one for one in post_office() if one.subject == "Ihr Widerruf ist ausgeführt")
    assert "Sie müssen nichts bezahlen." in letter.body
    # Money that comes after all goes back.
    late = bookkeeping.receive_transfer(payment_of(mine), by=None, now=NOW + timedelta(days=2))
    assert (late.state, late.cause) == (PaymentState.REFUND_DUE, Cause.WITHDRAWN)


def test_it_is_free_also_where_cancelling_is_over(guest):
    mine = guest(paid=True)
    Event.objects.filter(pk=mine.event_id).update(cancel_until=NOW)
    assert declare(payment_of(mine).reference).state == DONE


@pytest.mark.parametrize(
    ("minutes", "state"), [(-1, DONE), (0, WAITS)], ids=["the last minute of Monday", "Tuesday at midnight"]
)
def test_the_period_is_kept_to_the_minute(guest, minutes, state):
    """T13: the 14th day is a Sunday, so it ends with Monday."""
    mine = guest(paid=True)
    assert declare(payment_of(mine).reference, now=ENDS + timedelta(minutes=minutes)).state == state


def test_what_came_in_time_counts_however_late_we_look(guest):
    mine = guest(paid=True)
    made = declare(payment_of(mine).reference, now=ENDS - timedelta(minutes=1), examined=False)
    assert withdrawing.examine(made, now=ENDS + timedelta(hours=5)).state == DONE


def test_another_mailbox_is_not_sure(guest, post_office):
    mine = guest(paid=True)
    post_office().clear()
    one = declare(payment_of(mine).reference, email="eve@example.org")
    mine.refresh_from_db()
    assert (one.state, one.deed, mine.state) == (WAITS, None, RegistrationState.CONFIRMED)
    letters = post_office()
    assert subjects(letters) == []
    assert subjects(letters, "eve@example.org") == ["Wir haben Ihren Widerruf erhalten"]
    assert [one.subject for one in letters if "zu entscheiden" in one.subject]


@pytest.mark.parametrize("named", ["mein Seminar im Januar", "TP-999999", "TP-", "B-00001", "99999999999999999999"])
def test_what_nobody_finds_is_received_all_the_same(guest, named):
    guest()
    assert declare(named).state == WAITS


def test_two_contracts_named_are_not_sure(guest):
    one, other = guest(), guest(email="other@example.org")
    assert declare(f"{payment_of(one).reference} {payment_of(other).reference}").state == WAITS


def test_a_reason_of_the_law_goes_to_a_person(guest):
    mine = guest(paid=True)
    type(mine).objects.filter(pk=mine.pk).update(withdrawal=WithdrawalRight.LEISURE)
    one = declare(payment_of(mine).reference)
    assert (one.state, one.deed) == (WAITS, mine)


def test_pressing_twice_makes_one(guest, post_office):
    mine = guest(paid=True)
    said = Declaration(**ADA, contract=payment_of(mine).reference, language="de")
    first = withdrawing.receive(said, now=NOW)
    assert withdrawing.receive(said, now=NOW + timedelta(seconds=1)) == first
    assert Withdrawal.objects.count() == 1
    with pytest.raises(SubmittedBefore):
        withdrawing.receive(Declaration(**ADA, contract="anderer", language="de", submission=said.submission), now=NOW)


def test_declaring_again_gives_nothing_back_twice(guest):
    mine = guest(paid=True)
    assert declare(payment_of(mine).reference).state == DONE
    before = payment_of(mine)
    assert declare(before.reference, now=NOW + timedelta(days=2)).state == DONE
    after = payment_of(mine)
    assert (after.state, after.owed_in_all, after.pk) == (before.state, before.owed_in_all, before.pk)


def test_who_waits_moves_up(guest):
    mine = guest(paid=True)
    Event.objects.filter(pk=mine.event_id).update(capacity=1, offer_hours=0)
    mine.event.refresh_from_db()
    next_one = guest(event=mine.event, email="next@example.org")
    assert next_one.state == RegistrationState.WAITING
    declare(payment_of(mine).reference)
    next_one.refresh_from_db()
    assert next_one.state == RegistrationState.AWAITING_PAYMENT


def test_a_person_finds_the_contract_by_its_number(guest):
    mine = guest(paid=True)
    by = people.user("office@example.org", is_staff=True)
    one = declare("mein Seminar", email="ada@privat.example")
    with pytest.raises(withdrawing.NoContract):
        withdrawing.carry_out(one, by=by)
    with pytest.raises(withdrawing.NoContract):
        withdrawing.carry_out(one, by=by, contract="TP-999999")
    done = withdrawing.carry_out(one, by=by, contract=payment_of(mine).reference, now=NOW + timedelta(days=3))
    assert (done.state, done.deed, done.decided_by) == (DONE, mine, by)
    assert payment_of(mine).state == PaymentState.REFUND_DUE
    with pytest.raises(withdrawing.DecidedBefore):
        withdrawing.refuse(done, by=by, reason="zu spät")


def test_a_person_refuses_and_says_why(guest, post_office):
    mine = guest(paid=True)
    one = declare(payment_of(mine).reference, now=ENDS + timedelta(days=1))
    with pytest.raises(withdrawing.NoReason):
        withdrawing.refuse(one, by=None, reason=" ")
    withdrawing.refuse(one, by=None, reason="Die Frist ist am 25. Januar abgelaufen.")
    letter = next(letter for letter in post_office() if letter.subject == "Zu Ihrem Widerruf")
    assert "Die Frist ist am 25. Januar abgelaufen." in letter.body
    assert payment_of(mine).state == PaymentState.PAID


def test_what_was_cancelled_before_is_for_a_person_who_gives_back_what_is_left(guest):
    mine = guest(paid=True)
    registration.cancel(mine, now=NOW + timedelta(hours=2))
    assert declare(payment_of(mine).reference).state == WAITS


def test_an_order_of_a_private_person(post_office):
    order = making.place(making.released("sale"))
    named = {"email": order.email, "now": making.NOW + timedelta(days=1)}
    assert declare(order.number, **named).state == DONE
    order.refresh_from_db()
    assert (order.state, order.cancel_cost) == (OrderState.CANCELLED, 0)
    assert payment_of(order).state == PaymentState.CANCELLED


def test_goods_that_were_handed_over_are_for_a_person():
    order = making.place(making.released("sale"))
    bookkeeping.receive_transfer(payment_of(order), by=None, now=making.NOW + timedelta(hours=1))
    order.refresh_from_db()
    ordering.complete(order, by=None, now=making.NOW + timedelta(hours=2))
    one = declare(order.number, email=order.email, now=making.NOW + timedelta(days=3))
    assert (one.state, one.deed) == (WAITS, order)
    withdrawing.carry_out(one, by=None, now=making.NOW + timedelta(days=9))
    order.refresh_from_db()
    assert (order.state, payment_of(order).state) == (OrderState.COMPLETED, PaymentState.REFUND_DUE)


def test_an_order_of_an_institution_is_for_a_person():
    house = making.institution("kaeufer")
    order = making.place(making.released("sale"), by=making.member(house), institution=house)
    assert declare(order.number, email=order.email, now=making.NOW + timedelta(days=1)).state == WAITS


def test_proofs_go_three_years_after_the_end_of_the_year(guest):
    mine = guest()
    one = declare(payment_of(mine).reference)
    assert one.kept_until == 2030
    assert withdrawing.forget_old(NOW.replace(year=2030, month=12, day=31)) == 0
    assert withdrawing.forget_old(NOW.replace(year=2031, month=1, day=2)) == 1


def test_the_switch_of_the_office(site_tree):
    assert Office.here().private_buyers
