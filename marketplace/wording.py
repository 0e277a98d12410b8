"""How periods and prices read, in letters and on pages alike."""

from django.utils.translation import gettext as _

from marketplace.kinds import Unit
from portal.language import times
from portal.language.money import as_text


def prices(listing) -> list[tuple[str, str]]:
    """(amount, what for) of every price of a listing, the one to show first first."""
    nature = listing.nature
    if nature.costs_nothing:
        return [(str(nature.costs_nothing), "")]
    rows = []
    if listing.hourly is not None:
        rows.append((as_text(listing.hourly), _("per hour")))
    if listing.daily is not None:
        rows.append((as_text(listing.daily), _("per day")))
    if listing.price is not None:
        rows.append((as_text(listing.price), _price_note(listing)))
    return rows or [(_("Price on request"), "")]


def _price_note(listing) -> str:
    if listing.nature.is_for_good:
        return _("negotiable") if listing.negotiable else ""
    return str(Unit(listing.unit).label) if listing.unit else ""


def agreed(order) -> str:
    """The price of an order as one word group."""
    if order.price is None:
        return _("by arrangement")
    return as_text(order.price) if order.price else _("free of charge")


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
