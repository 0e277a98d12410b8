"""The pages behind a guest's secret link, and a person's own registrations."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.models import Locale

from events import ical, meeting, wording
from events.calendar import browse, event_page, feeds, personal, rows
from events.calendar.files import calendar_file, private_file
from events.guests import history, sessions
from events.models import CalendarKey, Registration
from events.pages import EventIndexPage
from events.papers import tickets
from events.refusals import ChangesAreOver, CostsOtherwise, NotPossible, SessionFull, SessionsOverlap
from events.registration import parting, self_service
from events.registration import verbs as registration
from events.registration.change_forms import ChangeForm, CostForm, GiveBackForm
from events.states import RegistrationState
from portal.database import clock
from portal.language import times
from portal.language.money import as_text
from portal.payments import wording as payments
from portal.payments.models import Payment
from portal.refusals import Refusal
from portal.web import tokens
from portal.web.secret_pages import secret_page


@secret_page
@require_safe
def manage(request, token: str) -> HttpResponse:
    """How the registration stands, and what its guest can do. Reading changes nothing."""
    return _page(request, _opened_by(token), token)


@secret_page
@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request, token: str) -> HttpResponse:
    """The question before the end; POST cancels."""
    mine = _opened_by(token)
    if request.method != "POST":
        return _cancel_page(request, mine)
    form = CostForm(request.POST)
    try:
        registration.cancel(mine, seen=form.seen)
    except CostsOtherwise as refusal:
        return _cancel_page(request, mine, refusal=refusal, status=HTTPStatus.CONFLICT)
    except Refusal as refusal:
        return _page(request, mine, token, refusal=refusal, status=HTTPStatus.CONFLICT)
    return HttpResponseRedirect(mine.get_absolute_url(), status=HTTPStatus.SEE_OTHER)


def _cancel_page(request, mine: Registration, *, refusal=None, status=HTTPStatus.OK) -> HttpResponse:
    context = {
        "registration": mine,
        "event": mine.event,
        "when": wording.span(mine.event),
        "payment": Payment.objects.for_purpose(mine).live().first(),
        "cost": mine.cost_of_cancelling(clock.now()),
        "refusal": refusal,
    }
    return render(request, "events/cancel.html", context, status=status)


@secret_page
@require_http_methods(["GET", "HEAD", "POST"])
def give_back(request, token: str) -> HttpResponse:
    """Which single seats of a group are no longer needed; POST frees them."""
    mine = _opened_by(token)
    form = GiveBackForm(request.POST if request.method == "POST" else None, registration=mine)
    if request.method == "POST" and form.is_valid():
        try:
            mine = parting.give_back(mine, **form.cleaned_data)
        except Refusal as refusal:
            return _page(request, _opened_by(token), token, refusal=refusal, status=HTTPStatus.CONFLICT)
        messages.success(request, _("The seats are free for others. The others stay yours."))
        return HttpResponseRedirect(mine.get_absolute_url(), status=HTTPStatus.SEE_OTHER)
    if not parting.may_give_back(mine):
        return _page(request, mine, token, refusal=NotPossible(), status=HTTPStatus.CONFLICT)
    return _form_page(request, mine, form, template="events/give_back.html", **parting.money_of(mine))


@secret_page
@require_http_methods(["GET", "HEAD", "POST"])
def change(request, token: str) -> HttpResponse:
    """Own words, answers to the questions, names of the others; until registration closes."""
    mine = _opened_by(token)
    if not self_service.may_change(mine):
        return _page(request, mine, token, refusal=ChangesAreOver(), status=HTTPStatus.CONFLICT)
    typed = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ChangeForm(*typed, registration=mine)
    if request.method != "POST" or not form.is_valid():
        return _form_page(request, mine, form)
    try:
        self_service.change(mine, form.changes)
    except (SessionFull, SessionsOverlap) as refusal:
        form.add_error("sessions", refusal.message)
        return _form_page(request, mine, form)
    except Refusal as refusal:
        return _page(request, mine, token, refusal=refusal, status=HTTPStatus.CONFLICT)
    messages.success(request, _("Your details are saved."))
    return HttpResponseRedirect(mine.get_absolute_url(), status=HTTPStatus.SEE_OTHER)


@secret_page
@require_safe
def answer_file(request, token: str, pk: int) -> HttpResponse:
    """A file that the guest has sent."""
    return private_file(get_object_or_404(_opened_by(token).answers.exclude(file=None), pk=pk))


@secret_page
@require_POST
def accept(request, token: str) -> HttpResponse:
    """Take the seats that the waiting list has offered."""
    mine = _opened_by(token)
    try:
        self_service.accept(mine)
    except Refusal as refusal:
        return _page(request, _opened_by(token), token, refusal=refusal, status=HTTPStatus.CONFLICT)
    return HttpResponseRedirect(mine.get_absolute_url(), status=HTTPStatus.SEE_OTHER)


@secret_page
@require_POST
def be_listed(request, token: str) -> HttpResponse:
    """Be named on the event's page, or not any more: an empty answer takes the consent back."""
    mine = _opened_by(token)
    self_service.decide(mine, agrees=bool(request.POST.get("agrees")))
    messages.success(request, _("Your decision is saved."))
    return HttpResponseRedirect(mine.get_absolute_url(), status=HTTPStatus.SEE_OTHER)


@secret_page
@require_POST
def renew_link(request, token: str) -> HttpResponse:
    """For a link in wrong hands. The new one goes by email only: whoever asks may not be the guest."""
    mine = _opened_by(token)
    self_service.renew(mine)
    return render(request, "events/link_renewed.html", {"event": mine.event, "when": wording.span(mine.event)})


