"""Input: whose data, and why."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.language.mailbox_fields import MailboxFormField
from portal.language.typed import TextField


class FindForm(forms.Form):
    email = MailboxFormField(help_text=_("The whole address; the spelling does not matter."))


class ReasonForm(forms.Form):
    """`email` was typed on the page before."""

    email = MailboxFormField(widget=forms.HiddenInput)
    reason = TextField(
        label=_("Reason"),
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Who asked, when, and how you made sure that it is this person."),
    )


class AnswerForm(forms.Form):
    answer = TextField(
        label=_("Reason"),
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("The person must be told within a month why nothing is erased (Art. 12(4) GDPR)."),
    )
