"""How periods and prices read, in letters and on pages alike."""

from decimal import Decimal

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from marketplace.kinds import Unit
from portal.language.times import zone

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
    """`Do., 21. Januar 2027, 11:00–13:00 (MEZ)` for one day, both ends in full for more."""
    if value is None:
        return _("by arrangement")
    if value.upper is None:
        return _("for good")
    start, end = timezone.localtime(value.lower), timezone.localtime(value.upper)
    pattern = "D, j. F Y" if reads_german() else "D j F Y"
    day = date_format(start, pattern)
    if start.date() == end.date() and zone(start) == zone(end):
        return f"{day}, {start:%H:%M}–{end:%H:%M} ({zone(end)})"
    last = date_format(end, pattern)
    first_zone = "" if zone(start) == zone(end) else f" ({zone(start)})"
    return f"{day}, {start:%H:%M}{first_zone} – {last}, {end:%H:%M} ({zone(end)})"


def brief_period(value) -> str:
    """The same for a narrow column: `21.01.2027, 11:00–13:00`."""
    if value is None or value.upper is None:
        return period(value)
    start, end = timezone.localtime(value.lower), timezone.localtime(value.upper)
    pattern = "d.m.Y" if reads_german() else "j M Y"
    first, last = date_format(start, pattern), date_format(end, pattern)
    if first == last:
        return f"{first}, {start:%H:%M}–{end:%H:%M}"
    return f"{first}, {start:%H:%M} – {last}, {end:%H:%M}"


def all_prices(listing) -> str:
    """`40 € pro Stunde oder 220 € pro Tag`."""
    return _(" or ").join(f"{amount} {note}".strip() for amount, note in prices(listing))


def until(instant) -> str:
    """`21. Januar 2027 11:00 (MEZ)`."""
    return f"{date_format(timezone.localtime(instant), 'DATETIME_FORMAT')} ({zone(instant)})"
