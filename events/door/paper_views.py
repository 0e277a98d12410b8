"""Papers: tickets and certificates behind the guest's secret link, sheets and tables for the staff."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from events import wording
from events.door.views import event_with_door
from events.guests import presence
from events.guests.presence import Seat
from events.models import Registration
from events.papers import sheets, tables
from portal.accounts.staff_door import staff_only
from portal.audit import log
from portal.files import papers, spreadsheets
from portal.language.slugs import slugify
from portal.rights import Right
from portal.web import tokens
from portal.web.secret_pages import secret_page


@secret_page
@require_safe
def ticket(request, token: str, position: int) -> HttpResponse:
    """The ticket of one seat as PDF."""
    seat = _seat(token, position)
    event = seat.registration.event
    if event.is_past() or not event.opens_doors:
        raise Http404
    content = sheets.tickets(seat.registration.event, [seat])
    return papers.download(f"{_('ticket')}-{seat.reference}.pdf", content)


@secret_page
@require_safe
def certificate(request, token: str, position: int) -> HttpResponse:
    """The certificate of one seat, once the event is over and if its guest was checked in."""
    seat = _seat(token, position)
    if seat.attendance is None or not seat.registration.event.is_past():
        raise Http404
    content = sheets.certificates(seat.registration.event, [seat])
    return papers.download(f"{_('certificate')}-{seat.reference}.pdf", content)


@never_cache
@staff_only(Right.PRINT_NAMES)
@require_http_methods(["GET", "HEAD", "POST"])
def show(request, pk: int) -> HttpResponse:
    """Which papers there are; POST makes one, because it is written into the audit log who had the names."""
    event = event_with_door(pk)
    seats = presence.seats(event)
    present = [seat for seat in seats if seat.attendance]
    if request.method == "POST":
        return _made(request, event, seats, present)
    missing = presence.no_shows(event)
    context = {
        "event": event,
        "when": wording.span(event),
        "papers": _offered(event, seats, present),
        "unprintable": papers.unprintable(dict.fromkeys(text for one in seats for text in (one.name, one.institution))),
        "no_shows": [{"name": seat.name, "institution": seat.institution} for seat in missing],
    }
    return render(request, "events/checkin/papers.html", context)


def _made(request, event, seats: list[Seat], present: list[Seat]) -> HttpResponse:
    kind = request.POST.get("paper", "")
    named = present if kind == "certificates" else seats
    sheet = {
        "badges": (sheets.badges, _("badges")),
        "list": (sheets.attendance_list, _("attendance-list")),
        "certificates": (sheets.certificates, _("certificates")),
    }.get(kind)
    offered = {choice["name"] for paper in _offered(event, seats, present) for choice in paper["choices"]}
    if kind not in offered:
        raise Http404
    about = slugify(event.name, 60)
    if sheet is None:
        made = spreadsheets.download(f"{_('attendance')}-{about}", kind, tables.rows(seats))
    else:
        make, word = sheet
        made = papers.download(f"{word}-{about}.pdf", make(event, named))
    log(event, "events.paper", user=request.user, data={"paper": kind, "seats": len(named)})
    return made


def _offered(event, seats: list[Seat], present: list[Seat]) -> list[dict]:
    """What can be made now, with the sentence that says so."""
    offered = []
    if seats:
        text = _("Cards of 85 × 55 mm to cut out, ten on a page.")
        offered.append({"title": _("Badges"), "text": text, "choices": [_choice("badges", "PDF")]})
    text = _("To be signed by the guests, with empty lines for those without registration.")
    offered.append({"title": _("Attendance list"), "text": text, "choices": [_choice("list", "PDF")]})
    if present and event.is_past():
        text = _("One page for each guest who was checked in. Guests find theirs on the page of their registration.")
        choices = [_choice("certificates", "PDF")]
        offered.append({"title": _("Certificates of attendance"), "text": text, "choices": choices})
    text = _("Who was there, with the target group: evidence for the funder.")
    choices = [_choice("csv", "CSV"), _choice("xlsx", "Excel")]
    offered.append({"title": _("Attendance table"), "text": text, "choices": choices})
    return offered


def _choice(name: str, label: str) -> dict:
    return {"name": name, "label": label}


def _seat(token: str, position: int) -> Seat:
    queryset = Registration.objects.select_related("event__format", "event__project", "ticket_type")
    registration = tokens.read("manage", token, queryset)
    if registration is None or not registration.is_confirmed or not 1 <= position <= registration.seats:
        raise Http404
    if registration.event.is_cancelled:
        raise Http404
    return presence.seat(registration, position)
