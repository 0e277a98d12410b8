"""What stands on the paper, as people read it."""

from datetime import date
from decimal import Decimal
from hashlib import sha256

import pytest
from django.utils import translation

from events.models import Registration
from portal.invoices import invariants, paper, samples
from portal.invoices import verbs as invoicing
from portal.invoices.charges import Charge
from portal.invoices.models import Paper
from tests.portal.invoices.conftest import NOW

pytestmark = pytest.mark.django_db
DAY = date(2027, 1, 20)


@pytest.mark.parametrize(
    ("quantity", "unit", "read"),
    [("1.5", "HUR", "1,5 h"), ("10", "C62", "10"), ("300", "DAY", "300 Tg."), ("2.25", "MON", "2,25 Mon.")],
)
def test_quantities_are_written_as_germans_write_them(operator, asked, monkeypatch, quantity, unit, read):
    one = Charge("Miete", Decimal(quantity), Decimal("49.90"), "standard", DAY, DAY, unit)
    monkeypatch.setattr(Registration, "charges", lambda mine: [one])
    invoice = invoicing.issue(asked(), samples.billing(), now=NOW)
    with translation.override("de"):
        (row,) = paper.told(invoice)["rows"]
    assert row[2] == read


def test_files_that_are_not_those_that_were_sent_are_found(operator, asked):
    invoice = invoicing.issue(asked(), samples.billing(), now=NOW)
    facts = {"pdf": b"%PDF-", "xml": b"<a/>", "made_at": NOW}
    Paper.objects.create(invoice=invoice, digest="0" * 64, **facts)
    assert any("files" in line for line in invariants.check())
    other = invoicing.issue(asked(), samples.billing(), now=NOW)
    Paper.objects.create(invoice=other, digest=sha256(b"%PDF-<a/>").hexdigest(), **facts)
    assert sum("files" in line for line in invariants.check()) == 1


def test_a_correction_takes_back_in_every_row(operator, asked):
    correction = invoicing.correct(invoicing.issue(asked(), samples.billing(), now=NOW), now=NOW)
    with translation.override("de"):
        told = paper.told(correction)
    (row,), sums = told["rows"], told["sums"]
    assert row[3] == sums[0][1] == "-41,93\u00a0€"
    assert sums[-1][1] == "-49,90\u00a0€"
