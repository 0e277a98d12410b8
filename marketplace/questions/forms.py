from django import forms
from django.utils.translation import gettext_lazy as _

from portal.language.mailbox_fields import MailboxFormField
from portal.language.typed import LineField, TextField

TRAP = "website_2"


class QuestionForm(forms.Form):
    """What a visitor asks the owner; it shares its page with the order form, so its fields have names of their own."""

    name = LineField(label=_("Your name"), max_length=120, widget=forms.TextInput({"autocomplete": "name"}))
    email = MailboxFormField(
        label=_("Your email address"),
        help_text=_("The answer goes there."),
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    text = TextField(label=_("Your question"), max_length=3000, widget=forms.Textarea({"rows": 4}))
    website_2 = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput({"tabindex": "-1", "autocomplete": "off"}),
    )

    halves = ("name", "email")

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, auto_id="ask_%s", **kwargs)
        if user.is_authenticated:
            self.initial |= {"name": user.get_full_name(), "email": user.email}

    @property
    def is_from_a_robot(self) -> bool:
        return bool(self.data.get(TRAP))

    @property
    def question(self) -> dict:
        return {name: self.cleaned_data[name] for name in ("name", "email", "text")}
