"""A guest withdraws while something else happens to the same contract: nothing goes back twice, nothing is kept."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from threading import Barrier

import pytest
from django.db import connections

from events import samples as events
from events.registration import verbs as registration
from events.registration.signup import Signup
from events.states import RegistrationState
from portal.payments import bookkeeping, checkout, ledger
from portal.payments.models import Payment
from portal.payments.states import Cause, PaymentState
from portal.refusals import Refusal
from portal.withdrawals import contracts, invariants
from portal.withdrawals import verbs as withdrawing
from portal.withdrawals.models import Withdrawal
from portal.withdrawals.states import WithdrawalState
from portal.withdrawals.verbs import Declaration

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
NOW = datetime(2027, 1, 12, 12, tzinfo=UTC)
LATER = NOW + timedelta(days=1)


def contract(*, paid: bool) -> Payment:
    event = events.event(fee=Decimal("80"), starts_at=NOW + timedelta(days=50))
    said = {"name": "Ada", "email": "ada@example.org", "target_group": "sme", "language": "de"}
    guest = registration.register(event, Signup(**said, consent_version="1"), now=NOW)
    payment = Payment.objects.for_purpose(guest).get()
    if paid:
        payment = bookkeeping.receive_transfer(payment, by=None, now=NOW)
    return payment


def declared(payment: Payment) -> Withdrawal:
    said = {"name": "Ada", "email": "ada@example.org", "language": "de", "contract": payment.reference}
    return withdrawing.receive(Declaration(**said), now=LATER)


def at_once(*deeds) -> list:
    """All begin together; a refusal is an answer."""
    begin = Barrier(len(deeds))

    def act(deed):
        try:
            begin.wait(10)
            return deed()
        except Refusal as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(act, deeds))


@pytest.mark.parametrize("turn", range(4))
def test_against_the_guest_who_cancels(turn):
    payment = contract(paid=True)
    one = declared(payment)
    at_once(
        lambda: withdrawing.examine(one, now=LATER),
        lambda: registration.cancel(payment.purpose, now=LATER),
    )
    payment.refresh_from_db()
    assert (payment.state, payment.owed_in_all) == (PaymentState.REFUND_DUE, 80)
    assert payment.purpose.event.seats_taken == 0
    assert invariants.check() == []


@pytest.mark.parametrize("turn", range(4))
def test_against_the_money_that_settles(turn):
    payment = contract(paid=False)
    one = declared(payment)
    at_once(
        lambda: withdrawing.examine(one, now=LATER),
        lambda: bookkeeping.receive_transfer(Payment.objects.get(pk=payment.pk), by=None, now=LATER),
    )
    one.refresh_from_db()
    payment.refresh_from_db()
    assert one.state == WithdrawalState.CARRIED_OUT
    assert (payment.state, payment.cause) == (PaymentState.REFUND_DUE, Cause.WITHDRAWN)
    assert payment.purpose.state == RegistrationState.CANCELLED


@pytest.mark.parametrize("turn", range(3))
def test_all_at_once(turn):
    payment = contract(paid=False)
    one, other = declared(payment), declared(payment)
    at_once(
        lambda: withdrawing.examine(one, now=LATER),
        lambda: withdrawing.examine(other, now=LATER),
        lambda: registration.cancel(payment.purpose, now=LATER),
        lambda: bookkeeping.receive_transfer(Payment.objects.get(pk=payment.pk), by=None, now=LATER),
    )
    payment.refresh_from_db()
    assert (payment.state, payment.owed_in_all) == (PaymentState.REFUND_DUE, 80)
    assert Payment.objects.count() == 1
    assert invariants.check() == []


def test_pressing_twice_makes_one():
    said = Declaration(name="Ada", email="ada@example.org", language="de", contract="TP-000001")
    at_once(*[lambda: withdrawing.receive(said, now=LATER)] * 6)
    assert Withdrawal.objects.count() == 1


def test_control_without_the_locks_money_that_settles_is_kept(monkeypatch):
    """Whoever does not lock the deed and the payment withdraws what is open, and the money that came stays unseen."""
    payment = contract(paid=False)
    one = declared(payment)
    stale = Payment.objects.get(pk=payment.pk)
    bookkeeping.receive_transfer(Payment.objects.get(pk=payment.pk), by=None, now=LATER)
    monkeypatch.setattr(ledger, "lock", lambda payment: None)
    monkeypatch.setattr(
        type(contracts.of(payment.purpose)),
        "end",
        lambda self, deed, *, by, now: checkout.withdraw(stale, cause=Cause.WITHDRAWN, now=now),
    )
    withdrawing.examine(one, now=LATER)
    payment.refresh_from_db()
    # The money is there, and nobody owes it back.
    assert payment.paid_at
    assert (payment.state, payment.owed_in_all) == (PaymentState.CANCELLED, 0)
