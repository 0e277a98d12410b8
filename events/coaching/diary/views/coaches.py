"""One booking as its coach sees it: questionnaire, notes, answer, record."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from events.coaching import rows, wording
from events.coaching.booking import verbs as booking_verbs
from events.coaching.booking.forms import NoteForm, ReasonForm, RecordForm
from events.coaching.kinds import Author
from events.coaching.models import Booking
from events.coaching.record import hours, notes
from events.coaching.states import BookingState
from portal.refusals import Refusal

# Deed: the form whose fields the verb wants, the verb, and what is said afterwards.
DEEDS = {
    "confirm": (None, booking_verbs.confirm, _("Confirmed. The client is told.")),
    "decline": (ReasonForm, booking_verbs.decline, _("Declined. The client is told.")),
    "cancel": (ReasonForm, booking_verbs.cancel, _("Cancelled. The client is told.")),
    "record": (RecordForm, hours.record_hours, _("Recorded.")),
    "absence": (None, hours.record_absence, _("Noted: nobody came, no hours are counted.")),
}


@never_cache
@login_required
@require_safe
def booking(request, pk: int) -> HttpResponse:
    return _page(request, _mine(request, pk))


@login_required
@require_POST
def act(request, pk: int, deed: str) -> HttpResponse:
    """Do what the coach decided, by one verb; `note` is the confidential note."""
    mine = _mine(request, pk)
    if deed == "note":
        return _write_note(request, mine)
    if deed not in DEEDS:
        raise Http404
    form_class, verb, done = DEEDS[deed]
    form = form_class(request.POST, auto_id=f"{deed}_%s") if form_class else None
    typed = {deed: form} if form else {}
    if form is not None and not form.is_valid():
        return _page(request, mine, **typed, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        verb(mine, by=request.user, **(form.cleaned_data if form else {}))
    except Refusal as refusal:
        return _page(request, _mine(request, pk), refusal=refusal, status=HTTPStatus.CONFLICT, **typed)
    messages.success(request, done)
    return _back(mine)


def _write_note(request, mine: Booking) -> HttpResponse:
    form = NoteForm(request.POST, auto_id="note_%s")
    if not form.is_valid():
        return _page(request, mine, note=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        notes.write_note(mine, author=Author.COACH, text=form.cleaned_data["text"])
    except Refusal as refusal:
        return _page(request, mine, note=form, refusal=refusal, status=HTTPStatus.CONFLICT)
    return _back(mine)


def _back(mine: Booking) -> HttpResponse:
    return HttpResponseRedirect(reverse("coaching:booking", args=[mine.pk]), status=HTTPStatus.SEE_OTHER)


def _mine(request, pk: int) -> Booking:
    return get_object_or_404(Booking.objects.with_coach(request.user).for_rows(), pk=pk)


def _page(request, mine: Booking, *, refusal=None, status=HTTPStatus.OK, **forms) -> HttpResponse:
    begun, state = mine.has_begun(), mine.state
    planned = {"minutes": mine.minutes or mine.slot.minutes, "outcome": mine.outcome}
    context = {
        "booking": mine,
        "when": wording.span(mine.slot),
        "key_facts": rows.facts(mine.slot, online=True),
        "notes": mine.notes.filter(reader=request.user),
        "note_form": forms.get("note") or NoteForm(auto_id="note_%s"),
        "can_confirm": state == BookingState.REQUESTED and not begun,
        "can_cancel": state == BookingState.CONFIRMED and not begun,
        "can_record": begun and (state == BookingState.CONFIRMED or mine.is_over),
        "decline_form": forms.get("decline") or ReasonForm(auto_id="decline_%s"),
        "cancel_form": forms.get("cancel") or ReasonForm(auto_id="cancel_%s"),
        "record_form": forms.get("record") or RecordForm(initial=planned, auto_id="record_%s"),
        "is_unproven": state == BookingState.REQUESTED and mine.account_id and not mine.institution_id,
        "left": mine.account and wording.length(mine.account.minutes_left),
        "refusal": refusal,
    }
    return render(request, "coaching/booking.html", context, status=status)
