"""Dates, times and money as visitors read them: always Berlin time, with its zone, in the reader's language."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.dateformat import format as formatted
from django.utils.translation import gettext, pgettext

from events.models import Event
from portal.payments.money import as_text


def day(moment: datetime) -> str:
    """Donnerstag, 21. Januar 2027."""
    return formatted(timezone.localtime(moment), pgettext("date pattern", "l, j F Y"))


def month(moment: datetime) -> str:
    """Dezember 2027."""
    return formatted(timezone.localtime(moment), "F Y")


def clock(moment: datetime) -> str:
    """9:30 Uhr."""
    return pgettext("time of day", "%(time)s") % {"time": _time(moment)}


def zone(moment: datetime) -> str:
    """MEZ in winter, MESZ in summer."""
    summer = bool(timezone.localtime(moment).dst())
    return pgettext("time zone", "CEST") if summer else pgettext("time zone", "CET")


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
        ends = [f"{clock(at)} ({zone(at)})" for at in (event.starts_at, event.ends_at)]
        return " – ".join(ends)
    span = f"{_time(event.starts_at)}–{_time(event.ends_at)}"
    return pgettext("time of day", "%(time)s") % {"time": span} + f" ({zone(event.starts_at)})"


def span(event: Event) -> str:
    """Days and hours in one line."""
    return ", ".join(filter(None, [days(event), hours(event)]))


def fee(event: Event) -> str:
    return as_text(event.fee, event.currency) if event.fee else gettext("free of charge")


def last_instant(event: Event) -> datetime:
    """An event that ends at midnight ends on the day before."""
    return event.ends_at - timedelta(microseconds=1)


def _time(at: datetime) -> str:
    return formatted(timezone.localtime(at), "G:i")
