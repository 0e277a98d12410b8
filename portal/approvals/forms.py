"""Input: whom to ask, and what they say."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from portal.approvals.states import Weight
from portal.language.mailbox_fields import MailboxFormField
from portal.language.typed import LineField, TextField


class AskForm(forms.Form):
    """Only who may release it themself can let a yes release it."""

    name = LineField(label=_("Name"), max_length=120)
    email = MailboxFormField(label=_("Email address"), max_length=254)
    language = forms.ChoiceField(label=_("Language of the letter"), choices=settings.LANGUAGES)
    message = TextField(
        label=_("What should they look at?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Quoted in the letter."),
    )
    weight = forms.ChoiceField(
        label=_("What follows from a yes?"), choices=Weight, widget=forms.RadioSelect, initial=Weight.ADVICE
    )

    def __init__(self, *args, may_release: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not may_release:
            self.fields["weight"].choices = [(Weight.ADVICE.value, Weight.ADVICE.label)]


class AnswerForm(forms.Form):
    """`seen` is the version that was shown; a yes to one version is no yes to the next."""

    comment = TextField(
        label=_("Comment"),
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 5}),
        help_text=_("What should be changed or added? With a yes it may stay empty."),
        error_messages={"required": _("Please write what you want to say.")},
    )
    seen = forms.CharField(widget=forms.HiddenInput, max_length=80)

    def __init__(self, *args, needs_words: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["comment"].required = needs_words
