"""Amounts as people read them."""

from decimal import Decimal

from django.utils.formats import number_format

from portal.language.languages import current

SIGNS = {"EUR": "€"}


def as_text(amount: Decimal, currency: str = "EUR", *, cents: bool = False) -> str:
    """`38 €`, `49,90 €` for German readers; `€38`, `€49.90` for English ones.

    `cents` writes them for whole amounts too: in a column of a paper, where the commas stand below each other.
    """
    whole = not cents and amount == int(amount)
    number = number_format(amount, decimal_pos=0 if whole else 2, force_grouping=True)
    sign = SIGNS.get(currency, currency)
    return f"{number}\u00a0{sign}" if current() == "de" else f"{sign}{number}"
