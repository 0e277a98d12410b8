from contextlib import suppress
from decimal import Decimal
from email.utils import parseaddr

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob
from wagtail.models import ModelLogEntry

from portal.payments import bookkeeping, checkout, following, gateway
from portal.payments.models import Payment
from portal.payments.signals import payment_settled
from portal.payments.states import Cause, PaymentState, Review
from tests.portal.payments.conftest import ask

pytestmark = pytest.mark.django_db


def session_id(stripe_server) -> str:
    return list(stripe_server.sessions)[-1]


def start_and_pay(payment, stripe_server) -> str:
    checkout.start(payment)
    stripe_server.pay(payment.session_id)
    return payment.session_id


def actions(payment) -> list[str]:
    return list(
        ModelLogEntry.objects.for_instance(payment).order_by("timestamp", "pk").values_list("action", flat=True)
    )


def addresses(mails) -> list[str]:
    return [parseaddr(to)[1] for mail in mails for to in mail.to]


# ---- asking -------------------------------------------------------------------------------------------------------


def test_open_payment_asks_for_the_amount_of_its_deed(deed):
    payment = ask(deed)
    assert list(Payment.objects.for_purpose(deed)) == [payment]
    assert (payment.amount, payment.currency, payment.state) == (Decimal("49.90"), "EUR", PaymentState.OPEN)
    assert actions(payment) == ["payments.open"]


def test_open_payment_refuses_parts_of_a_cent(deed):
    with pytest.raises(ValueError, match="whole cents"):
        ask(deed, amount=Decimal("0.001"))


def test_database_refuses_a_second_live_payment_for_one_deed(payment, deed):
    with pytest.raises(IntegrityError), transaction.atomic():
        ask(deed)


def test_database_refuses_to_ask_for_nothing(deed):
    with pytest.raises(IntegrityError), transaction.atomic():
        ask(deed, amount=Decimal("0.00"))


# ---- starting -----------------------------------------------------------------------------------------------------


def test_start_leads_to_a_hosted_page_with_the_exact_amount(payment, stripe_server):
    address = checkout.start(payment)
    session = stripe_server.sessions[payment.session_id]
    assert address == session["url"]
    assert (session["amount_total"], session["currency"], session["locale"]) == (4990, "eur", "de")


def test_start_tells_stripe_nothing_about_the_person(payment, stripe_server):
    checkout.start(payment)
    session = stripe_server.sessions[payment.session_id]
    assert session["metadata"] == {"reference": payment.reference}
    assert "joerg" not in str(session).casefold()


def test_start_twice_leads_to_the_same_page(payment, stripe_server):
    assert checkout.start(payment) == checkout.start(payment)
    assert len(stripe_server.sessions) == 1


def test_start_by_two_visitors_who_have_not_seen_each_other_leads_to_the_same_page(payment, stripe_server):
    other = Payment.objects.get(pk=payment.pk)
    assert checkout.start(payment) == checkout.start(other)
    assert len(stripe_server.sessions) == 1


def test_start_after_the_page_expired_opens_a_new_one(payment, stripe_server):
    checkout.start(payment)
    first = payment.session_id
    stripe_server.expire(first)
    checkout.start(payment)
    assert payment.session_id != first
    assert payment.attempt == 1


def test_start_when_the_first_answer_is_lost_makes_one_session(payment, stripe_server):
    stripe_server.timeouts = 1
    assert checkout.start(payment).startswith(stripe_server.base)
    assert len(stripe_server.sessions) == 1


def test_start_without_any_answer_says_so_and_asks_with_the_same_key_next_time(payment, stripe_server):
    stripe_server.timeouts = 3
    with pytest.raises(checkout.NotAvailable):
        checkout.start(payment)
    checkout.start(payment)
    assert len(stripe_server.sessions) == 1


def test_start_after_an_error_stored_under_the_key_asks_with_a_new_key(payment, stripe_server):
    stripe_server.errors = 1
    with pytest.raises(checkout.NotAvailable):
        checkout.start(payment)
    assert payment.state == PaymentState.OPEN
    assert checkout.start(payment).startswith(stripe_server.base)


def test_start_when_stripe_has_forgotten_the_session_opens_a_new_one(payment, stripe_server):
    checkout.start(payment)
    stripe_server.sessions.clear()
    assert checkout.start(payment).startswith(stripe_server.base)


def test_start_without_keys_is_refused(payment):
    with pytest.raises(checkout.NotAvailable):
        checkout.start(payment)


def test_start_of_a_session_paid_meanwhile_settles_it(payment, stripe_server):
    start_and_pay(payment, stripe_server)
    with pytest.raises(checkout.NotOpen):
        checkout.start(payment)
    payment.refresh_from_db()
    assert payment.state == PaymentState.PAID


# ---- settling -----------------------------------------------------------------------------------------------------


