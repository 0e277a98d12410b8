"""Amounts as people read them."""

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import get_language

SIGNS = {"EUR": "€"}


def as_text(amount: Decimal, currency: str = "EUR") -> str:
    """`49,90 €` for German readers, `€49.90` for English ones."""
    number = number_format(amount, decimal_pos=2, force_grouping=True)
    sign = SIGNS.get(currency, currency)
    return f"{number}\u00a0{sign}" if (get_language() or "de").startswith("de") else f"{sign}{number}"
