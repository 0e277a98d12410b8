"""The outbox: a letter is a job deferred in the deed's own transaction.

The job carries ids, not text, so that an erased person is gone from the queue as well. At least once is the
promise: SMTP has no exactly-once, but every retry carries the same Message-ID.
"""

from collections.abc import Callable, Iterable
from functools import wraps
from uuid import uuid4

from django.contrib.auth import get_user_model
from django.db import models
from django.utils import translation
from procrastinate.contrib.django import app

from portal import sockets
from portal.letters import wording
from portal.letters.letter import Letter
from portal.letters.models import LetterText
from portal.letters.readers import Reader

BUILDERS: dict[str, tuple[type[models.Model], Callable]] = {}


def letter(model: type[models.Model], *, to: Reader, language: str = ""):
    """Register a builder `(instance, reader) -> Letter | None` for rows of `model`; None: nothing left to say.

    Written in the reader's language; without a reader in `language`, else in that of the row.
    """

    def register(build):
        @wraps(build)
        def builder(instance, reader=None):
            return build(instance, reader)

        builder.kind = f"{model._meta.app_label}.{build.__name__}"
        builder.to = to
        builder.language = language
        BUILDERS[builder.kind] = (model, builder)
        return builder

    return register


def post(builder, instance: models.Model, *, reader=None) -> None:
    """Promise the letter: it goes out exactly if the surrounding transaction commits."""
    _delivery().defer(**_job(builder, instance, reader))


def post_all(letters: Iterable[tuple]) -> None:
    """Promise many letters by one question to the database: pairs of builder and row, or with a reader as the third."""
    if jobs := [_job(builder, instance, *reader) for builder, instance, *reader in letters]:
        _delivery().batch_defer(*jobs)


def _delivery():
    """The worker's task, by its name: it calls this module."""
    return app.configure_task("letters.deliver", allow_unknown=False)


def _job(builder, instance: models.Model, reader=None) -> dict:
    return {
        "kind": builder.kind,
        "pk": instance.pk,
        "reader": reader.pk if reader else None,
        "message": str(uuid4()),
    }


def build(kind: str, pk: int, reader: int | None) -> tuple[Letter, str] | None:
    """The letter and its language, or None where row or reader are gone."""
    model, builder = BUILDERS[kind]
    instance = model._base_manager.filter(pk=pk).first()
    person = get_user_model().objects.filter(pk=reader).first() if reader else None
    if instance is None or (reader and person is None):
        return None
    language = person.language if person else builder.language or instance.language
    with translation.override(language):
        written = builder(instance, person)
        if written is None:
            return None
        own = LetterText.objects.filter(kind=kind, language=language).first()
        if own and own.is_edited:
            written = wording.edited(written, own, wording.values(model, instance, written))
    return written, language


def autodiscover() -> None:
    """Import every app's letters and letters/names.py, so that the worker knows all builders and placeholders."""
    sockets.modules("letters")
    sockets.modules("letters.names")
