"""The form of a circular: subject and text in the languages that are needed, with the names that letters about guests
may use, and files to send along."""

from uuid import UUID, uuid4

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.models import Circular, CircularFile, Registration
from events.registration.question_forms import SmallFileField
from events.staff.circulars.verbs import PARTS
from portal.language.typed import LineField, TextField
from portal.letters import wording


class Several(forms.FileInput):
    allow_multiple_selected = True


class SmallFilesField(SmallFileField):
    """Several PDF, PNG or JPEG files, each cleaned to an `Upload`."""

    widget = Several

    def clean(self, data, initial=None):
        return [super(SmallFilesField, self).clean(one) for one in data or []]


class CircularForm(forms.Form):
    subject_de = LineField(label=_("Subject (German)"), max_length=200)
    text_de = TextField(label=_("Text (German)"), max_length=8000, widget=forms.Textarea({"rows": 8}))
    subject_en = LineField(label=_("Subject (English)"), max_length=200)
    text_en = TextField(label=_("Text (English)"), max_length=8000, widget=forms.Textarea({"rows": 8}))
    files = SmallFilesField(
        label=_("Attachments"),
        required=False,
        help_text=_("PDF, PNG or JPEG, at most 5 MB each; five files of 10 MB together. Only the guests get them."),
    )
    without = forms.ModelMultipleChoiceField(
        CircularFile.objects.none(),
        label=_("Do not send along"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    submission = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data=None, files=None, *, by, languages):
        """`languages` are those that the chosen guests read."""
        super().__init__(data, files, initial={"submission": uuid4()})
        self.languages = [code for code, _name in settings.LANGUAGES if code in languages]
        for part in PARTS:
            if part[-2:] not in self.languages:
                del self.fields[part]
        self.kept = CircularFile.objects.filter(circular__in=_drafts(by, self._submission)).defer("file")
        self.fields["without"].queryset = self.kept

    @property
    def _submission(self) -> UUID | None:
        try:
            return UUID(str(self.data.get("submission")))
        except ValueError:
            return None

    @property
    def pairs(self):
        """Subject and text of each language."""
        return [(self[f"subject_{code}"], self[f"text_{code}"]) for code in self.languages]

    def clean(self):
        said, known = super().clean(), names()
        for part in PARTS:
            if wrong := wording.unknown(said.get(part) or "", known):
                possible = ", ".join(f"{{{name}}}" for name in known)
                text = gettext("%(wrong)s is no placeholder of this letter. Possible are: %(known)s")
                self.add_error(part, ValidationError(text % {"wrong": ", ".join(wrong), "known": possible}))
        return said

    @property
    def draft(self) -> dict:
        """What `verbs.keep` takes."""
        said = self.cleaned_data
        return {
            "words": {part: said.get(part, "") for part in PARTS},
            "submission": said["submission"],
            "files": said["files"],
            "without": [one.pk for one in said["without"]],
        }


def _drafts(by, submission: UUID | None):
    return Circular.objects.filter(by=by, submission=submission, at__isnull=True)


def names() -> dict[str, str]:
    """Placeholders, with what they stand for."""
    return wording.names(Registration)