@secret_page
@require_safe
def invitation(request, token: str) -> HttpResponse:
    """The guest's own calendar file, with the address of the online meeting."""
    mine = _opened_by(token)
    if not mine.is_confirmed or mine.event.month_only:
        raise Http404
    return calendar_file(ical.personal_file(mine), _("event.ics"))


@never_cache
@login_required
@require_safe
def mine(request) -> HttpResponse:
    """What the person logged in has registered for, the next first."""
    registrations = list(Registration.objects.of(request.user).order_by("event__starts_at").with_event())
    now = timezone.now()
    coming = [one for one in registrations if not one.event.is_past(now) and one.is_active]
    rest = [one for one in reversed(registrations) if one not in coming]
    calendar = EventIndexPage.objects.filter(locale=Locale.get_active()).live().first()
    context = {
        "coming": [rows.my_row(one, level=2) for one in coming],
        "rest": [rows.my_row(one) for one in rest],
        "calendar_url": calendar.url if calendar else "",
        "my_calendar": _my_calendar(request.user),
    }
    return render(request, "events/mine.html", context)


@login_required
@require_POST
def renew_calendar(request) -> HttpResponse:
    """A calendar address of one's own; the one before stops working."""
    personal.renew(request.user)
    messages.success(request, _("This is your new calendar address. Earlier ones no longer work."))
    return HttpResponseRedirect(reverse("events:mine") + "#my-calendar", status=HTTPStatus.SEE_OTHER)


def _my_calendar(user) -> dict:
    key = CalendarKey.objects.filter(user=user).first()
    return browse.subscribe_links(feeds.address(key)) if key else {}


def _form_page(request, mine: Registration, form: Form, *, template="events/change.html", **more) -> HttpResponse:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    context = {"form": form, "registration": mine, "event": mine.event, "when": wording.span(mine.event)}
    return render(request, template, context | more, status=status)


def _page(request, mine, token, *, refusal=None, status=HTTPStatus.OK) -> HttpResponse:
    event = mine.event
    payment = Payment.objects.for_purpose(mine).order_by("-pk").first()
    context = {
        "registration": mine,
        "event": event,
        "token": token,
        "payment": payment,
        "part_back": payments.part_in_one(payment) if payment else "",
        "place_in_line": mine.place_in_line if mine.is_waiting else None,
        "can_cancel": registration.may_cancel(mine),
        "can_give_back": parting.may_give_back(mine),
        "cancel_rule": wording.cancelling(mine),
        "cancel_until": times.moment(event.cancel_until) if event.cancel_until else "",
        "key_facts": event_page.key_facts(event),
        "when": wording.span(event),
        "details": _details(mine),
        "said": _said(mine, token),
        "can_change": self_service.may_change(mine),
        "link_is_told": meeting.to_guest(mine),
        "tells_online_address": event.tells_online_address(),
        "deadline": _deadline(mine),
        "tickets": tickets.papers_of(mine, token),
        "is_past": event.is_past(),
        "ended_by_us": mine.state == RegistrationState.CANCELLED and history.was_ended_by_us(mine),
        "refusal": refusal,
    }
    return render(request, "events/manage.html", context, status=status)


def _deadline(mine: Registration) -> str:
    until = {RegistrationState.AWAITING_PAYMENT: mine.pay_until, RegistrationState.OFFERED: mine.offer_until}
    moment = until.get(mine.state)
    return times.moment(moment) if moment else ""


def _details(mine: Registration) -> list[dict]:
    """What the guest said, as far as said."""
    said = [
        ("user", _("Name"), mine.name),
        ("mail", _("Email address"), mine.email),
        ("bldg", _("Institution"), mine.institution),
        ("ticket", _("Ticket"), mine.ticket_type.name if mine.ticket_type else ""),
        ("users", _("Seats"), str(mine.seats)),
        ("edit", _("Note to the organisers"), mine.note),
        ("euro", _("Total"), as_text(mine.amount, mine.currency) if mine.amount else ""),
    ]
    return [{"icon": icon, "label": label, "value": value} for icon, label, value in said if value]


def _said(mine: Registration, token: str) -> list[dict]:
    """Sessions, the names of the others, answers: what this event asked beside."""
    told = [
        {"icon": "clock", "label": _("Part of the agenda"), "value": wording.session_title(seat.session)}
        for seat in mine.session_seats.select_related("session").order_by("session__starts_at")
    ]
    for session in sessions.missed(mine):
        told.append({"icon": "clock", "label": _("No seat left in"), "value": wording.session_title(session)})
    for guest in mine.guests.all():
        if guest.name or guest.email:
            who = ", ".join(filter(None, [guest.name, guest.email]))
            label = _("Seat %(number)s") % {"number": guest.position}
            told.append({"icon": "user", "label": label, "value": who, "plain": True})
    for answer in mine.answers.defer("file").select_related("question"):
        url = reverse("events:answer_file", args=[token, answer.pk]) if answer.file_type else ""
        icon = "download" if url else "edit"
        told.append({"icon": icon, "label": answer.question.label, "value": answer.told, "url": url, "plain": True})
    return told


def _opened_by(token: str) -> Registration:
    known = Registration.objects.select_related("event__format", "event__contact", "ticket_type")
    mine = tokens.read("manage", token, known.prefetch_related("guests", "attendances"))
    if mine is None:
        raise Http404
    return mine
