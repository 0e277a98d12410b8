"""Examples for the preview: each room makes rows that never existed (`letters/examples.py`).

An example is a function `(language) -> instance | (instance, reader)`, registered for letters, or for a model as the
example of all its letters without one of their own. Its rows are rolled back when the letter is written.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction
from django.utils import translation

from portal import sockets
from portal.letters import outbox, wording
from portal.letters.letter import Letter
from portal.letters.models import LetterText

_EXAMPLES: dict[object, Callable] = {}


@dataclass(frozen=True)
class Written:
    """A letter as the code has it, and what its placeholders stand for in the example."""

    letter: Letter
    told: dict[str, str]

    def in_words_of(self, text: LetterText | None) -> Letter:
        return wording.edited(self.letter, text, self.told)

    @property
    def pattern(self) -> LetterText:
        """The code's own text with its placeholders, unsaved."""
        opening, closing = (
            "\n\n".join(wording.as_pattern(part, self.told) for part in parts)
            for parts in (self.letter.paragraphs, self.letter.closing)
        )
        return LetterText(subject=wording.as_pattern(self.letter.subject, self.told), opening=opening, closing=closing)


def first_sentence(written: Written) -> str:
    """What the letter says after the greeting: tells letters with the same subject apart."""
    return next(iter(written.pattern.opening.split("\n\n")[1:]), "")


def of(*letters_or_models):
    """Register an example for these letters, or for all letters about these models."""

    def register(make):
        for key in letters_or_models:
            _EXAMPLES[key if isinstance(key, type) else key.kind] = make
        return make

    return register


def known() -> dict[object, Callable]:
    sockets.modules("letters.examples")
    return _EXAMPLES


def write(kind: str, language: str) -> Written | None:
    """The letter about its example; None where nobody has written one, or where it has nothing to say about it."""
    model, builder = outbox.BUILDERS[kind]
    make = known().get(kind) or known().get(model)
    if make is None:
        return None
    with transaction.atomic(), translation.override(language):
        made = make(language)
        instance, reader = made if isinstance(made, tuple) else (made, None)
        letter = builder(instance, reader)
        told = wording.values(model, instance, letter) if letter else {}
        transaction.set_rollback(True)
    return Written(letter, told) if letter else None
