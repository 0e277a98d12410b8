"""A payment that comes in parts: no cent is lost, none is made, nothing is settled too early."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone, translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.accounts.people import enroll
from portal.invoices.desk import payee_statement
from portal.language.money import as_text
from portal.payments import bookkeeping, checkout, following, invariants, ledger, letters, privacy
from portal.payments.bookkeeping import MoreThanAsked, NoPart
from portal.payments.books import takings
from portal.payments.models import Payment
from portal.payments.statements import giro, matching
from portal.payments.states import Cause, PaymentState
from tests.portal.payments.conftest import ask
from tests.portal.payments.test_statements import camt, entry

CENTS = st.integers(1, 5000).map(lambda n: Decimal(n) / 100)


def test_last_part_settles_and_none_before(payment, clerk, settled):
    bookkeeping.receive_part(payment, Decimal("20.00"), by=clerk)
    assert (payment.state, payment.received, payment.to_pay, settled) == ("open", 20, Decimal("29.90"), [])
    bookkeeping.receive_part(payment, Decimal("29.90"), by=clerk)
    payment.refresh_from_db()
    assert (payment.state, payment.received, settled) == ("paid", 0, [payment])
    assert invariants.check() == []


@given(amounts=st.lists(CENTS, min_size=1, max_size=6))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_cent_is_lost_or_made(amounts, deed, clerk, db):
    Payment.objects.all().delete()
    payment = ask(deed, amount=Decimal("49.90"))
    came = Decimal(0)
    for amount in amounts:
        try:
            bookkeeping.receive_part(payment, amount, by=clerk)
            came += amount
        except MoreThanAsked:
            assert came + amount > Decimal("49.90")
        except checkout.NotOpen:
            assert came == Decimal("49.90")
    checkout.withdraw(payment, cause=Cause.OWN)
    payment.refresh_from_db()
    assert payment.to_give_back == came
    if came:
        bookkeeping.refund(payment, by=clerk)
        payment.refresh_from_db()
        assert (payment.state, payment.refunded) == ("refunded", came)
    else:
        assert payment.state == "cancelled"
    assert invariants.check() == []


def test_more_than_asked_and_nothing_are_refused(payment, clerk):
    with pytest.raises(MoreThanAsked):
        bookkeeping.receive_part(payment, Decimal("50.00"), by=clerk)
    with pytest.raises(NoPart):
        bookkeeping.receive_part(payment, Decimal("0.00"), by=clerk)


def test_payer_reads_what_has_come_and_what_has_not(client, payment, clerk, settings):
    settings.BANK_ACCOUNT = {"holder": "Verein", "iban": "DE89370400440532013000", "bic": "COBADEFFXXX"}
    whole = giro.code(payment)
    bookkeeping.receive_part(payment, Decimal("20.00"), by=clerk)
    with translation.override("de"):
        letter = letters.received_in_part(payment, None)
        assert as_text(Decimal("29.90")) in letter.paragraphs[1]
    page = client.get(payment.get_absolute_url()).content.decode()
    assert "20 €" in page.replace("\N{NO-BREAK SPACE}", " ")
    assert "29,90 €" in page.replace("\N{NO-BREAK SPACE}", " ")
    assert giro.code(payment) != whole


def test_rest_is_not_asked_for_online_and_an_open_page_is_closed(payment, clerk, stripe_server):
    address = checkout.start(payment)
    assert address
    asked = payment.session_id
    bookkeeping.receive_part(payment, Decimal("20.00"), by=clerk)
    assert not checkout.is_available(payment)
    payment.refresh_from_db()
    assert payment.session_id == ""
    # Who pays there before it is closed has paid too much, and a person hears of it.
    stripe_server.pay(asked)
    following.settle(asked)
    payment.refresh_from_db()
    assert (payment.state, payment.review) == ("paid", "surplus")


def test_deed_that_lapses_gives_the_parts_back(payment, clerk):
    bookkeeping.receive_part(payment, Decimal("20.00"), by=clerk)
    checkout.let_lapse(payment.purpose, now=timezone.now())
    payment.refresh_from_db()
    assert (payment.state, payment.amount, payment.to_give_back) == ("refund_due", 20, 20)


def test_parts_entered_by_mistake_are_undone(payment, clerk):
    bookkeeping.receive_part(payment, Decimal("20.00"), by=clerk)
    bookkeeping.undo_transfer(payment, by=clerk, reason="Anderes Konto")
    payment.refresh_from_db()
    assert (payment.state, payment.received) == (PaymentState.OPEN, 0)


def test_clerk_enters_a_part_and_reads_what_is_left(client, payment):
    client.force_login(enroll("finance@example.org", staff_groups=("Finance",)))
    door = reverse("payment_enter_part", args=[payment.pk])
    ahead = {"amount": "20,00", "value_date": (timezone.localdate() + timedelta(days=2)).isoformat()}
    assert client.post(door, ahead).status_code == 422
    today = {"value_date": timezone.localdate().isoformat()}
    assert client.post(door, ahead | today | {"amount": "60"}).status_code == 422
    told = client.post(door, ahead | today, follow=True)
    assert "29,90" in told.content.decode()
    payment.refresh_from_db()
    assert payment.received == 20


def test_statement_proposes_a_part_and_then_the_rest(client, payment):
    client.force_login(enroll("finance@example.org", staff_groups=("Finance",)))
    for amount, ground in (("20.00", "part"), ("29.90", "reference")):
        (one,) = matching.propose(matching.read(camt(entry(amount, payment.reference))))
        assert (one.ground, one.may_be_entered) == (ground, True)
        said = {"payments": payment.pk, f"day-{payment.pk}": "2026-06-01"}
        said |= {f"part-{payment.pk}": amount} if one.is_part else {}
        client.post(reverse("payment_transfers"), said)
        payment.refresh_from_db()
    assert (payment.state, payment.received) == ("paid", 0)


@pytest.mark.parametrize("amount", ["", "NaN", "1e999999", "-5", "٣", "Infinity"])
def test_part_that_is_no_amount_is_refused(client, payment, amount):
    client.force_login(enroll("finance@example.org", staff_groups=("Finance",)))
    said = {"payments": payment.pk, f"part-{payment.pk}": amount, "value_date": timezone.localdate().isoformat()}
    assert client.post(reverse("payment_transfers"), said).status_code == 422
    payment.refresh_from_db()
    assert payment.received == 0


def test_what_is_open_is_told_without_the_parts(payment, clerk):
    bookkeeping.receive_part(payment, Decimal("20.00"), by=clerk)
    today = timezone.localdate()
    assert takings.open_of_payees() == {None: Decimal("29.90")}
    assert payee_statement.of(None, today, today).open == Decimal("29.90")


def test_a_payment_that_brought_a_part_is_kept_when_its_payer_is_erased(payment, clerk):
    bookkeeping.receive_part(payment, Decimal("20.00"), by=clerk)
    privacy.erase(payment.payer_email)
    payment.refresh_from_db()
    assert payment.payer_name == "Jörg Müller"


def test_a_debit_that_fails_when_the_deed_is_over_leaves_no_part_behind(payment, clerk, monkeypatch):
    bookkeeping.receive_part(payment, Decimal("20.00"), by=clerk)
    monkeypatch.setattr(Payment, "takes_money", False)
    ledger.reopen(payment, now=timezone.now())
    payment.refresh_from_db()
    assert (payment.state, payment.amount, payment.to_give_back) == ("refund_due", 20, 20)
    assert invariants.check() == []
