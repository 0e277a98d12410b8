"""The invoice for machines: valid by the rules of EN 16931, and read back by another library."""

import re
import socket
from decimal import Decimal
from io import BytesIO

import facturx
import pytest
from drafthorse.models.document import Document
from lxml import etree

from portal.accounts.models import Institution
from portal.invoices import electronic, printing, samples
from portal.invoices import verbs as invoicing
from portal.invoices.kinds import TaxCase
from tests.portal.invoices.conftest import NOW

pytestmark = pytest.mark.django_db
LEITWEG = {"leitweg_id": "04011000-1234512345-06"}


@pytest.fixture
def issued(asked):
    def make(*, tax="standard", fee="49.90", seats=3, small=False, **said):
        samples.issuer(small_business=small)
        return invoicing.issue(asked(fee=fee, seats=seats, tax=tax), samples.billing(**said), now=NOW)

    return make


@pytest.mark.parametrize("tax", [*TaxCase.values])
@pytest.mark.parametrize("form", ["zugferd", "xrechnung"])
def test_every_tax_case_is_valid(issued, tax, form):
    # Who owes the tax abroad has an id there (BR-AE-02).
    buyer = {"vat_id": "ATU13585627", "country": "AT"} if tax == "reverse" else {}
    invoice = issued(tax=tax, small=tax == "small", **LEITWEG, **buyer)
    electronic.check(getattr(electronic, form)(invoice))


@pytest.mark.parametrize("form", ["zugferd", "xrechnung"])
@pytest.mark.parametrize("amount", [None, Decimal("49.90")])
def test_a_correction_is_valid(issued, form, amount):
    correction = invoicing.correct(issued(**LEITWEG), amount, reason="Platz zurückgegeben", now=NOW)
    xml = getattr(electronic, form)(correction)
    electronic.check(xml)
    assert b"R-2026-00001" in xml


@pytest.mark.parametrize(("form", "old"), [("zugferd", b">149.70<"), ("xrechnung", b">149.70<")])
def test_control_a_falsified_total_is_not(issued, form, old):
    xml = getattr(electronic, form)(issued(**LEITWEG))
    assert old in xml
    with pytest.raises(electronic.NotValid, match="BR-CO-1"):
        electronic.check(xml.replace(old, b">149.71<", 1))


def test_an_xrechnung_says_so_and_names_the_buyer(issued):
    tree = etree.fromstring(electronic.xrechnung(issued(**LEITWEG)))
    said = {etree.QName(one).localname: one.text for one in tree if one.text and one.text.strip()}
    assert said["CustomizationID"].endswith("xrechnung_3.0")
    assert said["BuyerReference"] == "04011000-1234512345-06"
    assert tree.findtext(".//{*}OrderReference/{*}ID") == "4500012345"


def test_without_a_mailbox_an_xrechnung_goes_to_the_leitweg_id(asked):
    samples.issuer()
    payment = asked()
    payment.payer_email = ""
    payment.save()
    xml = electronic.xrechnung(invoicing.issue(payment, samples.billing(**LEITWEG), now=NOW))
    electronic.check(xml)
    address = etree.fromstring(xml).find(".//{*}AccountingCustomerParty//{*}EndpointID")
    assert (address.get("schemeID"), address.text) == ("0204", LEITWEG["leitweg_id"])


def test_nobody_else_is_asked_whether_it_is_valid(issued, monkeypatch):
    """The library posts what it writes to a server on port 5000, if it may."""
    asked_for = []
    monkeypatch.setattr(socket, "create_connection", lambda address, *args, **more: asked_for.append(address))
    monkeypatch.setattr(socket.socket, "connect", lambda self, address: asked_for.append(address))
    invoice = issued(**LEITWEG)
    electronic.zugferd(invoice)
    electronic.xrechnung(invoice)
    assert asked_for == []


def test_an_institution_is_exempt_by_a_number_of_its_own(asked):
    house = Institution.objects.create(name="Hochschule", slug="hs")
    samples.issuer(institution=house)
    payment = asked(tax="exempt")
    payment.payee = house
    payment.save()
    xml = electronic.zugferd(invoicing.issue(payment, samples.billing(), now=NOW)).decode()
    assert "Steuerfrei nach § 4 UStG" in xml
    electronic.check(xml.encode())


HOSTILE = {
    "markup": "#let x = [@a] $y$ <b>&amp;]]> \\ *_`",
    "no text": "a\ufffe\uffffb",
    "a bell": "a\x07b",
    "no sign": "a\u0378\ufdd0b",
    "emoji": "Ada 🧬👩‍🔬",
    "scripts": "東京大学 جامعة ไทย አዲስ 𓀀",
    "marks": "a" + "\u0301" * 50,
    "one word": "W" * 60,
}


@pytest.mark.parametrize("said", HOSTILE.values(), ids=HOSTILE)
def test_whatever_somebody_is_called_there_are_files(issued, said):
    invoice = issued(name=said, person=said, street=said, city=said, order_number=said, cost_centre=said, **LEITWEG)
    files = printing.paper_of(invoice)
    # Set with all the rules of PDF/A, not only said to be one: typst states the profile of its colours then.
    assert b"/OutputIntents" in bytes(files.pdf)
    assert re.search(rb"<pdfaid:part>3</pdfaid:part>", bytes(files.pdf))


def test_another_library_reads_the_pdf(issued):
    invoice = issued()
    pdf = bytes(printing.paper_of(invoice).pdf)
    name, xml = facturx.get_xml_from_pdf(BytesIO(pdf), check_xsd=True)
    assert name == "factur-x.xml"
    read = Document.parse(xml)
    assert str(read.header.id) == invoice.number
    assert read.trade.settlement.monetary_summation.grand_total._amount == invoice.gross
    assert re.search(rb"<pdfaid:part>3</pdfaid:part>", pdf)
    assert re.search(rb"<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>", pdf)


def test_the_files_are_made_once_and_never_changed(issued):
    invoice = issued(**LEITWEG)
    first = printing.paper_of(invoice)
    assert printing.paper_of(invoice).digest == first.digest
    assert bytes(first.xml).startswith(b"<?xml")
