"""Questions of an event as form fields; conditions hold without JavaScript too."""

from django import forms
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.kinds import QuestionKind
from events.models import Answer, Event, Question
from events.registration.answers import KEEP, Upload
from portal.language.typed import LineField, TextField
from portal.media.cleaning import clean_picture

FILE_BYTES = 5 * 1024 * 1024
# The first bytes decide, not what the browser says.
FILE_TYPES = {b"%PDF-": "application/pdf", b"\x89PNG\r\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
ENDINGS = {"application/pdf": (".pdf",), "image/png": (".png",), "image/jpeg": (".jpg", ".jpeg")}


class SmallFileField(forms.FileField):
    """PDF, PNG or JPEG up to 5 MB; cleaned to an `Upload`, pictures without what the camera wrote into them."""

    def clean(self, data, initial=None):
        if not data:
            return super().clean(data, initial) and KEEP if initial else super().clean(data, None)
        super().clean(data, None)
        if data.size > FILE_BYTES:
            raise forms.ValidationError(_("The file is larger than 5 MB."))
        content = data.read()
        kind = next((kind for magic, kind in FILE_TYPES.items() if content.startswith(magic)), None)
        if kind is None or not data.name.lower().endswith(ENDINGS[kind]):
            raise forms.ValidationError(_("Please send a PDF, PNG or JPEG file."))
        if kind.startswith("image/"):
            content = clean_picture(ContentFile(content, name=data.name)).read()
        return Upload(LineField(max_length=None).to_python(data.name)[-120:], kind, content)


class QuestionFields(forms.Form):
    """A form that asks the questions of `event` beside its own fields."""

    def ask(self, event: Event, answers: dict[int, Answer] | None = None) -> None:
        """Add one field per question; `answers` by question are what has been said before."""
        self.questions = list(event.questions.select_related("shown_if"))
        for question in self.questions:
            before = (answers or {}).get(question.pk)
            field = _field(question)
            if before:
                self.initial[key(question)] = _initial(question, before)
            self.fields[key(question)] = field

    @property
    def question_names(self) -> list[str]:
        return [key(question) for question in self.questions]

    def full_clean(self):
        """A question whose condition does not hold is not asked, so it cannot be missing."""
        unasked = [self.fields[key(question)] for question in self.questions if not self._is_asked(question)]
        required = [field for field in unasked if field.required] if self.is_bound else []
        for field in required:
            field.required = False
        super().full_clean()
        for field in required:
            field.required = True

    @property
    def said(self) -> dict:
        """The answers by question; None where the condition does not hold."""
        return {
            question: self.cleaned_data.get(key(question)) if self._is_asked(question) else None
            for question in self.questions
        }

    def _is_asked(self, question: Question, depth: int = 0) -> bool:
        above = next((one for one in self.questions if one.pk == question.shown_if_id), None)
        if above is None or depth > len(self.questions):
            return True
        if not self._is_asked(above, depth + 1):
            return False
        told = self._raw(above)
        return bool(told & _triggers(question, above)) if question.shown_if_answer else bool(told)

    def _raw(self, question: Question) -> set[str]:
        name = self.add_prefix(key(question))
        if question.kind == QuestionKind.FILE:
            return {"file"} if self.files.get(name) or self.initial.get(key(question)) else set()
        values = self.data.getlist(name) if hasattr(self.data, "getlist") else [self.data.get(name) or ""]
        return {value.strip().casefold() for value in values if value.strip()}


def key(question: Question) -> str:
    return f"q{question.pk}"


def _triggers(question: Question, above: Question) -> set[str]:
    """The words that make the question appear; for a consent any answer is a yes."""
    if above.kind == QuestionKind.CONSENT:
        return {"on", "true", "1", "yes"}
    return {question.shown_if_answer.strip().casefold()}


def _field(question: Question) -> forms.Field:
    common = {"label": question.label, "required": question.required, "help_text": _hint(question)}
    field = _MAKERS[question.kind](question, common)
    if question.shown_if_id:
        above = question.shown_if
        field.widget.attrs |= {"data-shown-if": key(above)}
        if question.shown_if_answer:
            field.widget.attrs |= {"data-shown-when": "|".join(sorted(_triggers(question, above)))}
    return field


_MAKERS = {
    QuestionKind.TEXT: lambda q, common: LineField(max_length=300, **common),
    QuestionKind.LONGTEXT: lambda q, common: TextField(max_length=4000, widget=forms.Textarea({"rows": 4}), **common),
    QuestionKind.CHOICE: lambda q, common: forms.ChoiceField(choices=q.choices, widget=forms.RadioSelect, **common),
    QuestionKind.MULTIPLE: lambda q, common: forms.MultipleChoiceField(
        choices=q.choices, widget=forms.CheckboxSelectMultiple, **common
    ),
    QuestionKind.NUMBER: lambda q, common: forms.DecimalField(max_digits=12, decimal_places=2, **common),
    QuestionKind.FILE: lambda q, common: SmallFileField(widget=forms.FileInput, **common),
    QuestionKind.CONSENT: lambda q, common: forms.BooleanField(**common),
}


def _hint(question: Question) -> str:
    """Condition, hint, purpose, how long it is kept: everything a guest must know before answering."""
    parts = []
    if question.shown_if_id:
        above = question.shown_if.label.rstrip("?.: ")
        shown = dict(question.shown_if.choices).get(question.shown_if_answer, question.shown_if_answer)
        if question.shown_if_answer and question.shown_if.kind != QuestionKind.CONSENT:
            parts.append(_("Only if “%(question)s” is “%(answer)s”.") % {"question": above, "answer": shown})
        else:
            parts.append(_("Only if you have answered “%(question)s”.") % {"question": above})
    parts.append(question.help)
    if question.kind == QuestionKind.FILE:
        parts.append(_("PDF, PNG or JPEG, at most 5 MB."))
    if question.purpose:
        parts.append(_("Purpose: %(purpose)s.") % {"purpose": question.purpose.rstrip(".")})
    days = question.kept_days
    parts.append(
        ngettext("Deleted %(days)d day after the event.", "Deleted %(days)d days after the event.", days)
        % {"days": days}
    )
    return " ".join(filter(None, parts))


def _initial(question: Question, answer: Answer):
    if question.kind == QuestionKind.MULTIPLE:
        return answer.value.split("\n")
    return True if question.kind == QuestionKind.CONSENT else answer.value
