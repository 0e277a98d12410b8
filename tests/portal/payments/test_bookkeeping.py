"""Transfers that came or were entered by mistake, and money that goes back."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from portal.payments import bookkeeping, checkout, following, wording
from portal.payments.models import Payment
from portal.payments.states import Cause, PaymentState
from tests.portal.payments.test_checkout import start_and_pay

pytestmark = pytest.mark.django_db


# ---- transfers and refunds ----------------------------------------------------------------------------------------


def test_receive_transfer_settles_like_stripe_does(payment, clerk, settled):
    bookkeeping.receive_transfer(payment, by=clerk)
    assert (payment.state, payment.paid_via, settled) == (PaymentState.PAID, "transfer", [payment])


def test_receive_transfer_of_a_paid_payment_is_refused(payment, clerk):
    bookkeeping.receive_transfer(payment, by=clerk)
    with pytest.raises(checkout.NotOpen):
        bookkeeping.receive_transfer(payment, by=clerk)


def test_refund_gives_back_through_stripe_once(payment, stripe_server, clerk, post_office):
    paid = start_and_pay(payment, stripe_server)
    following.settle(paid)
    checkout.withdraw(Payment.objects.get(pk=payment.pk), cause=Cause.OWN)
    payment.refresh_from_db()
    other = Payment.objects.get(pk=payment.pk)
    bookkeeping.refund(payment, by=clerk)
    bookkeeping.refund(other, by=clerk)
    assert payment.state == PaymentState.REFUNDED
    assert [refund["amount"] for refund in stripe_server.refunds] == [4990]
    assert [mail.subject for mail in post_office()].count("Erstattet: Bioprozesstag") == 1


def test_refund_of_a_transfer_only_records_it(payment, clerk):
    bookkeeping.receive_transfer(payment, by=clerk)
    checkout.withdraw(payment, cause=Cause.OWN)
    bookkeeping.refund(payment, by=clerk)
    assert payment.state == PaymentState.REFUNDED


def test_refund_without_an_answer_stays_due(payment, stripe_server, clerk, settings):
    paid = start_and_pay(payment, stripe_server)
    following.settle(paid)
    payment.refresh_from_db()
    checkout.withdraw(payment, cause=Cause.OWN)
    stripe_server.errors = 9
    with pytest.raises(checkout.NotAvailable):
        bookkeeping.refund(payment, by=clerk)
    payment.refresh_from_db()
    assert payment.state == PaymentState.REFUND_DUE


def test_refund_of_what_is_not_due_is_refused(payment, clerk):
    with pytest.raises(bookkeeping.NothingToRefund):
        bookkeeping.refund(payment, by=clerk)


def test_refund_made_in_stripes_own_dashboard_is_followed(payment, stripe_server):
    paid = start_and_pay(payment, stripe_server)
    stripe_server.refund(stripe_server.sessions[paid]["payment_intent"])
    following.settle(paid)
    payment.refresh_from_db()
    assert payment.state == PaymentState.REFUNDED


# ---- transfers entered by mistake ---------------------------------------------------------------------------------


def test_undo_asks_for_the_money_again_and_says_so(payment, clerk, post_office):
    bookkeeping.receive_transfer(payment, by=clerk, value_date=date(2026, 1, 2))
    assert payment.value_date == date(2026, 1, 2)
    bookkeeping.undo_transfer(payment, by=clerk, reason="falscher Vorgang")
    assert (payment.state, payment.paid_at, payment.paid_via, payment.value_date) == ("open", None, "", None)
    assert ModelLogEntry.objects.for_instance(payment).latest("pk").data["reason"] == "falscher Vorgang"
    assert post_office()[-1].subject.startswith("Korrektur")
    bookkeeping.receive_transfer(payment, by=clerk)
    assert payment.state == PaymentState.PAID


def test_undo_of_late_money_leaves_it_cancelled(payment, clerk):
    checkout.withdraw(payment, cause=Cause.OWN)
    bookkeeping.receive_transfer(payment, by=clerk)
    bookkeeping.undo_transfer(payment, by=clerk, reason="falscher Vorgang")
    assert (payment.state, payment.paid_at) == (PaymentState.CANCELLED, None)


def test_undo_of_what_came_online_is_refused(payment, stripe_server, clerk):
    following.settle(start_and_pay(payment, stripe_server))
    with pytest.raises(bookkeeping.NotEntered):
        bookkeeping.undo_transfer(payment, by=clerk, reason="falscher Vorgang")


def test_value_date_does_not_lie_ahead(payment, clerk):
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(bookkeeping.ValueDateAhead):
        bookkeeping.receive_transfer(payment, by=clerk, value_date=tomorrow)


# ---- why it goes back ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("cause", Cause)
def test_letter_about_the_refund_names_its_own_cause_only(payment, clerk, post_office, cause):
    bookkeeping.receive_transfer(payment, by=clerk)
    checkout.withdraw(payment, cause=cause)
    body = " ".join(post_office()[-1].body.split())
    told = [one for one, sentence in wording.WHY_BACK.items() if str(sentence) in body]
    assert told == [cause]
    assert "49,90" in body
