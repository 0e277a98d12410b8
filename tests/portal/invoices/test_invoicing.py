"""Issuing and correcting: numbers, sums, who gets it, and that nothing changes afterwards."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.db.models import Sum
from django.utils import translation

from events.models import Event, Registration
from events.registration import verbs as registration
from events.registration.signup import Signup
from portal.accounts.models import Institution
from portal.accounts.samples import user
from portal.invoices import samples, tasks
from portal.invoices import verbs as invoicing
from portal.invoices.charges import Charge
from portal.invoices.kinds import DocumentKind
from portal.invoices.models import Invoice, InvoiceLine, InvoiceTax, Paper, Series
from portal.invoices.refusals import IssuedAlready, NeedsVatId, NobodyInvoices, NothingToCharge, NothingToCorrect
from portal.payments import bookkeeping, checkout, following, ledger
from portal.payments import privacy as payments_privacy
from portal.payments import samples as stripe
from portal.payments.gateway import Money
from portal.payments.models import Payment
from portal.payments.states import Cause
from tests.portal.invoices.conftest import NOW

pytestmark = pytest.mark.django_db


def test_it_says_who_what_when_and_how_much(operator, asked):
    invoice = invoicing.issue(asked(fee="9.99", seats=3), samples.billing(), now=NOW)
    assert invoice.number == "R-2026-00001"
    assert (invoice.net, invoice.tax, invoice.gross) == (Decimal("25.18"), Decimal("4.79"), Decimal("29.97"))
    assert (invoice.buyer["name"], invoice.buyer["order_number"]) == ("Hochschule Emscher", "4500012345")
    assert invoice.seller["vat_id"] == "DE136695976"
    assert str(invoice.delivered_from) == "2027-01-20"
    assert invoice.to_pay == invoice.gross == invoice.payment.amount
    (line,) = invoice.lines.all()
    assert (line.quantity, line.net, line.gross) == (3, Decimal("25.18"), Decimal("29.97"))


def test_what_is_paid_already_is_not_asked_for_again(operator, asked):
    payment = asked()
    payment.paid_at, payment.paid_via, payment.state = NOW, "transfer", "paid"
    payment.save()
    assert invoicing.issue(payment, samples.billing(), now=NOW).to_pay == 0


@pytest.mark.parametrize(("state", "paid"), [("open", False), ("pending", False), ("disputed", True)])
def test_money_that_is_not_there_is_not_called_paid(operator, asked, state, paid):
    payment = asked()
    payment.state = state
    payment.save()
    invoice = invoicing.issue(payment, samples.billing(), now=NOW)
    assert (invoice.to_pay == 0) is paid


def test_there_is_one_until_it_is_taken_back(operator, asked):
    payment = asked()
    first = invoicing.issue(payment, samples.billing(), now=NOW)
    with pytest.raises(IssuedAlready):
        invoicing.issue(payment, samples.billing(), now=NOW)
    invoicing.correct(first, now=NOW)
    assert invoicing.issue(payment, samples.billing(name="Andere GmbH"), now=NOW).number == "R-2026-00003"


def test_without_an_issuer_nobody_invoices(asked):
    payment = asked()
    assert not invoicing.may_be_invoiced(payment)
    with pytest.raises(NobodyInvoices):
        invoicing.issue(payment, samples.billing(), now=NOW)


def test_what_is_off_is_not_invoiced(operator, asked):
    payment = asked()
    checkout.withdraw(payment, cause=Cause.OWN, now=NOW)
    with pytest.raises(NothingToCharge):
        invoicing.issue(payment, samples.billing(), now=NOW)


def test_a_small_business_shows_no_tax(asked):
    samples.issuer(small_business=True)
    invoice = invoicing.issue(asked(), samples.billing(), now=NOW)
    assert (invoice.tax, [one.case for one in invoice.taxes.all()]) == (0, ["small"])


@pytest.mark.parametrize(
    ("now", "number"),
    [
        (datetime(2026, 12, 31, 22, 30, tzinfo=UTC), "R-2026-00001"),
        (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), "R-2027-00001"),
    ],
)
def test_the_year_is_that_of_the_reader(operator, asked, now, number):
    """23:30 and 00:30 in Berlin."""
    assert invoicing.issue(asked(), samples.billing(), now=now).number == number


def test_a_correction_names_its_invoice_and_takes_no_more_back_than_there_is(operator, asked):
    invoice = invoicing.issue(asked(seats=2), samples.billing(), now=NOW)
    part = invoicing.correct(invoice, Decimal("49.90"), reason="Platz zurückgegeben", by=user("f@x.example"), now=NOW)
    assert (part.kind, part.corrects, part.gross) == (DocumentKind.CORRECTION, invoice, Decimal("49.90"))
    with pytest.raises(NothingToCorrect):
        invoicing.correct(invoice, Decimal("49.91"), now=NOW)
    assert invoicing.correct(invoice, now=NOW).gross == Decimal("49.90")
    for over in (invoice, part):
        with pytest.raises(NothingToCorrect):
            invoicing.correct(over, now=NOW)


def test_parts_come_to_the_net_and_the_tax_of_their_invoice(operator, asked):
    """25.18 + 4.79 in one is not three times 8.39 + 1.60."""
    invoice = invoicing.issue(asked(fee="9.99", seats=3), samples.billing(), now=NOW)
    parts = [invoicing.correct(invoice, Decimal("9.99"), now=NOW) for _time in range(3)]
    assert sum(one.net for one in parts) == invoice.net
    assert sum(one.tax for one in parts) == invoice.tax


def test_no_line_is_taken_back_twice(operator, asked, monkeypatch):
    days = date(2027, 1, 20), date(2027, 1, 20)
    charges = [
        Charge("Miete", Decimal(3), Decimal("33.33"), "standard", *days, "HUR"),
        Charge("Buch", Decimal(1), Decimal("16.57"), "reduced", *days),
    ]
    monkeypatch.setattr(Registration, "charges", lambda mine: charges)
    invoice = invoicing.issue(asked(), samples.billing(), now=NOW)
    for amount in ("10.01", "0.01", "13.37", None):
        invoicing.correct(invoice, amount and Decimal(amount), now=NOW)
    lines = InvoiceLine.objects.filter(invoice__corrects=invoice)
    for one in charges:
        assert sum(line.gross for line in lines if line.text == one.text) == one.gross
    for one in invoice.taxes.all():
        back = InvoiceTax.objects.filter(invoice__corrects=invoice, case=one.case).aggregate(
            net=Sum("net"), tax=Sum("tax")
        )
        assert (back["net"], back["tax"]) == (one.net, one.tax)


def test_no_invoice_is_over_less_than_what_is_asked(operator, asked, monkeypatch):
    less = Charge("Miete", Decimal(1), Decimal("9.90"), "standard", date(2027, 1, 20), date(2027, 1, 20))
    monkeypatch.setattr(Registration, "charges", lambda mine: [less])
    payment = asked()
    payment.paid_at, payment.paid_via, payment.state = NOW, "transfer", "paid"
    payment.save()
    assert not invoicing.may_be_invoiced(payment)
    with pytest.raises(NobodyInvoices):
        invoicing.issue(payment, samples.billing(), now=NOW)


def test_nobody_writes_to_who_was_erased(operator, asked):
    payment = asked()
    payments_privacy.empty([payment])
    invoice = invoicing.issue(payment, samples.billing(), now=NOW)
    assert invoice.buyer["email"] == ""


def test_who_owes_the_tax_has_a_number_for_it(operator, asked):
    payment = asked(tax="reverse")
    with pytest.raises(NeedsVatId):
        invoicing.issue(payment, samples.billing(country="AT"), now=NOW)
    assert not Series.objects.exists()
    assert invoicing.issue(payment, samples.billing(country="AT", vat_id="ATU13585627"), now=NOW).tax == 0


def test_the_lines_are_in_the_language_of_the_payer(operator, asked):
    payment = asked(language="en")
    with translation.override("de"):
        invoice = invoicing.issue(payment, samples.billing(), now=NOW)
    assert invoice.lines.get().text.startswith("Participation")


def test_money_that_is_not_asked_for_again_takes_the_invoice_along(operator, asked, monkeypatch):
    payment = asked()
    payment.state = "pending"
    payment.save()
    invoice = invoicing.issue(payment, samples.billing(), now=NOW)
    monkeypatch.setattr(Payment, "takes_money", False)
    with transaction.atomic():
        ledger.reopen(payment, now=NOW)
    assert (payment.state, invoicing.left_of(invoice)) == ("cancelled", 0)


def test_the_beginning_of_a_number_is_nobody_elses(operator, asked):
    invoicing.issue(asked(), samples.billing(), now=NOW)
    operator.prefix = "NEU-"
    operator.full_clean()
    operator.save()
    other = samples.issuer(institution=Institution.objects.create(name="Hochschule", slug="hs"), prefix="HS-")
    other.prefix = "R-"
    with pytest.raises(ValidationError) as refused:
        other.full_clean()
    assert list(refused.value.message_dict) == ["prefix"]


def test_the_letter_is_promised_with_the_files_or_neither_is(operator, asked, monkeypatch):
    invoice = invoicing.issue(asked(), samples.billing(), now=NOW)

    def broken(*_letter):
        raise RuntimeError

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(tasks.outbox, "post", broken)
        with pytest.raises(RuntimeError):
            tasks.print_invoice(invoice.pk)
    assert not Paper.objects.exists()
    posted = []
    monkeypatch.setattr(tasks.outbox, "post", lambda builder, of: posted.append(of))
    for _time in range(2):
        tasks.print_invoice(invoice.pk)
    assert posted == [invoice]


def test_money_that_is_given_up_takes_the_invoice_along(operator, asked):
    payment = asked(seats=2)
    invoicing.issue(payment, samples.billing(), now=NOW)
    checkout.withdraw(payment, cause=Cause.CALLED_OFF, now=NOW)
    correction = Invoice.objects.get(kind=DocumentKind.CORRECTION)
    assert (correction.gross, correction.reason) == (Decimal("99.80"), "findet nicht statt")
    checkout.withdraw(payment, cause=Cause.CALLED_OFF, now=NOW)
    assert Invoice.objects.count() == 2


def test_a_seat_that_is_given_back_is_corrected_in_part(operator, asked):
    payment = asked(seats=2)
    payment.paid_at, payment.paid_via, payment.state = NOW, "transfer", "paid"
    payment.save()
    invoice = invoicing.issue(payment, samples.billing(), now=NOW)
    checkout.owe_part(payment, Decimal("49.90"), cause=Cause.OWN, now=NOW)
    assert invoicing.left_of(invoice) == Decimal("49.90")


def test_what_was_given_back_before_is_not_invoiced(operator, asked):
    payment = asked(seats=3)
    payment.paid_at, payment.paid_via, payment.state = NOW, "transfer", "paid"
    payment.save()
    checkout.owe_part(payment, Decimal("49.90"), cause=Cause.OWN, now=NOW)
    assert invoicing.issue(payment, samples.billing(), now=NOW).gross == Decimal("99.80")


CHANGES = [
    "update invoices_invoice set gross = gross + 1, net = net + 1",
    "update invoices_invoice set buyer = '{}'",
    "delete from invoices_invoice",
    "update invoices_invoiceline set text = 'anders'",
    "delete from invoices_invoiceline",
    "delete from invoices_invoicetax",
]


@pytest.mark.parametrize("sql", CHANGES)
def test_the_database_refuses_every_change_of_what_is_issued(operator, asked, sql):
    invoicing.issue(asked(), samples.billing(), now=NOW)
    with pytest.raises(DatabaseError, match="never changes"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


ADDITIONS = [
    """insert into invoices_invoiceline
    select id + 100000, 2, text, quantity, unit, price, net, gross, "case", since, until, invoice_id
    from invoices_invoiceline""",
    'insert into invoices_invoicetax select id + 100000, "case", rate, net, tax, invoice_id from invoices_invoicetax',
]


@pytest.mark.parametrize("sql", ADDITIONS)
def test_nothing_comes_along_once_it_is_printed(operator, asked, sql):
    invoice = invoicing.issue(asked(), samples.billing(), now=NOW)
    Paper.objects.create(invoice=invoice, pdf=b"%PDF-", digest="0" * 64, made_at=NOW)
    with pytest.raises(DatabaseError, match="never changes"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_neither_does_django(operator, asked):
    invoice = invoicing.issue(asked(), samples.billing(), now=NOW)
    for deed in (invoice.save, invoice.delete, lambda: InvoiceLine.objects.update(text="anders")):
        with pytest.raises(DatabaseError, match="never changes"), transaction.atomic():
            deed()


def test_when_its_years_are_over_it_may_go(operator, asked):
    old = invoicing.issue(asked(), samples.billing(), now=datetime(2017, 6, 1, 12, tzinfo=UTC))
    assert str(old.keep_until) == "2025-12-31"
    old.delete()
    assert not InvoiceLine.objects.exists()


def test_what_is_paid_back_in_stripes_own_dashboard_is_taken_back_once(operator, asked):
    payment = asked(seats=2)
    following.follow(stripe.session(payment, Money.PAID), now=NOW)
    payment.refresh_from_db()
    invoice = invoicing.issue(payment, samples.billing(), now=NOW)
    for refunded, refunds, left in (("10.00", 1, "89.80"), ("10.00", 1, "89.80"), ("99.80", 2, "0.00")):
        told = stripe.session(payment, Money.PAID, refunded=Decimal(refunded), refunds=refunds)
        following.follow(told, now=NOW)
        payment.refresh_from_db()
        assert invoicing.left_of(invoice) == Decimal(left)
    assert {one.reason for one in invoice.corrections.all()} == {"erstattet"}


def test_what_is_paid_back_because_the_deed_asked_for_it_is_not_taken_back_again(operator, asked):
    payment = asked(seats=2)
    following.follow(stripe.session(payment, Money.PAID), now=NOW)
    payment.refresh_from_db()
    invoice = invoicing.issue(payment, samples.billing(), now=NOW)
    checkout.owe_part(payment, Decimal("49.90"), cause=Cause.OWN, now=NOW)
    following.follow(stripe.session(payment, Money.PAID, refunded=Decimal("49.90"), refunds=1), now=NOW)
    assert invoicing.left_of(invoice) == Decimal("49.90")


def test_money_that_comes_after_the_deed_has_lapsed_is_invoiced_again(operator, asked):
    payment = asked(billing=samples.billing(order_number="", leitweg_id=""))
    before = Invoice.objects.get()
    late = NOW + timedelta(days=30)
    registration.lapse(payment.purpose.event, now=late)
    assert before.corrections.count() == 1
    payment.refresh_from_db()
    bookkeeping.receive_transfer(payment, by=user("clerk@example.org"), now=late)
    payment = Payment.objects.get()
    assert (payment.state, payment.purpose.state) == ("paid", "confirmed")
    again = invoicing.standing(payment)
    assert again is not None
    assert again.number != before.number
    assert (again.recipient, again.gross, again.prepaid) == (before.recipient, before.gross, before.gross)


def test_late_money_for_seats_that_are_gone_is_not_invoiced(operator, asked):
    payment = asked(billing=samples.billing(order_number="", leitweg_id=""))
    late = NOW + timedelta(days=30)
    registration.lapse(payment.purpose.event, now=late)
    said = {"target_group": "research", "language": "de", "consent_version": "1"}
    guest = Signup(name="Bo", email="bo@example.org", **said)
    Event.objects.update(capacity=1, fee=0)
    registration.register(Event.objects.get(), guest, now=late)
    payment.refresh_from_db()
    bookkeeping.receive_transfer(payment, by=user("clerk@example.org"), now=late)
    assert Payment.objects.get().state == "refund_due"
    assert invoicing.standing(payment) is None
