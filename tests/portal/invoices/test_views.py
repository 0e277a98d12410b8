"""Asking for an invoice behind the payment's link, its files, and the desk of finance."""

import re
from decimal import Decimal

import pytest
from django.urls import reverse

from portal.accounts.models import Institution
from portal.accounts.samples import user
from portal.invoices import printing, samples
from portal.invoices import verbs as invoicing
from portal.invoices.models import Billing, Invoice
from portal.payments import bookkeeping, checkout
from portal.payments.states import Cause
from portal.web import tokens
from tests.portal.invoices.conftest import NOW

pytestmark = pytest.mark.django_db
SAID = samples.UNIVERSITY | {"email": "", "vat_id": "", "leitweg_id": ""}


def door(payment) -> str:
    return reverse("invoices:ask", args=[tokens.make("pay", payment)])


def test_the_page_of_a_payment_leads_to_its_invoice(client, operator, asked):
    payment = asked(seats=2)
    assert door(payment) in client.get(payment.get_absolute_url()).content.decode()
    form = client.get(door(payment)).content.decode()
    assert 'value="Ada Byron"' in form
    response = client.post(door(payment), SAID)
    assert (response.status_code, response["Location"]) == (303, payment.get_absolute_url())
    invoice = Invoice.objects.get()
    page = client.get(payment.get_absolute_url()).content.decode()
    assert invoice.number in page
    assert invoice.pdf_url in page
    assert door(payment) not in page
    # Who asks once more is led back.
    assert client.get(door(payment)).status_code == 302


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"leitweg_id": "04011000-1234512345-07"}, "leitweg_id"),
        ({"vat_id": "DE1"}, "vat_id"),
        ({"country": "Deutschland"}, "country"),
        ({"country": "XX"}, "country"),
        ({"street": ""}, "street"),
        ({"name": "a" * 10_000}, "name"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_issued(client, operator, asked, wrong, field):
    payment = asked()
    response = client.post(door(payment), SAID | wrong)
    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert not Invoice.objects.exists()
    assert SAID["city"] in response.content.decode()


def test_the_next_invoice_remembers_the_recipient_but_not_the_order(client, operator, asked):
    first, second = asked(), asked()
    client.post(door(first), SAID)
    page = client.get(door(second)).content.decode()
    assert 'value="Hochschule Emscher"' in page
    assert SAID["order_number"] not in page


def test_files_are_behind_their_own_link(client, operator, asked):
    invoice = invoicing.issue(asked(), samples.billing(), now=NOW)
    waits = client.get(invoice.pdf_url)
    assert (waits.status_code, waits["Refresh"]) == (202, "3")
    printing.paper_of(invoice)
    response = client.get(invoice.pdf_url)
    assert response.content.startswith(b"%PDF-")
    assert "no-store" in response["Cache-Control"]
    assert client.get(invoice.xml_url).status_code == 404
    forged = re.sub(r"[0-9a-f]{48}", "0" * 48, invoice.pdf_url)
    assert client.get(forged).status_code == 404
    foreign = reverse("invoices:file", args=[tokens.make("pay", invoice.payment), "pdf"])
    assert client.get(foreign).status_code == 404


def test_a_public_body_gets_an_xrechnung(client, operator, asked):
    invoice = invoicing.issue(asked(), samples.billing(leitweg_id="04011000-1234512345-06"), now=NOW)
    printing.paper_of(invoice)
    response = client.get(invoice.xml_url)
    assert response["Content-Type"] == "application/xml"
    assert b"xrechnung_3.0" in response.content


def test_nobody_is_offered_what_nobody_writes(client, asked):
    payment = asked()
    assert door(payment) not in client.get(payment.get_absolute_url()).content.decode()
    assert client.post(door(payment), SAID).status_code == 302
    assert not Billing.objects.exists()


def test_what_is_off_shows_its_correction(client, operator, asked):
    payment = asked()
    invoicing.issue(payment, samples.billing(), now=NOW)
    checkout.withdraw(payment, cause=Cause.OWN, now=NOW)
    page = client.get(payment.get_absolute_url()).content.decode()
    assert [one.number in page for one in Invoice.objects.all()] == [True, True]


def test_finance_sees_corrects_and_exports(finance, operator, asked):
    invoice = invoicing.issue(asked(seats=2), samples.billing(), now=NOW)
    inspect = reverse("wagtailsnippets_invoices_invoice:inspect", args=[invoice.pk])
    assert reverse("invoice_correct", args=[invoice.pk]) in finance.get(inspect).content.decode()
    correct = reverse("invoice_correct", args=[invoice.pk])
    assert finance.get(correct).status_code == 200
    refused = finance.post(correct, {"amount": "1.000,00", "reason": "Falsch"})
    assert refused.status_code == 422
    # The payment would still ask for the whole.
    refused = finance.post(correct, {"amount": "49,90", "reason": "Ein Platz weniger"})
    assert refused.status_code == 422
    assert "noch nicht bezahlt" in refused.content.decode()
    bookkeeping.receive_transfer(invoice.payment, by=user("kasse@transferportal.example"), now=NOW)
    made = finance.post(correct, {"amount": "49,90", "reason": "Ein Platz weniger"})
    assert made.status_code == 302
    period = {"since": "2026-01-01", "until": "2026-12-31"}
    booked = finance.get(reverse("invoices_booked"), period | {"issuer": operator.pk})
    rows = booked.content.decode("cp1252").split("\r\n")
    assert rows[0].startswith("EXTF;700;21;Buchungsstapel;13")
    assert [row.split(";")[:2] for row in rows[2:4]] == [["99,80", "S"], ["49,90", "H"]]
    printing.paper_of(invoice)
    assert finance.get(reverse("invoice_file", args=[invoice.pk, "pdf"])).content.startswith(b"%PDF-")
    assert finance.get(reverse("invoice_file", args=[invoice.pk, "xml"]), follow=True).status_code == 404
    for since, until in (("2027-01-01", "2026-01-01"), ("2026-12-01", "2027-01-31")):
        wrong = {"since": since, "until": until, "issuer": operator.pk}
        assert finance.get(reverse("invoices_booked"), wrong).status_code == 422
    there = finance.get(reverse("wagtailsnippets_invoices_invoice:list")).content.decode()
    assert reverse("invoices_booked") in there
    assert reverse("invoices_owed") in there


def test_a_correction_is_less_than_nothing_wherever_it_is_added_up(finance, operator, asked):
    invoice = invoicing.issue(asked(seats=2), samples.billing(), now=NOW)
    correction = invoicing.correct(invoice, Decimal("49.90"), now=NOW)
    listed = reverse("wagtailsnippets_invoices_invoice:list")
    rows = b"".join(finance.get(listed, {"export": "csv"}).streaming_content).decode("utf-8-sig").splitlines()
    place = rows[0].split(";").index('"Summe"')
    told = {row.split(";")[0].strip('"'): row.split(";")[place].strip('"') for row in rows[1:]}
    assert told == {invoice.number: "99.80", correction.number: "-49.90"}
    inspect = reverse("wagtailsnippets_invoices_invoice:inspect", args=[correction.pk])
    assert "-49,90" in finance.get(inspect).content.decode()


def test_the_books_of_another_are_not_in_it(finance, operator, asked):
    invoicing.issue(asked(), samples.billing(), now=NOW)
    other = samples.issuer(institution=Institution.objects.create(name="Hochschule", slug="hs"), prefix="HS-")
    said = {"since": "2026-01-01", "until": "2026-12-31", "issuer": other.pk}
    assert b"R-2026-00001" not in finance.get(reverse("invoices_booked"), said).content


def test_the_form_shows_what_the_invoice_will_be_over(client, operator, asked):
    payment = asked(seats=3)
    payment.paid_at, payment.paid_via, payment.state = NOW, "transfer", "paid"
    payment.save()
    checkout.owe_part(payment, Decimal("49.90"), cause=Cause.OWN, now=NOW)
    page = client.get(door(payment)).content.decode()
    assert "99,80" in page
    assert "149,70" not in page
