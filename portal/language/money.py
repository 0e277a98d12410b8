"""Amounts as people read them, and the one rounding of the house."""

from decimal import ROUND_HALF_UP, Decimal

from django.utils.formats import number_format

from portal.language.languages import current

SIGNS = {"EUR": "€"}
CENT = Decimal("0.01")
HUNDREDTH_OF_A_CENT = Decimal("0.0001")


def cents(amount: Decimal) -> Decimal:
    """`amount` in whole cents, half a cent away from zero: 0.125 becomes 0.13."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def unit_price(amount: Decimal) -> Decimal:
    """`amount` in hundredths of a cent, as an invoice states the net price of one (EN 16931, BT-146)."""
    return amount.quantize(HUNDREDTH_OF_A_CENT, ROUND_HALF_UP)


def are_whole_cents(amount: Decimal) -> bool:
    return amount == cents(amount)


def as_text(amount: Decimal, currency: str = "EUR", *, with_cents: bool = False) -> str:
    """`38 €`, `-49,90 €` for German readers; `€38`, `-€49.90` for English ones.

    `with_cents` writes them for whole amounts too: in a column of a paper, where the commas stand below each other.
    """
    # Django's own formatting cuts off what it does not show.
    amount = cents(Decimal(amount))
    whole = not with_cents and amount == int(amount)
    number = number_format(amount, decimal_pos=0 if whole else 2, force_grouping=True)
    sign = SIGNS.get(currency, currency)
    if current() == "de":
        return f"{number}\u00a0{sign}"
    return f"-{sign}{number[1:]}" if number.startswith("-") else f"{sign}{number}"