def test_settle_enters_the_money_tells_once_and_sends_one_receipt(payment, stripe_server, settled, post_office):
    paid = start_and_pay(payment, stripe_server)
    for _ in range(3):
        following.settle(paid)
    payment.refresh_from_db()
    assert (payment.state, payment.paid_via, payment.session_id) == (PaymentState.PAID, "checkout", paid)
    assert settled == [payment]
    assert [mail.subject for mail in post_office()] == ["Zahlung eingegangen: Bioprozesstag"]
    assert actions(payment) == ["payments.open", "payments.paid"]


def test_settle_of_an_unpaid_session_changes_nothing(payment, stripe_server, settled):
    checkout.start(payment)
    following.settle(payment.session_id)
    payment.refresh_from_db()
    assert (payment.state, settled) == (PaymentState.OPEN, [])


def test_settle_of_an_expired_session_never_leaves_paid(payment, stripe_server):
    paid = start_and_pay(payment, stripe_server)
    following.settle(paid)
    stripe_server.sessions[paid]["status"] = "expired"
    following.settle(paid)
    payment.refresh_from_db()
    assert payment.state == PaymentState.PAID


@pytest.mark.parametrize("change", [{"amount_total": 1}, {"currency": "usd"}])
def test_settle_of_another_amount_calls_finance_instead(payment, stripe_server, settled, change, finance, post_office):
    paid = start_and_pay(payment, stripe_server)
    stripe_server.sessions[paid] |= change
    following.settle(paid)
    payment.refresh_from_db()
    assert (payment.state, payment.review, settled) == (PaymentState.OPEN, Review.MISMATCH, [])
    assert addresses(post_office()) == ["finance@example.org"]


@pytest.mark.parametrize("reference", ["", "1-abc", None])
def test_settle_of_a_page_that_we_did_not_ask_for_calls_finance(payment, stripe_server, reference):
    paid = start_and_pay(payment, stripe_server)
    stripe_server.sessions[paid]["client_reference_id"] = reference
    following.settle(paid)
    payment.refresh_from_db()
    assert (payment.state, payment.review) == (PaymentState.OPEN, Review.REFERENCE)


@pytest.mark.parametrize("number", ["", "TP-999999", "TP-1", "12"])
def test_settle_of_a_page_that_names_no_payment_of_ours_is_nobodys(payment, stripe_server, number):
    paid = start_and_pay(payment, stripe_server)
    stripe_server.sessions[paid] |= {"client_reference_id": None, "metadata": {"reference": number}}
    assert following.settle(paid) is None


def test_settle_of_test_money_in_live_mode_calls_finance(payment, stripe_server, settings):
    paid = start_and_pay(payment, stripe_server)
    settings.STRIPE_SECRET_KEY = "sk_live_portal"
    following.settle(paid)
    payment.refresh_from_db()
    assert (payment.state, payment.review) == (PaymentState.OPEN, Review.LIVEMODE)


def test_settle_of_a_second_session_calls_finance(payment, stripe_server, finance, settled, post_office):
    first = start_and_pay(payment, stripe_server)
    following.settle(first)
    second = stripe_server.sessions[first] | {"id": "cs_test_second", "payment_intent": "pi_2"}
    stripe_server.sessions["cs_test_second"] = second
    for _ in range(2):
        following.settle("cs_test_second")
    payment.refresh_from_db()
    assert (payment.state, payment.session_id, payment.review) == (PaymentState.PAID, first, Review.SURPLUS)
    assert len(settled) == 1
    assert addresses(post_office()) == ["joerg@example.org", "finance@example.org"]


def test_settle_rolls_back_whole_when_a_receiver_fails(payment, stripe_server):
    def burn(sender, payment, **kwargs):
        raise RuntimeError("receiver")

    paid = start_and_pay(payment, stripe_server)
    payment_settled.connect(burn)
    try:
        with pytest.raises(RuntimeError), transaction.atomic():
            following.settle(paid)
    finally:
        payment_settled.disconnect(burn)
    payment.refresh_from_db()
    assert payment.state == PaymentState.OPEN
    assert actions(payment) == ["payments.open"]


def test_settle_lets_a_receiver_send_the_money_back(payment, stripe_server, post_office):
    def too_late(sender, payment, **kwargs):
        checkout.withdraw(payment, cause=Cause.OWN)

    paid = start_and_pay(payment, stripe_server)
    payment_settled.connect(too_late)
    try:
        following.settle(paid)
    finally:
        payment_settled.disconnect(too_late)
    payment.refresh_from_db()
    assert payment.state == PaymentState.REFUND_DUE
    assert [mail.subject for mail in post_office()] == ["Sie erhalten Ihr Geld zurück: Bioprozesstag"]


# ---- withdrawing, late money --------------------------------------------------------------------------------------


