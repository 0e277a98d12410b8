"""Small amounts need no address; what a public body delivers is untaxed by the law of the day."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from portal.invoices import printing
from portal.invoices import verbs as invoicing
from portal.invoices.models import Billing, Invoice
from portal.invoices.refusals import NeedsAddress
from portal.payments import bookkeeping
from portal.web import tokens
from tests.portal.invoices.conftest import NOW

pytestmark = pytest.mark.django_db


def read(pdf: bytes) -> str:
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(bytes(pdf))).pages)
    return " ".join(text.split())


def test_receipt_without_an_address_up_to_250(operator, asked):
    payment = asked(fee="250.00")
    bookkeeping.receive_on_site(payment, by=None, now=NOW)
    invoice = invoicing.issue_receipt(payment, now=NOW)
    assert (invoice.recipient, invoice.gross, invoice.prepaid) == ("Ada Byron", 250, 250)
    text = read(printing.paper_of(invoice).pdf)
    assert "Ada Byron" in text
    assert "19 %" in text
    assert not Billing.objects.exists()


def test_more_needs_an_address_and_so_does_what_is_not_paid(operator, asked):
    more = asked(fee="250.01")
    bookkeeping.receive_on_site(more, by=None, now=NOW)
    unpaid = asked(email="zwei@example.org")
    for payment in (more, unpaid):
        with pytest.raises(NeedsAddress):
            invoicing.issue_receipt(payment, now=NOW)


def test_payer_presses_one_button(client, operator, asked):
    payment = asked()
    door = reverse("invoices:ask", args=[tokens.make("pay", payment)])
    assert "§ 33 UStDV" not in client.get(door).content.decode()
    assert client.post(door, {"action": "receipt"}).status_code == 422
    bookkeeping.receive_on_site(payment, by=None, now=NOW)
    assert "§ 33 UStDV" in client.get(door).content.decode()
    assert client.post(door, {"action": "receipt"}).status_code == 303
    assert Invoice.objects.get().gross == Decimal("49.90")
    # One invoice for one thing: with another address only after a correction (§ 14c UStG).
    assert client.get(door).status_code == 302


@pytest.mark.parametrize(
    ("since", "says"), [(None, "§ 2b"), (date(2027, 1, 1), "§ 2b"), (date(2027, 6, 1), "§ 27 Abs. 22")]
)
def test_public_body_names_the_law_of_the_day(operator, asked, since, says):
    operator.under_2b_since = since
    operator.save()
    invoice = invoicing.issue(asked(tax="outside"), Billing(name="Stadt", street="Markt 1", country="DE"), now=NOW)
    assert says in read(printing.paper_of(invoice).pdf)


def test_paid_on_site_goes_back_by_hand(operator, asked, django_user_model):
    clerk = django_user_model.objects.create_user("kasse@example.org")
    payment = asked()
    bookkeeping.receive_on_site(payment, by=clerk, now=NOW)
    payment.refresh_from_db()
    assert (payment.state, payment.paid_via, payment.purpose.state) == ("paid", "on_site", "confirmed")
    bookkeeping.undo_transfer(payment, by=clerk, reason="Verwechselt", now=NOW)
    payment.refresh_from_db()
    assert payment.state == "open"
