"""Dates, times, seats and money as visitors read them: always Berlin time, with its zone, in their language."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.dateformat import format as formatted
from django.utils.dateformat import time_format
from django.utils.translation import gettext, ngettext, pgettext

from events.models.event import Event
from events.models.tickets import SubSession, TicketType
from portal.language.money import as_text
from portal.language.times import zone


def day(at: datetime) -> str:
    """Donnerstag, 21. Januar 2027."""
    return formatted(timezone.localtime(at), pgettext("date pattern", "l, j F Y"))


def short_date(on: date) -> str:
    """21.01.2027, for a day without a time."""
    return formatted(on, pgettext("date pattern", "j M Y"))


def short_day(at: datetime) -> str:
    """21.01.2027."""
    return formatted(timezone.localtime(at), pgettext("date pattern", "j M Y"))


def weekday(at: datetime) -> str:
    """Donnerstag."""
    return formatted(timezone.localtime(at), "l")


def month(at: datetime) -> str:
    """Dezember 2027."""
    return formatted(timezone.localtime(at), "F Y")


def clock(at: datetime) -> str:
    """9:30 Uhr."""
    return pgettext("time of day", "%(time)s") % {"time": short_clock(at)}


def short_clock(at: datetime) -> str:
    """9:30, where there is little room."""
    return formatted(timezone.localtime(at), "G:i")


def time_of_day(at: time) -> str:
    """9:30 Uhr, for a time without a day."""
    return pgettext("time of day", "%(time)s") % {"time": time_format(at, "G:i")}


def moment(at: datetime) -> str:
    """Donnerstag, 21. Januar 2027, 9:30 Uhr (MEZ)."""
    return f"{day(at)}, {clock(at)} ({zone(at)})"


def days(event: Event) -> str:
    """The day, the days, or the month of a date still open."""
    if event.month_only:
        return gettext("%(month)s, date still open") % {"month": month(event.starts_at)}
    if not event.spans_days:
        return day(event.starts_at)
    return f"{day(event.starts_at)} – {day(last_instant(event))}"


def hours(event: Event) -> str:
    """9:30–17:00 Uhr (MEZ); both ends with their zone where the clocks change in between; empty without a date."""
    if event.month_only:
        return ""
    if zone(event.starts_at) != zone(event.ends_at):
        return " – ".join(f"{clock(at)} ({zone(at)})" for at in (event.starts_at, event.ends_at))
    return f"{short_hours(event)} ({zone(event.starts_at)})"


def short_hours(event: Event | SubSession) -> str:
    """9:30–17:00 Uhr, for lists."""
    return pgettext("time of day", "%(time)s") % {
        "time": f"{short_clock(event.starts_at)}–{short_clock(event.ends_at)}"
    }


def span(event: Event) -> str:
    """Days and hours in one line."""
    return ", ".join(filter(None, [days(event), hours(event)]))


def number_of_events(number: int) -> str:
    return ngettext("%(n)s event", "%(n)s events", number) % {"n": number}


def fee(event: Event) -> str:
    """49,90 €; with ticket types of different prices from the lowest to the highest."""
    low, high = (as_text(fee, event.currency) if fee else gettext("free of charge") for fee in event.price_range)
    return low if low == high else gettext("%(low)s to %(high)s") % {"low": low, "high": high}


def seats_free(number: int) -> str:
    """3 seats free."""
    return ngettext("%(number)d seat free", "%(number)d seats free", number) % {"number": number}


def ticket_line(ticket: TicketType) -> str:
    """Start-up – 29,00 €, 3 seats free."""
    price = as_text(ticket.fee) if ticket.fee else gettext("free of charge")
    free = ticket.seats_free
    if free is None:
        return f"{ticket.name} – {price}"
    return f"{ticket.name} – {price}, {seats_free(free) if free else gettext('sold out, waiting list')}"


def session_title(session: SubSession) -> str:
    """10:00–11:30 Uhr: Title (room)."""
    title = f"{session.title} ({session.room})" if session.room else session.title
    return f"{short_hours(session)}: {title}"


def session_line(session: SubSession) -> str:
    """10:00–11:30 Uhr: Title (room), 3 seats free."""
    free = session.seats_free
    return session_title(session) if free is None else f"{session_title(session)}, {seats_free(free)}"


def last_instant(event: Event) -> datetime:
    """An event that ends at midnight ends on the day before."""
    return event.ends_at - timedelta(microseconds=1)
