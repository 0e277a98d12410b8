"""Input about people and institutions."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.accounts.kinds import InstitutionKind, Role
from portal.accounts.models import BankDetails, Institution, User
from portal.language.mailbox_fields import MailboxFormField
from portal.language.typed import LineField, TextField


class PersonFields(forms.Form):
    """The names that signing up asks for beside address and password."""

    first_name = LineField(
        label=_("First name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "given-name"})
    )
    last_name = LineField(
        label=_("Last name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "family-name"})
    )
    field_order = ["first_name", "last_name", "email", "password1"]
    halves = ("first_name", "last_name")

    def signup(self, request, user):
        """allauth asks for it; the adapter has stored everything already."""


class ProfileForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["first_name", "last_name", "language"]
        field_classes = {"first_name": LineField, "last_name": LineField}
        widgets = {
            "first_name": forms.TextInput(attrs={"autocomplete": "given-name"}),
            "last_name": forms.TextInput(attrs={"autocomplete": "family-name"}),
            "language": forms.RadioSelect,
        }
        labels = {"language": _("Language of our letters to you")}

    halves = ("first_name", "last_name")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["first_name"].required = self.fields["last_name"].required = True


class InviteForm(forms.Form):
    email = MailboxFormField(label=_("Email address"), widget=forms.EmailInput(attrs={"autocomplete": "off"}))
    role = forms.ChoiceField(
        label=_("Role"),
        choices=Role,
        initial=Role.MEMBER,
        help_text=_("What each role may do stands below the list of members."),
    )


class FoundForm(forms.Form):
    name = LineField(
        label=_("Name of the institution"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    kind = forms.ChoiceField(label=_("Type"), choices=InstitutionKind)
    city = LineField(label=_("City"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "address-level2"}))
    website = forms.URLField(label=_("Website"), required=False, max_length=200, assume_scheme="https")

    def clean_name(self):
        name = " ".join(self.cleaned_data["name"].split())
        if Institution.objects.filter(name__iexact=name).exists():
            raise forms.ValidationError(
                _("This institution is already known. Please ask one of its managers for an invitation.")
            )
        return name


class BankForm(forms.Form):
    holder = LineField(label=_("Account holder"), max_length=70)
    iban = LineField(label="IBAN", max_length=42, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    bic = LineField(
        label="BIC", max_length=11, required=False, help_text=_("Only needed for accounts outside the euro area.")
    )
    letterhead = TextField(
        label=_("Letterhead"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Name, address, tax number: what stands above whatever asks for money."),
    )
    is_ours = forms.BooleanField(
        label=_("The account belongs to our institution although its holder has another name"), required=False
    )

    @staticmethod
    def initial_of(details: BankDetails) -> dict:
        return {name: getattr(details, name) for name in ("holder", "iban", "bic", "letterhead")}
