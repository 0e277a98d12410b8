"""From the list of free times to a booking: the coach, the form, panels."""

from http import HTTPStatus
from uuid import uuid4

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Locale

from events.coaching import found, rows, wording
from events.coaching.booking import panels
from events.coaching.booking import verbs as booking
from events.coaching.booking.forms import BookingForm, PanelForm
from events.coaching.models import Account, Slot
from events.coaching.pages import CoachingPage
from events.coaching.refusals import (
    AlreadyBooked,
    HoursUsedUp,
    NoPanel,
    SlotGone,
    StartupMissing,
    TooEarly,
    TooLate,
)
from events.registration import limits
from home.reading import navigation
from portal.accounts import tallies
from portal.language.languages import current
from portal.language.mailbox import is_mailbox_of
from portal.refusals import Refusal, SubmittedBefore

GONE = (SlotGone, TooLate, TooEarly)
FIELDS = {StartupMissing: "startup", HoursUsedUp: None, SubmittedBefore: None, NoPanel: None}


@require_safe
def slots(request) -> HttpResponse:
    """The way to the page of coaching in the reader's language."""
    page = _page()
    if page is None:
        raise Http404
    return redirect(page.url)


@require_safe
def coach(request, pk: int) -> HttpResponse:
    """One coach: who it is, and the free times."""
    known = found.coaches_with_topics().get(pk)
    if known is None:
        raise Http404
    free = Slot.objects.offered().filter(coach=known).for_rows()[:20]
    context = {
        "coach": known,
        "shown_thing": known,
        "topics": known.told_topics,
        "slot_rows": [rows.row(slot, topics=known.told_topics) for slot in free],
        "crumbs": _crumbs(str(known)),
    }
    return render(request, "coaching/coach.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def book(request, pk: int) -> HttpResponse:
    """The questionnaire; POST books and leads to the page behind the client's secret link."""
    slot = get_object_or_404(Slot.objects.open().filter(coach__is_visible=True).for_rows(), pk=pk)
    form = _form(request, paid=slot.programme_id is not None)
    if request.method != "POST":
        return _slot_page(request, slot, form)
    if wait := limits.asks_too_often(request):
        return tallies.refused(request, wait)
    if not form.is_valid():
        return _slot_page(request, slot, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if wait := limits.writes_too_often(form.cleaned_data["email"]):
        return tallies.refused(request, wait)
    try:
        made = booking.book(slot, language=current(), user=_user(request), **form.answers)
    except AlreadyBooked:
        booking.tell_again([slot], email=form.cleaned_data["email"])
        return _see_letter()
    except GONE as refusal:
        return _slot_page(request, slot, form, refusal=refusal, status=HTTPStatus.CONFLICT)
    except Refusal as refusal:
        status = _put_beside_field(form, refusal)
        return _slot_page(request, slot, form, status=status)
    return _lead(request, made)


@require_safe
def received(request) -> HttpResponse:
    """What everybody is told whose mailbox we do not know yet, booked before or not: the letter says more."""
    return render(request, "coaching/received.html")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def panel(request) -> HttpResponse:
    """GET finds common times; with `at` it shows the questionnaire, and POST books all coaches or none."""
    asked = PanelForm(request.GET if "experts" in request.GET else None)
    times = _times(asked)
    chosen = next((one for one in times if _key(one) == request.GET.get("at")), None)
    paid = bool(chosen) and any(slot.programme_id for slot in chosen.slots)
    form = _form(request, paid=paid) if chosen else None
    if request.method != "POST":
        status = HTTPStatus.UNPROCESSABLE_ENTITY if asked.is_bound and not asked.is_valid() else HTTPStatus.OK
        return _panel_page(request, asked, times, chosen, form, status=status)
    if wait := limits.asks_too_often(request):
        return tallies.refused(request, wait)
    if form is None:
        return _panel_page(request, asked, times, None, None, refusal=NoPanel(), status=HTTPStatus.CONFLICT)
    if not form.is_valid():
        return _panel_page(request, asked, times, chosen, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if wait := limits.writes_too_often(form.cleaned_data["email"]):
        return tallies.refused(request, wait)
    try:
        made = panels.book_panel(chosen.slots, language=current(), user=_user(request), **form.answers)
    except AlreadyBooked:
        booking.tell_again(chosen.slots, email=form.cleaned_data["email"])
        return _see_letter()
    except Refusal as refusal:
        status = _put_beside_field(form, refusal)
        return _panel_page(request, asked, times, chosen, form, status=status)
    return _lead(request, made[0])


def _lead(request, made) -> HttpResponse:
    if not is_mailbox_of(request.user, made.email):
        return _see_letter()
    return HttpResponseRedirect(made.get_absolute_url(), status=HTTPStatus.SEE_OTHER)


def _see_letter() -> HttpResponse:
    return HttpResponseRedirect(reverse("coaching:received"), status=HTTPStatus.SEE_OTHER)


def _page() -> CoachingPage | None:
    """In the reader's language, else in the other one: times are not hidden because words are missing."""
    live = list(CoachingPage.objects.live().select_related("locale"))
    mine = [page for page in live if page.locale == Locale.get_active()]
    return next(iter(mine or live), None)


def _crumbs(here: str) -> list[dict]:
    page = _page()
    trail = [{"title": step.title, "url": step.url} for step in navigation.crumbs(page)] if page else []
    return [*trail, {"title": here, "url": ""}]


def _user(request):
    return request.user if request.user.is_authenticated else None


def _form(request, *, paid: bool) -> BookingForm:
    privacy = navigation.frame().legal.get("privacy")
    data = request.POST if request.method == "POST" else None
    return BookingForm(data, user=_user(request), paid=paid, privacy_url=privacy.url if privacy else "")


def _put_beside_field(form: BookingForm, refusal: Refusal) -> int:
    field = FIELDS.get(type(refusal))
    form.add_error(field if field in form.fields else None, refusal.message)
    if isinstance(refusal, SubmittedBefore):
        form.renew(submission=uuid4())
        return HTTPStatus.CONFLICT
    return HTTPStatus.UNPROCESSABLE_ENTITY


def _slot_page(request, slot: Slot, form, *, refusal=None, status=HTTPStatus.OK) -> HttpResponse:
    if refusal is None and request.method != "POST":
        refusal = _closed(slot)
    context = {
        "slot": slot,
        "form": None if refusal else form,
        "refusal": refusal,
        "kept": form.kept if refusal else [],
        "will_wait": slot.is_full or slot.bookings.waiting().exists(),
        "when": wording.span(slot),
        "key_facts": rows.facts(slot),
        "accounts": Account.objects.of(request.user).filter(programme=slot.programme_id),
        "crumbs": _crumbs(_("Book coaching")),
    }
    return render(request, "coaching/book.html", context, status=status)


def _closed(slot: Slot) -> Refusal | None:
    try:
        booking.check_offered(slot, timezone.now())
    except GONE as refusal:
        return refusal
    return None


def _times(asked: PanelForm) -> list[panels.Common]:
    if not (asked.is_bound and asked.is_valid()):
        return []
    said = asked.cleaned_data
    return panels.common(experts=said["experts"], lawyers=said["lawyers"], coaches=[c.pk for c in said["coaches"]])


def _key(time: panels.Common) -> str:
    return "-".join(str(slot.pk) for slot in time.slots)


def _panel_page(request, asked, times, chosen, form, *, refusal=None, status=HTTPStatus.OK) -> HttpResponse:
    query = request.GET.copy()
    options = []
    for time in times:
        query["at"] = _key(time)
        options.append({"url": f"?{query.urlencode()}", "row": _panel_row(time), "is_chosen": time == chosen})
    context = {
        "asked": asked,
        "options": options,
        "has_asked": asked.is_bound and asked.is_valid(),
        "chosen": chosen and _panel_row(chosen),
        "form": form,
        "refusal": refusal,
        "kept": _form(request, paid=False).kept if refusal else [],
        "crumbs": _crumbs(_("Panel of coaches")),
    }
    return render(request, "coaching/panel.html", context, status=status)


def _panel_row(time: panels.Common) -> dict:
    first = min(time.slots, key=lambda slot: slot.ends_at)
    people = ", ".join(str(slot.coach) for slot in time.slots)
    return rows.row(first) | {"title": people, "badge": "", "state": "", "place": rows.where(first)}
