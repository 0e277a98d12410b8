"""Input: the declaration of a consumer."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.language.mailbox_fields import MailboxFormField
from portal.language.typed import LineField


class DeclarationForm(forms.Form):
    """Nothing but what the law lets us ask for (§ 356a (1) BGB)."""

    name = LineField(label=_("Your name"), max_length=120, widget=forms.TextInput({"autocomplete": "name"}))
    contract = LineField(
        label=_("Which contract?"),
        max_length=200,
        help_text=_(
            "Best its number: TP-… of the payment, B-… of the order. It stands in our letters. Without one: what you "
            "ordered, and when."
        ),
    )
    email = MailboxFormField(
        label=_("Email address"),
        widget=forms.EmailInput({"autocomplete": "email"}),
        help_text=_("We send the receipt there at once. Best the one with which you ordered."),
    )
    submission = forms.UUIDField(required=False, initial=uuid4, widget=forms.HiddenInput)

    def clean_submission(self):
        return self.cleaned_data["submission"] or uuid4()
