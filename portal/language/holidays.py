"""The public holidays of North Rhine-Westphalia, by rule (Feiertagsgesetz NW § 2)."""

from datetime import date, timedelta
from functools import cache

from dateutil.easter import easter
from django.utils.translation import gettext_lazy as _

FIXED = {
    (1, 1): _("New Year’s Day"),
    (5, 1): _("Labour Day"),
    (10, 3): _("Day of German Unity"),
    (11, 1): _("All Saints’ Day"),
    (12, 25): _("Christmas Day"),
    (12, 26): _("Boxing Day"),
}
# Days after Easter Sunday.
MOVING = {
    -2: _("Good Friday"),
    1: _("Easter Monday"),
    39: _("Ascension Day"),
    50: _("Whit Monday"),
    60: _("Corpus Christi"),
}


@cache
def of_year(year: int) -> dict:
    """Day to name; Sundays that are holidays anyway are left out."""
    days = {date(year, month, day): name for (month, day), name in FIXED.items()}
    return days | {easter(year) + timedelta(days=after): name for after, name in MOVING.items()}


def name_of(day: date):
    """The holiday's name, None on other days."""
    return of_year(day.year).get(day)
