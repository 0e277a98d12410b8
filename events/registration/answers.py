"""Answers to the questions of an event: written under a verb's lock."""

from dataclasses import dataclass
from decimal import Decimal

from events.models import Answer, Question, Registration


@dataclass(frozen=True)
class Upload:
    """A file that the form has looked at; `name` is shown again, never used as a path."""

    name: str
    file_type: str
    content: bytes


KEEP = object()  # a file that stays as it is
Said = str | list[str] | Decimal | bool | Upload | object | None


def write(registration: Registration, answers: dict[Question, Said]) -> None:
    """Replace the answers to these questions; an empty answer removes the old one."""
    for question, said in answers.items():
        mine = Answer.objects.filter(registration=registration, question=question)
        if said is KEEP:
            continue
        if said in (None, "", [], False):
            mine.delete()
        else:
            Answer.objects.update_or_create(registration=registration, question=question, defaults=_columns(said))


def _columns(said: Said) -> dict:
    if isinstance(said, Upload):
        return {"value": said.name, "file_type": said.file_type, "file": said.content}
    if said is True:
        return {"value": "yes", "file_type": "", "file": None}
    return {"value": "\n".join(said) if isinstance(said, list) else str(said), "file_type": "", "file": None}
