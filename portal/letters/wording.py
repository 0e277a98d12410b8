"""The office's own words in a letter: `{name}` and a few more names on a list, never a template language.

Each room tells which names its rows offer: `@wording.placeholders(Model, event=_("title of the event"))` over a
function `(instance) -> dict`. Every letter knows `{name}` and `{portal}`.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.letters.letter import Kept, Letter
from portal.letters.models import LetterText

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
BRACES = re.compile(r"[{}]")
EMPTY_LINE = re.compile(r"\n\s*\n")
EVERYWHERE = {"name": _("name of the reader"), "portal": _("name of the portal")}

_TOLD: dict[type[models.Model], tuple[dict, Callable]] = {}


def placeholders(model: type[models.Model], **labels):
    """Register what letters about `model` may name; `labels` say it to the staff."""

    def register(tell):
        _TOLD[model] = (labels, tell)
        return tell

    return register


def names(model: type[models.Model]) -> dict[str, str]:
    """Every placeholder of letters about `model`, with what it stands for."""
    labels, _tell = _TOLD.get(model, ({}, None))
    return EVERYWHERE | labels


def values(model: type[models.Model], instance: models.Model, letter: Letter) -> dict[str, str]:
    labels, tell = _TOLD.get(model, ({}, None))
    told = tell(instance) if tell else {}
    known = {name: str(told.get(name, "")) for name in labels}
    return {"name": letter.name, "portal": settings.PORTAL_NAME} | known


def unknown(text: str, allowed) -> list[str]:
    """What is no placeholder of the list, as typed: `{evnt}`, or a single brace."""
    wrong = [found.group() for found in PLACEHOLDER.finditer(text) if found.group(1) not in allowed]
    return wrong + BRACES.findall(PLACEHOLDER.sub("", text))


def filled(text: str, told: dict[str, str]) -> str:
    """One pass: braces in a visitor's name stay what they are."""
    return PLACEHOLDER.sub(lambda found: told.get(found.group(1), found.group()), text)


def as_pattern(text: str, told: dict[str, str]) -> str:
    """The other way round, for showing the portal's own text: the example's values become their names."""
    for name, value in sorted(told.items(), key=lambda pair: -len(pair[1])):
        text = text.replace(value, f"{{{name}}}") if len(value) > 2 else text
    return text


def edited(letter: Letter, text: LetterText | None, told: dict[str, str]) -> Letter:
    """`letter` in the office's words; a part with a name that the house no longer knows stays as it was."""
    if text is None:
        return letter
    subject, opening, closing = (
        filled(part, told) if part and not unknown(part, told) else ""
        for part in (text.subject, text.opening, text.closing)
    )
    return replace(
        letter,
        subject=subject or letter.subject,
        paragraphs=[*_paragraphs(opening), *_kept_in(letter.paragraphs)] if opening else letter.paragraphs,
        closing=[*_paragraphs(closing), *_kept_in(letter.closing)] if closing else letter.closing,
    )


def _kept_in(paragraphs: list[str]) -> list[str]:
    return [paragraph for paragraph in paragraphs if isinstance(paragraph, Kept)]


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in EMPTY_LINE.split(text.replace("\r\n", "\n")) if part.strip()]
