"""The question before an event moves: who would be told, and in which words."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import translation

from events.models import Registration
from events.staff.event_forms import EventForm
from portal.letters import rendering


@dataclass(frozen=True)
class Question:
    """`number` of guests; `sheets`: the letters as the first of them would get them (language, subject, html)."""

    number: int
    sheets: list[dict]


def question(form: EventForm) -> Question | None:
    """None where nobody would be told. Saves, looks, and takes everything back; raises what `form.save` raises."""
    told = [(builder, list(found.values_list("pk", flat=True))) for builder, found in form.letters()]
    told = [(builder, keys) for builder, keys in told if keys]
    if not told:
        return None
    with transaction.atomic():
        form.tells = False
        form.save()
        sheets = [_sheet(builder, keys[0]) for builder, keys in told]
        transaction.set_rollback(True)
    return Question(len({key for _builder, keys in told for key in keys}), [sheet for sheet in sheets if sheet])


def _sheet(builder, key: int) -> dict | None:
    first = Registration.objects.select_related("event", "ticket_type").get(pk=key)
    with translation.override(first.language):
        letter = builder(first, None)
    if letter is None:
        return None
    mail = rendering.as_message(letter, first.language, "preview")
    return {"language": first.language, "subject": mail.subject, "html": mail.alternatives[0][0]}
