"""The door: the check-in page for phones, and what the address in a QR code shows."""

from http import HTTPStatus
from uuid import uuid4

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from events import wording
from events.door import verbs
from events.door.forms import PressForm, ScanForm, UndoForm, WalkInForm
from events.guests import presence
from events.models import Attendance, Event, Registration
from events.papers import tickets
from events.refusals import AnotherEvent, HouseFull
from portal.accounts.staff_door import may_enter, staff_only
from portal.language import times
from portal.look.in_place import asks_for_part, varies
from portal.refusals import Refusal
from portal.rights import Right
from portal.web.secret_pages import secret_page

# The rest of the house may not use the camera.
CAMERA = "camera=(self), microphone=(), geolocation=(), payment=()"
MOST_ROWS = 200
SHOWN = ("expected", "present", "all")


@never_cache
@staff_only(Right.CHECK_IN)
@require_safe
def desk(request, pk: int) -> HttpResponse:
    """Who is expected, who is here; search and scan. Reading changes nothing."""
    return _desk(request, event_with_door(pk))


@never_cache
@staff_only(Right.CHECK_IN)
@require_POST
def enter(request, pk: int) -> HttpResponse:
    """One tap: this guest is here."""
    event, form = event_with_door(pk), PressForm(request.POST)
    if not form.is_valid():
        return _desk(request, event, refusal=AnotherEvent(), status=HTTPStatus.UNPROCESSABLE_ENTITY)
    said = form.cleaned_data
    registration = get_object_or_404(event.registrations, pk=said["registration"])
    return _check_in(request, event, registration, said["position"], said["press"])


