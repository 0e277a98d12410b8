"""The pages behind a client's secret link, and a person's own coaching."""

from http import HTTPStatus

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from events.calendar.files import calendar_file
from events.coaching import ical, rows, wording
from events.coaching.booking import verbs as booking
from events.coaching.booking.forms import FollowUpForm, MoveForm, NoteForm
from events.coaching.kinds import Author
from events.coaching.models import Booking, Slot
from events.coaching.record import follow_up as following
from events.coaching.record import notes
from events.coaching.states import BookingState
from portal.language import times
from portal.refusals import Refusal
from portal.web import tokens
from portal.web.secret_pages import secret_page

CHANGEABLE = (BookingState.CONFIRMED, BookingState.REQUESTED)


@secret_page
@require_safe
def manage(request, token: str) -> HttpResponse:
    """How the booking stands, and what its client can do. Reading changes nothing."""
    return _page(request, _opened_by(token), token)


@secret_page
@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request, token: str) -> HttpResponse:
    """The question before the end; POST cancels, a panel as a whole."""
    mine = _opened_by(token)
    if request.method != "POST":
        return render(request, "coaching/cancel.html", {"booking": mine, "when": wording.span(mine.slot)})
    return _do(request, mine, token, lambda: booking.cancel(mine))


@secret_page
@require_http_methods(["GET", "HEAD", "POST"])
def move(request, token: str) -> HttpResponse:
    """The coach's other free times; POST moves."""
    mine = _opened_by(token)
    free = {slot.pk: slot for slot in _others(mine)}
    form = MoveForm(
        request.POST if request.method == "POST" else None,
        slots=[(pk, f"{wording.span(slot)} · {rows.where(slot)}") for pk, slot in free.items()],
    )
    if request.method != "POST" or not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY if request.method == "POST" else HTTPStatus.OK
        context = {"booking": mine, "when": wording.span(mine.slot), "form": form, "free": free}
        return render(request, "coaching/move.html", context, status=status)
    return _do(request, mine, token, lambda: booking.reschedule(mine, to=free[form.cleaned_data["slot"]]))


@secret_page
@require_POST
def accept(request, token: str) -> HttpResponse:
    mine = _opened_by(token)
    return _do(request, mine, token, lambda: booking.accept(mine))


@secret_page
@require_POST
def note(request, token: str) -> HttpResponse:
    """A confidential note of the client."""
    mine, form = _opened_by(token), NoteForm(request.POST)
    if not form.is_valid():
        return _page(request, mine, token, note_form=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    text = form.cleaned_data["text"]
    return _do(request, mine, token, lambda: notes.write_note(mine, author=Author.CLIENT, text=text))


@secret_page
@require_POST
def renew(request, token: str) -> HttpResponse:
    """The link has come into wrong hands: it ends here, and the new one goes to the mailbox alone."""
    mine = _opened_by(token)
    booking.renew_link(mine)
    return render(request, "coaching/renewed.html", {"when": wording.span(mine.slot), "booking": mine})


@secret_page
@require_safe
def calendar(request, token: str) -> HttpResponse:
    mine = _opened_by(token)
    if not mine.is_confirmed:
        raise Http404
    return calendar_file(ical.download(mine), _("coaching.ics"))


@secret_page
@require_http_methods(["GET", "HEAD", "POST"])
def follow_up(request, token: str) -> HttpResponse:
    """What became of the goal: two questions, 90 days later."""
    mine = tokens.read("follow_up", token, Booking.objects.for_rows().filter(state=BookingState.DONE))
    if mine is None:
        raise Http404
    form = (
        FollowUpForm(request.POST)
        if request.method == "POST"
        else FollowUpForm(initial={"reached": mine.reached, "note": mine.reached_note})
    )
    context = {"booking": mine, "form": form, "when": wording.day(mine.slot), "answered": mine.answered_at}
    if request.method != "POST":
        return render(request, "coaching/follow_up.html", context)
    if not form.is_valid():
        return render(request, "coaching/follow_up.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    following.answer(mine, **form.cleaned_data)
    return HttpResponseRedirect(mine.get_follow_up_url(), status=HTTPStatus.SEE_OTHER)


@never_cache
@login_required
@require_safe
def mine(request) -> HttpResponse:
    """What the person logged in has booked, the next first."""
    held = list(Booking.objects.of(request.user).for_rows().order_by("slot__starts_at"))
    now = timezone.now()
    coming = [one for one in held if one.is_active and not rows.is_past(one.slot, now)]
    rest = [one for one in reversed(held) if one not in coming]
    context = {"coming": [rows.my_row(one, level=2) for one in coming], "rest": [rows.my_row(one) for one in rest]}
    return render(request, "coaching/mine.html", context)


def _opened_by(token: str) -> Booking:
    found = tokens.read("manage", token, Booking.objects.for_rows())
    if found is None:
        raise Http404
    return found


def _do(request, mine: Booking, token: str, deed) -> HttpResponse:
    try:
        deed()
    except Refusal as refusal:
        return _page(request, _opened_by(token), token, refusal=refusal, status=HTTPStatus.CONFLICT)
    return HttpResponseRedirect(mine.get_absolute_url(), status=HTTPStatus.SEE_OTHER)


def _others(mine: Booking):
    """Other free times of the same coach; none for a panel or what cannot be moved."""
    if mine.panel_id or mine.state not in CHANGEABLE or mine.has_begun():
        return Slot.objects.none()
    return Slot.objects.offered().free().filter(coach=mine.slot.coach_id).exclude(pk=mine.slot_id).for_rows()


def _page(request, mine: Booking, token: str, *, refusal=None, note_form=None, status=HTTPStatus.OK) -> HttpResponse:
    slot = mine.slot
    siblings = (
        Booking.objects.filter(panel=mine.panel_id).exclude(pk=mine.pk) if mine.panel_id else Booking.objects.none()
    )
    context = {
        "booking": mine,
        "slot": slot,
        "token": token,
        "when": wording.span(slot),
        "key_facts": rows.facts(slot, online=mine.is_confirmed),
        "siblings": [str(one.slot.coach) for one in siblings.for_rows()],
        "place_in_line": mine.place_in_line if mine.state == BookingState.WAITING else None,
        "deadline": times.moment(mine.offer_until) if mine.is_offered else "",
        "can_cancel": mine.is_active and not mine.has_begun(),
        "can_move": _others(mine).exists(),
        "length": wording.length(mine.minutes),
        "notes": mine.notes.all(),
        "note_form": (note_form or NoteForm()) if slot.coach.user_id else None,
        "refusal": refusal,
    }
    return render(request, "coaching/manage.html", context, status=status)
