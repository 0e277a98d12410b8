"""What staff decide about one registration: approve, send back, reject, let overtake."""

from http import HTTPStatus

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views import snippets

from events import wording
from events.calendar.files import private_file
from events.guests import history
from events.models import Answer, Registration
from events.permissions import answers_for
from events.registration import office, parting, self_service
from events.registration.change_forms import GiveBackForm
from events.states import RegistrationState
from portal.language.typed import TextField
from portal.payments.models import Payment
from portal.refusals import Refusal
from portal.rights import Right, needs

# deed: (verb, label, needs a reason, the states it starts from)
DEEDS = {
    "approve": (office.approve, pgettext_lazy("a registration", "Approve"), False, {RegistrationState.REQUESTED}),
    "send-back": (office.send_back, gettext_lazy("Send back for changes"), True, {RegistrationState.REQUESTED}),
    "reject": (office.reject, gettext_lazy("Reject"), True, {RegistrationState.REQUESTED}),
    "renew-link": (self_service.renew, gettext_lazy("Send a new link"), False, RegistrationState.ACTIVE),
    "cancel": (office.cancel, gettext_lazy("Cancel registration"), True, RegistrationState.ACTIVE),
    "give-back": (parting.give_back, gettext_lazy("Take back single seats"), True, RegistrationState.ACTIVE),
    "promote": (
        office.promote_out_of_turn,
        gettext_lazy("Offer seats out of turn"),
        True,
        {RegistrationState.WAITING},
    ),
}
ICONS = {
    "approve": "check",
    "send-back": "undo",
    "reject": "cross",
    "promote": "arrow-up",
    "renew-link": "key",
    "cancel": "bin",
    "give-back": "minus",
}


def is_possible(registration: Registration, deed: str) -> bool:
    """Whether staff may do this with the registration as it stands."""
    if registration.state not in DEEDS[deed][3]:
        return False
    needs = {"give-back": registration.seats > 1, "renew-link": registration.has_mailbox}
    return needs.get(deed, True)


class ReasonForm(forms.Form):
    reason = TextField(label=gettext_lazy("Reason"), max_length=1000, widget=forms.Textarea({"rows": 4}))


class TakeBackForm(GiveBackForm):
    reason = TextField(label=gettext_lazy("Reason"), max_length=1000, widget=forms.Textarea({"rows": 4}))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["places"].label = _("Seats to take back")


class RegistrationInspectView(snippets.InspectView):
    """All that a registration says, and the decisions that are open."""

    @property
    def header_more_buttons(self):
        buttons = [*super().header_more_buttons]
        if Right.DECIDE_GUESTS.held_by(self.request.user):
            for deed, (_verb, label, _reason, _start) in DEEDS.items():
                if is_possible(self.object, deed):
                    url = reverse("events_decide", args=[self.object.pk, deed])
                    buttons.append(Button(label, url=url, icon_name=ICONS[deed], priority=20))
        if Right.PRINT_NAMES.held_by(self.request.user) and self.object.has_tickets():
            url = reverse("events_tickets", args=[self.object.pk])
            buttons.append(Button(_("Print tickets"), url=url, icon_name="doc-full", priority=10))
        return buttons

    template_name = "events/admin/registration.html"

    def get_context_data(self, **kwargs):
        may_find = Right.ERASE_PEOPLE.held_by(self.request.user) and not self.object.is_erased
        return super().get_context_data(**kwargs) | {"steps": history.of(self.object), "may_find_person": may_find}

    def get_fields_context(self):
        return [*super().get_fields_context(), *_told(self.object, self.request.user)]


@needs(Right.DECIDE_GUESTS)
@require_http_methods(["GET", "POST"])
def decide(request, pk: int, deed: str):
    """The question before a decision, with its reason where one is needed; POST decides."""
    if deed not in DEEDS:
        raise Http404
    decided = get_object_or_404(Registration.objects.select_related("event"), pk=pk)
    verb, label, needs_reason, _start = DEEDS[deed]
    form = _form(request, decided, deed) if needs_reason else None
    if request.method == "POST" and (form is None or form.is_valid()):
        try:
            verb(decided, by=request.user, **(form.cleaned_data if form else {}))
        except Refusal as refusal:
            messages.error(request, refusal.message)
        else:
            messages.success(request, _told_how(decided))
        return redirect(reverse("wagtailsnippets_events_registration:inspect", args=[pk]))
    context = {"registration": decided, "label": label, "form": form}
    context |= parting.money_of(decided) if deed == "give-back" else {}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form is not None and form.is_bound else HTTPStatus.OK
    return TemplateResponse(request, "events/admin/decide.html", context, status=status)


def _told_how(decided: Registration) -> str:
    if decided.has_mailbox:
        return _("Done. The guest is told by email.")
    return _("Done. The guest has no email address: please tell the guest yourself.")


def _form(request, decided: Registration, deed: str) -> forms.Form:
    said = request.POST if request.method == "POST" else None
    return TakeBackForm(said, registration=decided) if deed == "give-back" else ReasonForm(said)


@needs(Right.SEE_GUESTS)
@require_safe
def answer_file(request, pk: int):
    """A file that a guest has sent, for those who may see registrations."""
    return private_file(get_object_or_404(answers_for(request.user, Answer.objects.exclude(file=None)), pk=pk))


def _told(registration: Registration, user) -> list[dict]:
    rows = [(_("Reference of the transfer"), one.reference) for one in _asked_money(registration)]
    rows += [(_("Part of the agenda"), wording.session_title(seat.session)) for seat in _sessions(registration)]
    for guest in registration.guests.all():
        rows.append((_("Seat %(number)s") % {"number": guest.position}, f"{guest.name} {guest.email}".strip() or "–"))
    for answer in answers_for(user, registration.answers.defer("file").select_related("question")):
        rows.append((answer.question.label, _value(answer)))
    return [{"label": label, "value": value, "component": None} for label, value in rows]


def _asked_money(registration: Registration):
    # For whoever gets no letter: staff read it out.
    return Payment.objects.for_purpose(registration).live() if registration.is_awaiting_payment else ()


def _sessions(registration: Registration):
    return registration.session_seats.select_related("session")


def _value(answer: Answer):
    if answer.file_type:
        return format_html('<a href="{}">{}</a>', reverse("events_answer_file", args=[answer.pk]), answer.value)
    return format_html_join(", ", "{}", ((line,) for line in answer.told.splitlines()))
