"""Forms that editors build: their questions, plus what every form asks: consent, and nothing from robots."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.forms.forms import BaseForm, FormBuilder

from portal.language.mailbox_fields import MailboxFormField
from portal.language.typed import LineField, TextField

TRAP = "website_2"
LONGEST_LINE, LONGEST_TEXT = 250, 5000


class AnswerForm(BaseForm):
    """A field that people do not see and robots fill in; it is not part of the answer."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["consent"] = forms.BooleanField(
            label=_("I agree that my details are stored and used to answer me."),
            error_messages={"required": _("We need your consent to store your message.")},
        )
        self.fields[TRAP] = forms.CharField(required=False, label=_("Leave this field empty"))
        self.fields[TRAP].widget.attrs |= {"tabindex": "-1", "autocomplete": "off"}

    @property
    def is_from_a_robot(self) -> bool:
        return bool(self.data.get(TRAP))

    @property
    def answer(self) -> dict:
        """What the visitor said, by question; consent is kept as evidence."""
        return {name: value for name, value in self.cleaned_data.items() if name != TRAP}


class AnswerForms(FormBuilder):
    def get_form_class(self):
        return type("JoinForm", (AnswerForm,), self.formfields)

    def create_singleline_field(self, field, options):
        options["max_length"] = LONGEST_LINE
        return LineField(**options)

    def create_multiline_field(self, field, options):
        options["max_length"] = LONGEST_TEXT
        return TextField(widget=forms.Textarea({"rows": 6}), **options)

    def create_email_field(self, field, options):
        return MailboxFormField(**options, max_length=LONGEST_LINE)