def test_withdraw_of_an_open_payment_closes_the_page(payment, stripe_server):
    checkout.start(payment)
    checkout.withdraw(payment, cause=Cause.OWN)
    assert payment.state == PaymentState.CANCELLED
    from portal.payments.tasks import close_page

    close_page(payment.session_id)
    assert stripe_server.sessions[payment.session_id]["status"] == "expired"
    close_page(payment.session_id)


def test_withdraw_of_a_paid_payment_owes_it_back(payment, clerk, post_office):
    bookkeeping.receive_transfer(payment, by=clerk)
    checkout.withdraw(payment, cause=Cause.OWN)
    assert payment.state == PaymentState.REFUND_DUE
    assert [mail.subject for mail in post_office()] == ["Sie erhalten Ihr Geld zurück: Bioprozesstag"]


def test_withdraw_twice_changes_nothing_more(payment):
    checkout.withdraw(payment, cause=Cause.OWN)
    checkout.withdraw(payment, cause=Cause.OWN)
    assert actions(payment) == ["payments.open", "payments.cancelled"]


def test_late_money_goes_back(payment, stripe_server, settled):
    paid = start_and_pay(payment, stripe_server)
    checkout.withdraw(payment, cause=Cause.OWN)
    following.settle(paid)
    payment.refresh_from_db()
    assert (payment.state, settled) == (PaymentState.REFUND_DUE, [])


# ---- debits that take days ----------------------------------------------------------------------------------------


def test_start_while_a_debit_is_under_way_asks_for_nothing_more(payment, stripe_server):
    checkout.start(payment)
    stripe_server.pay(payment.session_id, debit=True)
    for _ in range(2):
        with pytest.raises(checkout.NotOpen):
            checkout.start(payment)
        payment.refresh_from_db()
        assert payment.state == PaymentState.PENDING


def test_start_after_a_debit_failed_leads_to_a_new_page_though_no_bell_rang(payment, stripe_server):
    checkout.start(payment)
    first = payment.session_id
    stripe_server.pay(first, debit=True)
    stripe_server.fail(first)
    assert checkout.start(payment).startswith(stripe_server.base)
    assert payment.session_id != first


def test_payer_hears_of_a_debit_that_failed_and_may_try_again(payment, stripe_server, post_office):
    checkout.start(payment)
    stripe_server.pay(payment.session_id, debit=True)
    following.settle(payment.session_id)
    post_office()
    stripe_server.fail(payment.session_id)
    following.settle(payment.session_id)
    subjects = [mail.subject for mail in post_office()]
    assert subjects == ["Zahlung unterwegs: Bioprozesstag", "Ihre Zahlung ist nicht gelungen: Bioprozesstag"]
    payment.refresh_from_db()
    assert checkout.start(payment)


def test_transfer_that_comes_first_closes_the_hosted_page(payment, stripe_server, clerk):
    checkout.start(payment)
    bookkeeping.receive_transfer(payment, by=clerk)
    waiting = ProcrastinateJob.objects.filter(task_name="payments.close_page")
    assert waiting.count() == 1


@pytest.mark.parametrize(("amount", "online"), [("0.49", False), ("0.50", True)])
def test_too_little_for_stripe_is_transferred(deed, client, stripe_server, settings, amount, online):
    settings.BANK_ACCOUNT = {"holder": "Cluster e. V.", "iban": "DE89 3704 0044 0532 0130 00", "bic": ""}
    payment = ask(deed, amount=Decimal(amount))
    page = client.get(payment.get_absolute_url()).content.decode()
    assert ("Jetzt bezahlen" in page) == online
    assert "DE89 3704 0044 0532 0130 00" in page
    assert client.post(payment.get_absolute_url()).status_code == (303 if online else 503)


# ---- states -------------------------------------------------------------------------------------------------------


def _withdraw(payment, clerk):
    return checkout.withdraw(payment, cause=Cause.OWN)


def _transfer(payment, clerk):
    return bookkeeping.receive_transfer(payment, by=clerk)


def _refund(payment, clerk):
    return bookkeeping.refund(payment, by=clerk)


@pytest.mark.parametrize("verb", [_withdraw, _transfer, _refund])
@pytest.mark.parametrize("state", PaymentState)
def test_every_verb_follows_an_arrow_or_leaves_the_state(payment, clerk, state, verb):
    money = {"paid_at": timezone.now(), "paid_via": "transfer"} if state not in {"open", "cancelled"} else {}
    Payment.objects.filter(pk=payment.pk).update(state=state, **money)
    payment.refresh_from_db()
    with suppress(checkout.NotOpen, bookkeeping.NothingToRefund):
        verb(payment, clerk)
    payment.refresh_from_db()
    assert payment.state == state or payment.state in PaymentState.NEXT[state]


def test_next_names_every_state_and_only_states():
    assert set(PaymentState.NEXT) == set(PaymentState.values)
    assert set().union(*PaymentState.NEXT.values()) <= set(PaymentState.values)


def test_gateway_is_not_configured_without_a_key(settings):
    assert not gateway.is_configured()
