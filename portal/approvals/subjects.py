"""What somebody outside can be asked to approve. The floors above name theirs in `approvable.py`."""

from django.db import models
from django.http import HttpRequest, HttpResponse


class Subject:
    """One kind of thing. `word` stands in the admin's addresses, `model` in the database."""

    word = ""
    model: type[models.Model]

    def fetch(self, pk: int, user) -> models.Model | None:
        """The row, if `user` may ask somebody about it."""
        raise NotImplementedError

    def lock(self, pk: int) -> models.Model | None:
        """The row, so that nobody else releases or withdraws it meanwhile."""
        raise NotImplementedError

    def is_waiting(self, row) -> bool:
        """Does it wait for release?"""
        raise NotImplementedError

    def may_release(self, row, user) -> bool:
        raise NotImplementedError

    def version(self, row) -> str:
        """Another text whenever a reader would see something else."""
        raise NotImplementedError

    def release(self, row, *, approval, now) -> None:
        """Release it in the name of `approval.asked_by`; raises a Refusal where that is not possible."""
        raise NotImplementedError

    def languages(self, row) -> list[str]:
        """In which languages it can be looked at."""
        raise NotImplementedError

    def preview(self, row, request: HttpRequest) -> HttpResponse:
        """As the public will see it, in the language that is active."""
        raise NotImplementedError

    def desk(self, row) -> str:
        """Where staff deal with it: an address in the admin."""
        raise NotImplementedError

    def title(self, row) -> str:
        return str(row)


_KINDS: dict[str, Subject] = {}


def register(kind: Subject) -> None:
    _KINDS[kind.word] = kind


def by_word(word: str) -> Subject | None:
    return _KINDS.get(word)


def of(row: models.Model) -> Subject:
    """The kind of `row`; LookupError for what nobody can be asked about."""
    for kind in _KINDS.values():
        if isinstance(row, kind.model):
            return kind
    raise LookupError(row)
