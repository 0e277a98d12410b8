"""The papers of an event as accessible PDF: texts in the reader's language, names as data, never as markup."""

from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from events import wording
from events.guests.presence import Seat
from events.kinds import Mode
from events.models import Event
from events.papers import tickets as ticketing
from home.reading import navigation
from portal.files import papers
from portal.language import times
from portal.language.languages import current

HERE = Path(__file__).parent
# Lines for guests without registration, at the end of the list to sign.
SPARE_LINES = 6


def tickets(event: Event, seats: list[Seat]) -> bytes:
    """One page for each of these seats of the event."""
    rows = [
        {
            "name": seat.name,
            "note": _ticket_note(seat),
            "reference": seat.reference,
            "code": ticketing.code(seat.registration, seat.position),
        }
        for seat in seats
    ]
    title = _("Ticket: %(event)s") % {"event": event.title}
    said = {"heading": _("Ticket"), "alt": _("QR code of the ticket"), "when": wording.span(event)}
    return _set("ticket", event, title, seats=rows, place=_place(event), **said)


def badges(event: Event, seats: list[Seat]) -> bytes:
    """Ten cards on each page, to cut out."""
    rows = [{"name": seat.name, "institution": seat.institution} for seat in seats]
    return _set("badges", event, _("Badges: %(event)s") % {"event": event.title}, seats=rows)


def attendance_list(event: Event, seats: list[Seat]) -> bytes:
    """All who are expected, with room for a signature each, and some empty lines."""
    rows = [
        [str(number), seat.name, seat.institution, seat.registration.get_target_group_display(), ""]
        for number, seat in enumerate(seats, start=1)
    ]
    rows += [[str(len(seats) + number), "", "", "", ""] for number in range(1, SPARE_LINES + 1)]
    columns = [_("No."), _("Name"), _("Institution"), _("Target group"), _("Signature")]
    facts = _facts(event, {_("Date"): wording.span(event), _("Place"): _place(event), _("Project"): _project(event)})
    return _set("attendance_list", event, _("Attendance list"), columns=columns, rows=rows, facts=facts, page=_("Page"))


def certificates(event: Event, seats: list[Seat]) -> bytes:
    """One page for each seat whose guest has come; the caller has looked."""
    rows = [{"name": s.name, "institution": s.institution, "reference": s.reference} for s in seats]
    facts = {
        _("Date"): wording.span(event),
        _("Length"): length(event),
        _("Place"): _place(event),
        _("Format"): event.format.name,
        _("Organiser"): _organisers(event),
    }
    return _set(
        "certificate",
        event,
        _("Certificate of attendance: %(event)s") % {"event": event.title},
        heading=_("Certificate of attendance"),
        sentence=_("has taken part in the following event:"),
        seats=rows,
        facts=_facts(event, facts),
        place_and_date=_("Date: %(day)s") % {"day": times.day(timezone.now())},
        signature=_("Signature of the organiser"),
        funding=_project(event),
    )


def length(event: Event) -> str:
    """Hours of an event of one day, in quarters; empty where it spans days, because nights are no teaching."""
    if event.spans_days or event.month_only:
        return ""
    minutes = int((event.ends_at - event.starts_at).total_seconds() // 60)
    hours, rest = divmod(minutes, 60)
    whole = ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours} if hours else ""
    part = ngettext("%(n)d minute", "%(n)d minutes", rest) % {"n": rest} if rest else ""
    return " ".join(filter(None, [whole, part]))


def _set(name: str, event: Event, title: str, **said) -> bytes:
    issuer = str(navigation.frame().office.name)
    told = {"language": current(), "title": title, "issuer": issuer, "event": event.title}
    return papers.pdf(HERE / f"{name}.typ", told | said)


def _ticket_note(seat: Seat) -> str:
    kind = seat.registration.ticket_type
    number = _("Seat %(number)s") % {"number": seat.position} if seat.registration.seats > 1 else ""
    return " · ".join(filter(None, [kind.name if kind else "", number, seat.institution]))


def _place(event: Event) -> str:
    return pgettext("mode of an event", "Online") if event.mode == Mode.ONLINE else event.address


def _project(event: Event) -> str:
    project = event.project
    return " ".join(filter(None, [str(project), project.grant_number])) if project else ""


def _organisers(event: Event) -> str:
    hosts = ", ".join(host.name for host in event.hosts_in_order)
    return hosts or str(navigation.frame().office.name)


def _facts(event: Event, said: dict) -> list[list[str]]:
    return [[str(label), str(value)] for label, value in said.items() if value]
