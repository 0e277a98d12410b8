"""Verbs of the guest on an own registration: change what was said, name the others, send in again."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from events import answering, letters, seats, sessions
from events import registration as verbs
from events.models import Guest, Registration, SubSession
from events.refusals import ChangesAreOver
from events.states import RegistrationState
from portal import clock
from portal.letters import outbox


@dataclass(frozen=True)
class Said:
    """What a guest may change: nothing that costs seats at the event or money."""

    name: str
    institution: str = ""
    note: str = ""
    answers: dict = field(default_factory=dict)
    # (name, e-mail) of the second seat, the third …; empty as long as nobody is named.
    guests: list[tuple[str, str]] = field(default_factory=list)
    # None: as they are.
    sessions: Iterable[SubSession] | None = None


def may_change(registration: Registration, now=None) -> bool:
    """Until registration closes; what we sent back may be sent in again as long as we can still decide."""
    event = registration.event
    until = event.ends_at if registration.is_returned else event.closes_at
    return registration.is_active and not event.is_cancelled and (now or timezone.now()) < until


@transaction.atomic
def change(registration: Registration, said: Said, *, now=None) -> Registration:
    """Write new details. What had been sent back for changes is thereby sent in again.

    Raises ChangesAreOver, SessionsOverlap, SessionFull.
    """
    event, registration = verbs.locked(registration)
    now = now or clock.now()
    if not may_change(registration, now):
        raise ChangesAreOver
    registration.name, registration.institution, registration.note = said.name, said.institution, said.note
    registration.save(update_fields=["name", "institution", "note"])
    answering.write(registration, said.answers)
    _name(registration, said.guests)
    if said.sessions is not None:
        sessions.rechoose(event, registration, said.sessions)
    if registration.is_returned:
        seats.move(event, registration, RegistrationState.REQUESTED, now=now)
        outbox.post(letters.requested, registration)
        outbox.post(letters.office_notice, registration)
    else:
        log(registration, "events.change", timestamp=now)
    return registration


def _name(registration: Registration, guests: list[tuple[str, str]]) -> None:
    for position, (name, email) in enumerate(guests[: registration.seats - 1], start=2):
        Guest.objects.update_or_create(
            registration=registration, position=position, defaults={"name": name, "email": email}
        )
