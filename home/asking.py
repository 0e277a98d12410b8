"""Forms that editors build: their questions, plus what every form asks: consent, and nothing from robots."""

import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.forms.forms import BaseForm, FormBuilder

TRAP = "website_2"
LONGEST_LINE, LONGEST_TEXT = 250, 5000


def no_control_characters(value: str) -> None:
    """Refuse control characters in a single line: they travel into mail headers and exports."""
    if any(unicodedata.category(sign) in {"Cc", "Zl", "Zp"} for sign in value):
        raise ValidationError(_("Please remove the control characters."))


def only_printable_text(value: str) -> None:
    """Refuse control characters but line breaks and tabs in longer texts."""
    no_control_characters(value.translate({ord(sign): " " for sign in "\r\n\t"}))


class AnswerForm(BaseForm):
    """A field that people do not see and robots fill in; it is not part of the answer."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["consent"] = forms.BooleanField(
            label=_("I agree that my details are stored and used to answer me."),
            error_messages={"required": _("Without your consent we may not store your message.")},
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
        return forms.CharField(**options, validators=[no_control_characters])

    def create_multiline_field(self, field, options):
        options["max_length"] = LONGEST_TEXT
        return forms.CharField(widget=forms.Textarea({"rows": 6}), **options, validators=[only_printable_text])

    def create_email_field(self, field, options):
        return forms.EmailField(**options, max_length=LONGEST_LINE)
