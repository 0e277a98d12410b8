"""The verbs around a person's data: export, ask for an erasure, release it, decline it, take it back."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal import persons, states
from portal.accounts.kinds import RequestKind, RequestState
from portal.accounts.models import PersonRequest
from portal.audit import log
from portal.language.mailbox import same_mailbox
from portal.refusals import Refusal
from portal.retention import Stays


class AskedBefore(Refusal):
    message = _("An erasure for this address waits already.")


class NothingHeld(Refusal):
    message = _("We hold nothing about this address.")


class DecidedBefore(Refusal):
    message = _("Somebody has decided on this request already.")


class SecondPerson(Refusal):
    message = _("You asked for this erasure yourself: somebody else has to release it.")


class OwnAccount(Refusal):
    message = _("This is your own account: somebody else has to release the erasure.")


class NotYours(Refusal):
    message = _("Only who asked for the erasure can take it back. You can decline it.")


@transaction.atomic
def export(email: str, *, reason: str, by, now: datetime | None = None) -> dict:
    """Everything that is held about `email`; who had it and why stays on record. Raises NothingHeld."""
    now = now or timezone.now()
    held = persons.export(email)
    if not held:
        raise NothingHeld
    made = PersonRequest.objects.create(
        kind=RequestKind.EXPORT, email=email, reason=reason, asked_by=by, asked_at=now,
        state=RequestState.DONE, decided_by=by, decided_at=now,
    )  # fmt: skip
    log(made, "accounts.export_person", user=by, timestamp=now)
    return held


@transaction.atomic
def ask(email: str, *, reason: str, by, now: datetime | None = None) -> PersonRequest:
    """Ask for the erasure of whom `email` belongs to. Nothing is erased yet. Raises NothingHeld, AskedBefore."""
    if not persons.export(email):
        raise NothingHeld
    now = now or timezone.now()
    try:
        # The database lets one open request for an address through; who comes second waits here.
        with transaction.atomic():
            made = PersonRequest.objects.create(
                kind=RequestKind.ERASURE, email=email, reason=reason, asked_by=by, asked_at=now
            )
    except IntegrityError:
        raise AskedBefore from None
    log(made, "accounts.ask_erasure", user=by, timestamp=now)
    return made


@transaction.atomic
def release(asked: PersonRequest, *, by, now: datetime | None = None) -> list[str]:
    """Erase, as the second pair of eyes; the lines that tell what went and what stays. Raises
    DecidedBefore, SecondPerson, OwnAccount."""
    now = now or timezone.now()
    asked = _open(asked)
    if hindered := hindrance(asked, by):
        raise hindered
    email = asked.email
    _move(asked, RequestState.DONE, "accounts.release_erasure", by=by, now=now)
    lines = persons.erase(email, now=now)
    # Written last: the erasure takes the address out of the request, too.
    told = [{"line": str(line), "stays": isinstance(line, Stays)} for line in lines]
    PersonRequest.objects.filter(pk=asked.pk).update(told=told)
    return lines


@transaction.atomic
def decline(asked: PersonRequest, *, answer: str, by, now: datetime | None = None) -> PersonRequest:
    """With the reason, which the person must be told (Art. 12(4) GDPR). Raises DecidedBefore."""
    asked = _open(asked)
    return _move(asked, RequestState.DECLINED, "accounts.decline_erasure", by=by, now=now, answer=answer)


@transaction.atomic
def withdraw(asked: PersonRequest, *, by, now: datetime | None = None) -> PersonRequest:
    """Raises DecidedBefore, NotYours."""
    asked = _open(asked)
    if asked.asked_by_id != by.pk:
        raise NotYours
    return _move(asked, RequestState.WITHDRAWN, "accounts.withdraw_erasure", by=by, now=now)


def hindrance(asked: PersonRequest, by) -> Refusal | None:
    """Why `by` cannot release it. Whoever releases has an account left afterwards: nobody locks everybody out."""
    if asked.asked_by_id == by.pk:
        return SecondPerson()
    return OwnAccount() if same_mailbox(by.email) == asked.email else None


def forget_old(now: datetime) -> int:
    """Delete what was decided more than `YEARS` ago; how many."""
    end = now.replace(year=now.year - PersonRequest.YEARS, month=1, day=1, hour=0, minute=0, second=0, microsecond=0)
    return PersonRequest.objects.filter(decided_at__lt=end).delete()[0]


def _open(asked: PersonRequest) -> PersonRequest:
    asked = PersonRequest.objects.locked().get(pk=asked.pk)
    states.require(asked, RequestState.DONE, DecidedBefore)
    return asked


def _move(asked: PersonRequest, to: RequestState, action: str, *, by, now, **facts) -> PersonRequest:
    now = now or timezone.now()
    decided = {"decided_by": by, "decided_at": now, **facts}
    return states.step(asked, to, refusal=DecidedBefore, action=action, by=by, now=now, **decided)
