"""Amounts read as in each language; whole ones without cents."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from portal.language.money import as_text


@pytest.mark.parametrize(
    ("amount", "german", "english"),
    [
        ("38.00", "38\u00a0€", "€38"),
        ("38.50", "38,50\u00a0€", "€38.50"),
        ("1234.00", "1.234\u00a0€", "€1,234"),
        ("0.01", "0,01\u00a0€", "€0.01"),
    ],
)
def test_whole_amounts_have_no_cents(amount, german, english):
    assert as_text(Decimal(amount)) == german
    with override("en"):
        assert as_text(Decimal(amount)) == english


def test_a_column_of_amounts_writes_the_cents_always():
    assert [as_text(Decimal(amount), cents=True) for amount in ("38", "38.5")] == ["38,00\u00a0€", "38,50\u00a0€"]


def test_other_currencies_keep_their_code():
    assert as_text(Decimal("38"), "CHF") == "38\u00a0CHF"
