"""Amounts read as in each language; whole ones without cents."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from portal.language.money import are_whole_cents, as_text, cents


@pytest.mark.parametrize(
    ("amount", "german", "english"),
    [
        ("38.00", "38\u00a0€", "€38"),
        ("38.50", "38,50\u00a0€", "€38.50"),
        ("1234.00", "1.234\u00a0€", "€1,234"),
        ("0.01", "0,01\u00a0€", "€0.01"),
        ("-38.50", "-38,50\u00a0€", "-€38.50"),
    ],
)
def test_whole_amounts_have_no_cents(amount, german, english):
    assert as_text(Decimal(amount)) == german
    with override("en"):
        assert as_text(Decimal(amount)) == english


def test_a_column_of_amounts_writes_the_cents_always():
    assert [as_text(Decimal(amount), with_cents=True) for amount in ("38", "38.5")] == ["38,00\u00a0€", "38,50\u00a0€"]


def test_other_currencies_keep_their_code():
    assert as_text(Decimal("38"), "CHF") == "38\u00a0CHF"


@pytest.mark.parametrize(
    ("amount", "rounded"),
    [("0.125", "0.13"), ("0.135", "0.14"), ("-0.125", "-0.13"), ("0.1249", "0.12"), ("7", "7.00"), ("2.675", "2.68")],
)
def test_half_a_cent_goes_up(amount, rounded):
    assert str(cents(Decimal(amount))) == rounded
    assert as_text(Decimal(amount)) == as_text(Decimal(rounded))


def test_parts_of_a_cent_are_told_apart():
    assert are_whole_cents(Decimal("49.90"))
    assert not are_whole_cents(Decimal("0.001"))
