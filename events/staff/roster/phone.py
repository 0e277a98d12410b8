"""A guest who phones: staff fill in the form of registration."""

from dataclasses import replace
from http import HTTPStatus

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from events import consent, refusals
from events.guests import presence
from events.models import Event, Registration
from events.papers import sheets
from events.registration import office
from events.registration.forms import RegistrationForm
from portal.audit import log
from portal.files import papers
from portal.language.typed import LineField, TextField
from portal.refusals import Refusal
from portal.rights import Right, needs

FIELDS = {
    refusals.AlreadyRegistered: "email",
    refusals.GroupTooLarge: "seats",
    refusals.VoucherInvalid: "voucher",
    refusals.SessionsOverlap: "sessions",
    refusals.SessionFull: "sessions",
}


class PhoneForm(RegistrationForm):
    """As the public form; who types is not who comes. A guest without an email address gets a ticket on paper."""

    phone = LineField(label=gettext_lazy("Phone"), max_length=40, required=False)
    guests = TextField(
        label=gettext_lazy("Names of further guests"),
        required=False,
        max_length=1200,
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("One on each line, as far as they are known."),
    )
    language = forms.ChoiceField(label=gettext_lazy("Language of letters and tickets"), choices=settings.LANGUAGES)

    # They stand on lines of one field.
    asks_names = False

    def __init__(self, data=None, files=None, *, event: Event):
        super().__init__(data, files, event=event)
        self.fields["target_group"].label = gettext_lazy("Target group")
        self.fields["email"].required = False
        self.fields["email"].help_text = gettext_lazy(
            "Empty: no letter goes out. You print the ticket, and tell the guest what changes."
        )
        self.fields["note"].help_text = ""
        self.fields["consent"].label = consent.BY_PHONE_SENTENCE
        # Only the guest may say that.
        self.fields.pop("listed", None)
        first = ["name", "email", "phone", "institution", "target_group", "seats", "guests"]
        last = ["note", "language", "consent"]
        between = [name for name in self.fields if name not in {*first, *last}]
        self.order_fields([*first, *between, *last])

    def clean_guests(self) -> list[str]:
        """One name for each line; none longer than its column."""
        names = [
            LineField(max_length=120).clean(line) for line in self.cleaned_data["guests"].splitlines() if line.strip()
        ]
        most = self.cleaned_data.get("seats", len(names) + 1) - 1
        if len(names) > most:
            text = ngettext("There is only %(n)d further seat.", "There are only %(n)d further seats.", most)
            raise forms.ValidationError(text % {"n": most})
        return names

    @property
    def heard(self):
        """What the guest asked for, with the proof of how the consent was given."""
        said = self.cleaned_data
        heard = {"phone": said["phone"], "guests": said["guests"], "consent_version": consent.BY_PHONE}
        return replace(self.signup(language=said["language"]), **heard)


@needs(Right.DECIDE_GUESTS)
@require_http_methods(["GET", "POST"])
def enter(request, pk: int):
    """The form; POST registers under the same rules as on the site, with the same letter where there is an address."""
    event = get_object_or_404(Event.objects.select_related("format"), pk=pk)
    form = PhoneForm(*((request.POST, request.FILES) if request.method == "POST" else ()), event=event)
    if request.method == "POST" and form.is_valid():
        try:
            made = office.register_for(event, form.heard, by=request.user)
        except Refusal as refusal:
            field = FIELDS.get(type(refusal))
            form.add_error(field if field in form.fields else None, refusal.message)
        else:
            return _onward(request, made)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return TemplateResponse(request, "events/admin/phone.html", {"event": event, "form": form}, status=status)


@needs(Right.PRINT_NAMES)
@require_http_methods(["GET", "POST"])
def tickets(request, pk: int):
    """The tickets of one registration for the printer; POST makes them, and the audit log tells who had the names."""
    known = Registration.objects.select_related("event__format", "ticket_type")
    registration = get_object_or_404(known.prefetch_related("guests", "attendances"), pk=pk)
    if not registration.has_tickets():
        raise Http404
    event, seats = registration.event, presence.seats_of(registration)
    if request.method == "POST":
        with translation.override(registration.language):
            content = sheets.tickets(event, seats)
        log(registration, "events.paper", user=request.user, data={"paper": "tickets", "seats": len(seats)})
        return papers.download(f"{_('tickets')}-{event.pk}-{registration.pk}.pdf", content)
    context = {"event": event, "registration": registration, "seats": seats}
    return TemplateResponse(request, "events/admin/tickets.html", context)


def _onward(request, made: Registration):
    """To what is to be done next: nothing where a letter says it all, else the ticket or what is to be told."""
    told = {"name": made.name, "state": made.get_state_display()}
    if made.has_mailbox:
        messages.success(request, _("%(name)s: %(state)s. The letter is on its way.") % told)
        return redirect("events_roster", made.event_id)
    messages.success(request, _("%(name)s: %(state)s. No letter goes out: please tell the guest.") % told)
    if made.has_tickets():
        return redirect("events_tickets", made.pk)
    return redirect(reverse("wagtailsnippets_events_registration:inspect", args=[made.pk]))
