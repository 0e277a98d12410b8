"""The form of registration."""

from http import HTTPStatus
from uuid import uuid4

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from events import refusals, wording
from events.calendar import event_page, rows
from events.models import Event
from events.registration import limits, self_service
from events.registration import verbs as registration
from events.registration.forms import RegistrationForm, shown_prices
from home.reading import navigation
from portal.accounts import tallies
from portal.language import money
from portal.language.mailbox import is_mailbox_of
from portal.refusals import Refusal, SubmittedBefore

MEMBERS_ONLY = gettext_lazy("The tickets on sale are for members. If you act for a member institution, please log in.")
# Beside which field a refusal stands.
FIELDS = {
    refusals.GroupTooLarge: "seats",
    refusals.TicketMissing: "ticket",
    refusals.TicketNotOnSale: "ticket",
    refusals.TicketNotForYou: "ticket",
    refusals.VoucherInvalid: "voucher",
    refusals.SessionsOverlap: "sessions",
    refusals.SessionFull: "sessions",
}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def register(request, pk: int) -> HttpResponse:
    """The form; POST registers and leads to the page behind the guest's secret link."""
    event = get_object_or_404(Event.objects.public().select_related("format", "contact").with_page(), pk=pk)
    if request.method != "POST":
        return _page(request, event, _form(request, event))
    if wait := limits.asks_too_often(request):
        return tallies.refused(request, wait)
    form = _form(request, event)
    if "reckon" in request.POST:
        # Without scripts: the same form with its total; what is missing is asked for when it is sent.
        form.errors.clear()
        return _page(request, event, form)
    if not form.is_valid():
        return _page(request, event, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    code = form.cleaned_data.get("voucher")
    if wait := limits.writes_too_often(form.cleaned_data["email"]) or (code and limits.has_guessed_too_often(request)):
        return tallies.refused(request, wait)
    try:
        made = registration.register(event, form.signup(language=get_language()[:2], user=_user(request)))
    except refusals.AlreadyRegistered:
        self_service.send_again(event, email=form.cleaned_data["email"])
        return _see_letter(event)
    except Refusal as refusal:
        return _refused(request, event, form, refusal)
    if not is_mailbox_of(request.user, made.email):
        return _see_letter(event)
    return HttpResponseRedirect(made.get_absolute_url(), status=HTTPStatus.SEE_OTHER)


@require_safe
def received(request, pk: int) -> HttpResponse:
    """What everybody is told whose mailbox we do not know yet, registered before or not: the letter says more."""
    event = get_object_or_404(Event.objects.public().with_page(), pk=pk)
    return render(request, "events/received.html", {"event": event, "when": wording.span(event)})


def _see_letter(event: Event) -> HttpResponse:
    return HttpResponseRedirect(reverse("events:received", args=[event.pk]), status=HTTPStatus.SEE_OTHER)


def _form(request, event: Event) -> RegistrationForm:
    privacy = navigation.frame().legal.get("privacy")
    typed = (request.POST, request.FILES) if request.method == "POST" else ()
    return RegistrationForm(*typed, event=event, user=request.user, privacy_url=privacy.url if privacy else "")


def _user(request):
    return request.user if request.user.is_authenticated else None


def _refused(request, event: Event, form: RegistrationForm, refusal: Refusal) -> HttpResponse:
    """Show the form again with what was typed, or the reason why there is no form any more."""
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    if isinstance(refusal, refusals.VoucherInvalid):
        limits.guesses_too_often(request)
    elif isinstance(refusal, SubmittedBefore):
        form.renew(submission=uuid4())
        status = HTTPStatus.CONFLICT
    elif isinstance(refusal, refusals.PriceHasChanged):
        event.refresh_from_db(fields=["fee"])
        form.renew(shown_fee=event.fee or 0, shown_prices=shown_prices(form.tickets))
    elif type(refusal) not in FIELDS:
        return _page(request, event, form, status=HTTPStatus.CONFLICT, refusal=refusal)
    field = FIELDS.get(type(refusal))
    form.add_error(field if field in form.fields else None, refusal.message)
    return _page(request, event, form, status=status)


def _crumbs(event: Event) -> list[dict]:
    trail = [{"title": step.title, "url": step.url} for step in navigation.crumbs(event.page)]
    return [*trail, {"title": _("Registration"), "url": ""}]


def _page(request, event, form, *, status=HTTPStatus.OK, refusal=None) -> HttpResponse:
    now = timezone.now()
    will_wait = not event.needs_approval and _will_wait(event, form)
    nothing_sold = not form.tickets and event.ticket_types.exists()
    costs = form.costs
    context = {
        "event": event,
        "form": form if event.is_open(now) and refusal is None and not nothing_sold else None,
        "refusal": refusal,
        "crumbs": _crumbs(event),
        "closed_text": _why_closed(event, nothing_sold, now),
        "may_log_in": nothing_sold and event.is_open(now) and event.sells(now) and not request.user.is_authenticated,
        "key_facts": event_page.key_facts(event),
        "meter": event_page.meter(event),
        "when": wording.span(event),
        "fee": "" if form.tickets else wording.fee(event),
        "costs": costs,
        "total": _total(event, form) if costs else "",
        "vat": wording.vat(event) if costs else "",
        "cancel_terms": wording.cancel_terms(event) if costs else "",
        "will_wait": will_wait,
        "button": _button(event, costs, will_wait),
    }
    return render(request, "events/register.html", context, status=status)


def _total(event: Event, form: RegistrationForm) -> str:
    return "" if form.total is None else money.as_text(form.total, event.currency)


def _why_closed(event: Event, nothing_sold: bool, now) -> str:
    if event.is_past(now):
        return _("This event is over.")
    if nothing_sold and event.is_open(now):
        return MEMBERS_ONLY if event.sells(now) else rows.NOT_ON_SALE
    return rows.standing(event, now=now)[0]


def _will_wait(event: Event, form: RegistrationForm) -> bool:
    """Whether everybody who comes now goes to the waiting list."""
    return all(registration.would_wait(event, 1, ticket) for ticket in form.tickets or [None])


def _button(event: Event, costs: bool, will_wait: bool) -> str:
    """For a fee the button says that it costs (§ 312j BGB)."""
    if costs:
        return _("order with obligation to pay")
    if event.needs_approval:
        return _("Ask for a seat")
    return _("Join the waiting list") if will_wait else _("Register")
