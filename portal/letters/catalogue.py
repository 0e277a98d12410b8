"""The catalogue of letters: one row for each, and what the office narrows it by."""

from dataclasses import dataclass, field
from itertools import groupby

from django import forms
from django.apps import apps
from django.core.cache import cache
from django.utils.translation import gettext_lazy as _

from portal.language.folding import fold
from portal.language.typed import LineField
from portal.letters import examples, outbox
from portal.letters.models import LetterText
from portal.letters.readers import Reader

TOLD_KEPT = 600


@dataclass(frozen=True)
class Row:
    """A letter: `room` is the app that writes it, `edited` are the languages in which the office has its own words."""

    kind: str
    room: str
    room_name: str
    to: Reader
    subject: str
    sentence: str
    edited: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        return fold(f"{self.subject} {self.sentence} {self.to.label} {self.room_name}")


class Chosen(forms.Form):
    """What the address says; what nobody could have chosen narrows nothing."""

    q = LineField(label=_("Search"), required=False, max_length=100)
    room = forms.ChoiceField(label=_("About"), required=False)
    to = forms.ChoiceField(label=_("Recipient"), required=False)

    def __init__(self, data, *, rows: list[Row]):
        super().__init__(data)
        used, rooms = {row.to for row in rows}, {row.room: row.room_name for row in rows}
        self.fields["room"].choices = [("", _("All subjects")), *rooms.items()]
        self.fields["to"].choices = [("", _("All recipients")), *((to.value, to.label) for to in Reader if to in used)]

    def of(self, rows: list[Row]) -> list[Row]:
        self.full_clean()
        wanted = self.cleaned_data
        words = fold(wanted.get("q") or "").split()
        return [
            row
            for row in rows
            if wanted.get("room") in ("", None, row.room)
            and wanted.get("to") in ("", None, row.to)
            and all(word in row.words for word in words)
        ]


def rows(language: str) -> list[Row]:
    """All letters, by room and kind; one query, and now and then those of the examples."""
    edited, told = _edited(), _told(language)
    found = []
    for kind, (_model, builder) in outbox.BUILDERS.items():
        room = apps.get_containing_app_config(builder.__module__)
        subject, sentence = told[kind]
        words = edited.get(kind, [])
        found.append(Row(kind, room.label, str(room.verbose_name), builder.to, subject or kind, sentence, words))
    return sorted(found, key=lambda row: (row.room_name, row.kind))


def by_room(found: list[Row]) -> list[tuple[str, list[Row]]]:
    return [(name, list(letters)) for name, letters in groupby(found, key=lambda row: row.room_name)]


def _edited() -> dict[str, list[str]]:
    """Languages with words of the office, by letter; one query."""
    edited: dict[str, list[str]] = {}
    for row in LetterText.objects.all():
        if row.is_edited:
            edited.setdefault(row.kind, []).append(row.language)
    return edited


def _told(language: str) -> dict[str, tuple[str, str]]:
    """Subject and first sentence of each letter. Eighty letters are eighty examples: asked once in ten minutes."""
    key = f"letters-told:{language}:{len(outbox.BUILDERS)}"
    kept = cache.get(key)
    if kept is None:
        written = {kind: examples.write(kind, language) for kind in outbox.BUILDERS}
        kept = {
            kind: (made.pattern.subject, examples.first_sentence(made)) if made else ("", "")
            for kind, made in written.items()
        }
        cache.set(key, kept, TOLD_KEPT)
    return kept
