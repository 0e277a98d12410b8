"""The form of a circular: subject and text in both languages, with the names that letters about guests may use."""

from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.models import Registration
from events.staff.circulars.verbs import PARTS
from portal.language.typed import LineField, TextField
from portal.letters import wording


class CircularForm(forms.Form):
    subject_de = LineField(label=_("Subject (German)"), max_length=200)
    text_de = TextField(label=_("Text (German)"), max_length=8000, widget=forms.Textarea({"rows": 8}))
    subject_en = LineField(label=_("Subject (English)"), max_length=200)
    text_en = TextField(label=_("Text (English)"), max_length=8000, widget=forms.Textarea({"rows": 8}))
    submission = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data=None):
        super().__init__(data, initial={"submission": uuid4()})

    def clean(self):
        said, known = super().clean(), names()
        for part in PARTS:
            if wrong := wording.unknown(said.get(part) or "", known):
                possible = ", ".join(f"{{{name}}}" for name in known)
                text = gettext("%(wrong)s is no placeholder of this letter. Possible are: %(known)s")
                self.add_error(part, ValidationError(text % {"wrong": ", ".join(wrong), "known": possible}))
        return said

    @property
    def words(self) -> dict[str, str]:
        return {part: self.cleaned_data[part] for part in PARTS}


def names() -> dict[str, str]:
    """Placeholders, with what they stand for."""
    return wording.names(Registration)
