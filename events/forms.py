"""What a visitor types, made clean. Scarcity is no business of forms: the verb looks after it."""

from decimal import Decimal
from uuid import uuid4

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from events import consent
from events.models import Event, Registration
from events.models.registration import MOST_SEATS
from portal.accounts.kinds import TargetGroup
from portal.typed import LineField


class SeatsField(forms.IntegerField):
    """A count in plain digits; Python would also read `٣` and `1_0`."""

    def to_python(self, value):
        if value not in self.empty_values and not (str(value).isascii() and str(value).isdigit()):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(value)


class RegistrationForm(forms.Form):
    """Fields as the outside contract names them; `submission` and `shown_fee` travel hidden."""

    name = LineField(label=_("Name"), max_length=120, widget=forms.TextInput({"autocomplete": "name"}))
    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        help_text=_("We send the confirmation and the link to change it there."),
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    institution = LineField(
        label=_("Institution"),
        max_length=150,
        required=False,
        widget=forms.TextInput({"autocomplete": "organization"}),
    )
    target_group = forms.ChoiceField(
        label=_("You come from"),
        choices=[("", _("Please choose")), *TargetGroup.choices],
        help_text=_("We report these numbers, without names, to those who fund our work."),
    )
    seats = SeatsField(label=_("Seats"), min_value=1, max_value=MOST_SEATS, initial=1)
    note = LineField(
        label=_("Note to the organisers"),
        max_length=500,
        required=False,
        help_text=_("For example if you need sign language or step-free access."),
    )
    consent = forms.BooleanField(
        label=consent.SENTENCE, error_messages={"required": _("Without your consent we cannot register you.")}
    )
    shown_fee = forms.DecimalField(required=False, widget=forms.HiddenInput)
    submission = forms.UUIDField(required=False, widget=forms.HiddenInput)

    halves = ("institution", "target_group")

    def __init__(self, data=None, *, event: Event, user=None, privacy_url: str = ""):
        super().__init__(data, initial=_known(user) | {"shown_fee": event.fee or 0, "submission": uuid4()})
        self.fields["seats"].max_value = min(MOST_SEATS, event.capacity or MOST_SEATS)
        self.fields["seats"].widget.attrs |= {"min": 1, "max": self.fields["seats"].max_value}
        if privacy_url:
            self.fields["consent"].help_text = format_html(
                '<a href="{}">{}</a>', privacy_url, _("How we treat personal data")
            )
        if data is not None and "target_group" not in data:
            # A client that was never shown the question, such as a script, has not answered it.
            self.fields["target_group"].required = False

    def clean_target_group(self) -> str:
        return self.cleaned_data["target_group"] or TargetGroup.OTHER

    def renew(self, **hidden) -> None:
        """Let the visitor press again with a new number or the new price."""
        self.data = self.data.copy()
        self.data.update({name: str(value) for name, value in hidden.items()})

    @property
    def answers(self) -> dict:
        """What `registration.register` wants to know."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "consent"}
        return said | {"consent_version": consent.VERSION}


def _known(user) -> dict:
    """What an account already tells; nobody is asked twice."""
    if user is None or not user.is_authenticated:
        return {}
    last = Registration.objects.of(user).order_by("-pk").first()
    known = {"name": user.get_full_name(), "email": user.email}
    return known | ({"institution": last.institution, "target_group": last.target_group} if last else {})


def total(event: Event, seats: int) -> Decimal:
    return (event.fee or Decimal(0)) * seats
