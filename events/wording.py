"""Dates, seats and money of an event as visitors read them, in their language."""

from django.utils.translation import gettext, ngettext

from events.models.event import Event
from events.models.tickets import SubSession, TicketType
from portal.invoices.kinds import TaxCase
from portal.language import times
from portal.language.money import as_text


def days(event: Event) -> str:
    """The day, the days, or the month of a date still open."""
    if event.month_only:
        return gettext("%(month)s, date still open") % {"month": times.month(event.starts_at)}
    return times.days(event.starts_at, event.ends_at)


def hours(event: Event) -> str:
    """9:30–17:00 Uhr (MEZ); empty without a date."""
    return "" if event.month_only else times.hours(event.starts_at, event.ends_at)


def short_hours(event: Event | SubSession) -> str:
    """9:30–17:00 Uhr, for lists."""
    return times.short_hours(event.starts_at, event.ends_at)


def span(event: Event) -> str:
    """Days and hours in one line: an event over several days has its hours on each of them."""
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
    """Start-up – 29 €, 3 seats free."""
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


def cancelling(deed) -> str:
    """Up to when cancelling is free and what it costs after that, of an event or a registration; empty: always free."""
    days, percent = deed.cancel_days, deed.cancel_percent
    if not percent or days is None:
        return ""
    words = ngettext(
        "Cancelling is free of charge until %(days)s day before the begin; then it costs %(percent)s %% of the fee.",
        "Cancelling is free of charge until %(days)s days before the begin; then it costs %(percent)s %% of the fee.",
        days,
    )
    return words % {"days": days, "percent": percent}


def cancel_terms(event: Event) -> str:
    """What stands beside the button with which somebody registers for a fee."""
    last = event.cancel_until
    until = gettext("You can cancel until %(when)s.") % {"when": times.moment(last)} if last else ""
    return " ".join(filter(None, [cancelling(event) or gettext("Cancelling is free of charge."), until]))


def vat(event: Event) -> str:
    """How much VAT is in its fee, or why there is none."""
    case = TaxCase(event.tax)
    return gettext("including %(rate)s %% VAT") % {"rate": int(case.rate)} if case.rate else str(case.label)
