"""How periods and prices read, in letters and on pages alike."""

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from marketplace.kinds import Unit
from portal.language import times

NARROW = "\u00a0"


def reads_german() -> bool:
    return (get_language() or "de").startswith("de")


def amount(value: Decimal) -> str:
    """`38 €`, `49,90 €` for German readers; `€38`, `€49.90` for English ones."""
    whole = value == value.to_integral_value()
    number = number_format(value, decimal_pos=0 if whole else 2, force_grouping=True)
    return f"{number}{NARROW}€" if reads_german() else f"€{number}"


def prices(listing) -> list[tuple[str, str]]:
    """(amount, what for) of every price of a listing, the one to show first first."""
    nature = listing.nature
    if nature.costs_nothing:
        return [(str(nature.costs_nothing), "")]
    rows = []
    if listing.hourly is not None:
        rows.append((amount(listing.hourly), _("per hour")))
    if listing.daily is not None:
        rows.append((amount(listing.daily), _("per day")))
    if listing.price is not None:
        rows.append((amount(listing.price), _price_note(listing)))
    return rows or [(_("Price on request"), "")]


def _price_note(listing) -> str:
    if listing.nature.is_for_good:
        return _("negotiable") if listing.negotiable else ""
    return str(Unit(listing.unit).label) if listing.unit else ""


def agreed(order) -> str:
    """The price of an order as one word group."""
    if order.price is None:
        return _("by arrangement")
    return amount(order.price) if order.price else _("free of charge")


def period(value) -> str:
    """`Donnerstag, 21. Januar 2027, 11:00–13:00 Uhr (MEZ)`."""
    return _stretch(value, times.span)


def brief_period(value) -> str:
    """The same for a narrow column: `21. Jan. 2027, 11:00–13:00 Uhr`."""
    return _stretch(value, times.short_span)


def _stretch(value, in_words) -> str:
    if value is None:
        return _("by arrangement")
    return in_words(value.lower, value.upper) if value.upper else _("for good")


def all_prices(listing) -> str:
    """`40 € pro Stunde oder 220 € pro Tag`."""
    return _(" or ").join(f"{amount} {note}".strip() for amount, note in prices(listing))
