"""The form of a letter's text: what stands in braces must be on the letter's list."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from portal.letters import wording
from portal.letters.models import LetterText

PARTS = ("subject", "opening", "closing")


class LetterTextForm(forms.ModelForm):
    class Meta:
        model = LetterText
        fields = PARTS
        widgets = {"opening": forms.Textarea(attrs={"rows": 8}), "closing": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args, allowed, **kwargs):
        super().__init__(*args, **kwargs)
        self.allowed = allowed

    def clean(self):
        cleaned = super().clean()
        for part in PARTS:
            wrong = wording.unknown(cleaned.get(part) or "", self.allowed)
            if wrong:
                self.add_error(part, self._refusal(wrong))
        return cleaned

    def _refusal(self, wrong: list[str]) -> ValidationError:
        known = ", ".join(f"{{{name}}}" for name in self.allowed)
        return ValidationError(
            _("%(wrong)s is no placeholder of this letter. Possible are: %(known)s")
            % {"wrong": ", ".join(wrong), "known": known}
        )

    @property
    def typed(self) -> LetterText:
        """The text as it stands in the form, unsaved; where it is wrong, as if it were not there."""
        asked = self.cleaned_data if self.is_bound else self.initial_parts
        return LetterText(**{part: asked.get(part) or "" for part in PARTS})

    @property
    def initial_parts(self) -> dict[str, str]:
        return {part: getattr(self.instance, part) for part in PARTS}
