"""What consumers can withdraw from. The floors above name theirs in `withdrawable.py`."""

import re
from datetime import datetime

from django.db import models
from django.urls import reverse

from portal.language.mailbox import same_mailbox
from portal.letters.letter import Attachment
from portal.payments.models import Payment
from portal.web import tokens

REFERENCE = re.compile(r"\bTP-?\s?([0-9]{1,12})\b", re.IGNORECASE)


class Contract:
    """One kind of deed. `word` stands in addresses; `number` is how people write its number, its key as the group."""

    word = ""
    model: type[models.Model]
    number: re.Pattern

    def called(self, deed) -> str:
        """Its number and what it is about, in the reader's language."""
        raise NotImplementedError

    def person(self, deed) -> tuple[str, str]:
        """Name and mailbox of whoever concluded it."""
        return deed.name, deed.email

    def stands(self, deed) -> bool:
        """Whether there is still something to end."""
        raise NotImplementedError

    def is_untouched(self, deed, now: datetime) -> bool:
        """It stands and nothing of it has been performed: ending it hurts nobody."""
        raise NotImplementedError

    def end(self, deed, *, by, now: datetime) -> None:
        """End it free of any fee, if it stands, and give up what is asked for it; the caller has locked it."""
        raise NotImplementedError

    def attachments(self, deed) -> list[Attachment]:
        """What goes along with the news that it is at an end."""
        return []


_KINDS: dict[str, Contract] = {}


def register(kind: Contract) -> None:
    _KINDS[kind.word] = kind


def by_word(word: str) -> Contract | None:
    return _KINDS.get(word)


def of(deed: models.Model | None) -> Contract | None:
    return next((kind for kind in _KINDS.values() if isinstance(deed, kind.model)), None)


def address(deed) -> str:
    """Of the form with what we know of `deed` already, behind a secret link of its own."""
    return reverse("withdrawals:of_contract", args=[of(deed).word, tokens.make("withdraw", deed)])


def opened_by(word: str, token: str):
    """The deed that such an address opens, or None."""
    kind = by_word(word)
    return kind and tokens.read("withdraw", token, kind.model._default_manager.all())


def named_in(text: str) -> list[models.Model]:
    """Every deed whose number, or that of its payment, stands in `text`; each once."""
    found = {}
    for payment in Payment.objects.filter(pk__in=_keys(REFERENCE, text)):
        if of(payment.purpose):
            found[type(payment.purpose), payment.purpose_id] = payment.purpose
    for kind in _KINDS.values():
        for deed in kind.model._default_manager.filter(pk__in=_keys(kind.number, text)):
            found[type(deed), deed.pk] = deed
    return list(found.values())


def surely_meant(text: str, email: str):
    """The one deed that `text` names, where the mailbox is that of whoever concluded it; else None."""
    found = named_in(text)
    if len(found) != 1:
        return None
    _name, mailbox = of(found[0]).person(found[0])
    return found[0] if mailbox and same_mailbox(mailbox) == same_mailbox(email) else None


def _keys(pattern: re.Pattern, text: str) -> set[int]:
    return {int(number) for number in pattern.findall(text)}