@never_cache
@staff_only(Right.CHECK_IN)
@require_POST
def scan(request, pk: int) -> HttpResponse:
    """A ticket read by the camera, or its address typed."""
    event, form = event_with_door(pk), ScanForm(request.POST)
    found = tickets.read(form.cleaned_data["ticket"]) if form.is_valid() else None
    if found is None or found[0].event_id != event.pk:
        return _desk(request, event, refusal=AnotherEvent(), status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return _check_in(request, event, *found, form.cleaned_data["press"])


@never_cache
@staff_only(Right.CHECK_IN)
@require_POST
def undo(request, pk: int) -> HttpResponse:
    """It was somebody else."""
    event, form = event_with_door(pk), UndoForm(request.POST)
    if not form.is_valid():
        raise Http404
    come = Attendance.objects.filter(registration__event=event).select_related("registration__event")
    verbs.undo(get_object_or_404(come, pk=form.cleaned_data["attendance"]), by=request.user)
    return _to_desk(event)


@never_cache
@staff_only(Right.CHECK_IN)
@require_http_methods(["GET", "HEAD", "POST"])
def walk_in(request, pk: int) -> HttpResponse:
    """Somebody comes without registration. The question whether to exceed the seats is asked once they are gone."""
    event, refusal = event_with_door(pk), None
    if request.method != "POST":
        return _walk_in(request, event, WalkInForm())
    asks = "beyond" in request.POST
    form = WalkInForm(request.POST, asks_beyond=asks)
    if form.is_valid():
        try:
            return _to_desk(event, verbs.walk_in(event, by=request.user, **form.deed))
        except Refusal as said:
            refusal = said
    status = HTTPStatus.CONFLICT if refusal else HTTPStatus.UNPROCESSABLE_ENTITY
    form = WalkInForm(request.POST, asks_beyond=asks or isinstance(refusal, HouseFull))
    return _walk_in(request, event, form, refusal=refusal, status=status)


@secret_page
@require_safe
def ticket(request, token: str) -> HttpResponse:
    """What a QR code leads to. Strangers learn for what it is and whether it counts; staff see the guest."""
    found = tickets.read(token)
    if found is None:
        raise Http404
    registration, position = found
    if may_enter(request, Right.CHECK_IN):
        return _desk(request, registration.event, shown=presence.seat(registration, position))
    seat, event = presence.seat(registration, position), registration.event
    valid = registration.is_confirmed and not event.is_cancelled
    context = {
        "event": event,
        "when": wording.span(event),
        # The first name alone: whoever finds a ticket in the street must not learn whose it is.
        "first_name": seat.own_name.split()[0] if valid and seat.own_name else "",
        "is_valid": valid and not event.is_past(),
        "is_over": valid and event.is_past(),
        "code": tickets.code(registration, position) if valid and not event.is_past() else "",
    }
    return render(request, "events/ticket.html", context)


def _check_in(request, event, registration, position, press) -> HttpResponse:
    try:
        come = verbs.check_in(registration, position=position, press=press, by=request.user)
    except Refusal as refusal:
        return _desk(request, event, refusal=refusal, status=HTTPStatus.CONFLICT)
    return _to_desk(event, come)


def _to_desk(event: Event, come: Attendance | None = None) -> HttpResponse:
    address = reverse("events:checkin", args=[event.pk])
    query = f"?{urlencode({'last': come.pk})}" if come else ""
    return HttpResponseRedirect(address + query, status=HTTPStatus.SEE_OTHER)


def _desk(request, event: Event, *, shown=None, refusal=None, status=HTTPStatus.OK) -> HttpResponse:
    words, show = request.GET.get("q", "").strip()[:100], request.GET.get("show", "")
    show = show if show in SHOWN else "all" if words else "expected"
    found = presence.seats(event)
    here = sum(1 for one in found if one.attendance)
    last = None if asks_for_part(request) else shown or _last(found, request.GET.get("last", ""))
    rows = _rows(presence.search(found, words) if words else found, show)
    context = {
        "event": event,
        "when": wording.span(event),
        "q": words,
        "rows": rows[:MOST_ROWS],
        "more": max(len(rows) - MOST_ROWS, 0),
        "segments": _segments(event, show, words, expected=len(found) - here, present=here),
        "present": here,
        "expected": len(found),
        "counter": _("%(here)d of %(expected)d are here") % {"here": here, "expected": len(found)},
        "last": last and _row(last),
        "is_other_day": not _is_around(event),
        "press": uuid4(),
        "refusal": refusal,
        "show": show,
    }
    part = asks_for_part(request)
    response = varies(render(request, f"events/checkin/{'found' if part else 'desk'}.html", context, status=status))
    response["Permissions-Policy"] = CAMERA
    return response


def _rows(found, show: str) -> list[dict]:
    if show != "all":
        found = [one for one in found if bool(one.attendance) == (show == "present")]
    return [_row(one) for one in found]


def _row(one) -> dict:
    """Each row brings the number of its own press."""
    mine, at = one.registration, one.attendance and one.attendance.at
    notes = [mine.institution, mine.ticket_type.name if mine.ticket_type else "", mine.get_target_group_display()]
    if one.position > 1:
        notes.insert(0, _("with %(name)s") % {"name": mine.name})
    if one.is_walk_in:
        notes.append(_("without registration"))
    return {"seat": one, "note": " · ".join(filter(None, notes)), "press": uuid4(), "at": at and times.clock(at)}


def _segments(event, show: str, words: str, **counts) -> list[dict]:
    labels = {"expected": _("Expected"), "present": _("Here"), "all": _("All")}
    counts["all"] = sum(counts.values())
    address = reverse("events:checkin", args=[event.pk])
    return [
        {
            "label": labels[name],
            "count": counts[name],
            "url": f"{address}?{urlencode({'show': name} | ({'q': words} if words else {}))}",
            "is_current": name == show,
        }
        for name in SHOWN
    ]


def _last(found, said: str):
    """The guest just checked in, to be seen and perhaps taken back."""
    return next((one for one in found if one.attendance and str(one.attendance.pk) == said), None)


def _is_around(event: Event) -> bool:
    day = timezone.localdate()
    return timezone.localdate(event.starts_at) <= day <= timezone.localdate(times.last_instant(event.ends_at))


def _walk_in(request, event: Event, form, *, refusal=None, status=HTTPStatus.OK) -> HttpResponse:
    context = {"event": event, "when": wording.span(event), "form": form, "refusal": refusal}
    return render(request, "events/checkin/walk_in.html", context, status=status)


def event_with_door(pk: int) -> Event:
    """Only events that take registrations have a door to guard."""
    event = get_object_or_404(Event.objects.select_related("format", "project").with_page(), pk=pk)
    if not event.takes_registrations and not Registration.objects.filter(event=event).exists():
        raise Http404
    return event
