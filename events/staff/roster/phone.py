"""A guest who phones: staff fill in the form of registration."""

from dataclasses import replace
from http import HTTPStatus

from django import forms
from django.conf import settings
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from events import consent, refusals
from events.models import Event
from events.registration import office
from events.registration.forms import RegistrationForm
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
    """As the public form; who types is not who comes."""

    language = forms.ChoiceField(label=gettext_lazy("Language of the letters"), choices=settings.LANGUAGES)

    def __init__(self, data=None, files=None, *, event: Event):
        super().__init__(data, files, event=event)
        self.fields["target_group"].label = gettext_lazy("Target group")
        self.fields["consent"].label = consent.BY_PHONE_SENTENCE
        # Only the guest may say that.
        self.fields.pop("listed", None)
        last = ["language", "consent"]
        self.order_fields([name for name in self.fields if name not in last] + last)

    @property
    def heard(self):
        """What the guest asked for, with the proof of how the consent was given."""
        return replace(self.signup(language=self.cleaned_data["language"]), consent_version=consent.BY_PHONE)


@needs(Right.DECIDE_GUESTS)
@require_http_methods(["GET", "POST"])
def enter(request, pk: int):
    """The form; POST registers under the same rules as on the site, and the guest gets the same letter."""
    event = get_object_or_404(Event.objects.select_related("format"), pk=pk)
    form = PhoneForm(*((request.POST, request.FILES) if request.method == "POST" else ()), event=event)
    if request.method == "POST" and form.is_valid():
        try:
            made = office.register_for(event, form.heard, by=request.user)
        except Refusal as refusal:
            field = FIELDS.get(type(refusal))
            form.add_error(field if field in form.fields else None, refusal.message)
        else:
            told = {"name": made.name, "state": made.get_state_display()}
            messages.success(request, _("%(name)s: %(state)s. The letter is on its way.") % told)
            return redirect("events_roster", pk)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return TemplateResponse(request, "events/admin/phone.html", {"event": event, "form": form}, status=status)
