"""What all our calendar files share (RFC 5545): how they begin, how Berlin's time is told, which signs are text."""

import unicodedata
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from icalendar import Calendar, Timezone, TimezoneDaylight, TimezoneStandard, vCalAddress, vRecur

BERLIN = ZoneInfo("Europe/Berlin")
WINTER, SUMMER = timedelta(hours=1), timedelta(hours=2)


def calendar_of(method: str, *, room: str) -> Calendar:
    """An empty calendar for one iTIP method: PUBLISH, REQUEST or CANCEL (RFC 5546)."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{plain(settings.PORTAL_NAME)}//{room}//DE")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    calendar.add_component(_berlin())
    return calendar


def plain(text: str) -> str:
    """Without control characters but line breaks: RFC 5545 forbids them in text."""
    kept = "".join(sign for sign in text if sign == "\n" or unicodedata.category(sign) != "Cc")
    return kept.strip()


def calendar_user(email: str, name: str) -> vCalAddress:
    """Organizer or attendee (RFC 5545, 3.3.3); `email` in its ASCII form."""
    person = vCalAddress(f"mailto:{email}")
    person.params["cn"] = plain(name).replace('"', "”")
    return person


def _berlin() -> Timezone:
    """One yearly rule for each half of the year (Directive 2000/84/EC), in the form that every program reads.

    Outlook takes no RDATE here, and wants the beginnings on the clock that is being left: 02:00 and 03:00.
    """
    zone = Timezone()
    zone.add("tzid", BERLIN.key)
    zone.add_component(_half(TimezoneDaylight(), "CEST", WINTER, SUMMER, datetime(1970, 3, 29, 2)))
    zone.add_component(_half(TimezoneStandard(), "CET", SUMMER, WINTER, datetime(1970, 10, 25, 3)))
    return zone


def _half(half, name: str, before: timedelta, after: timedelta, begins: datetime):
    half.add("tzname", name)
    half.add("tzoffsetfrom", before)
    half.add("tzoffsetto", after)
    half.add("dtstart", begins)
    half.add("rrule", vRecur(FREQ="YEARLY", BYMONTH=begins.month, BYDAY="-1SU"))
    return half
