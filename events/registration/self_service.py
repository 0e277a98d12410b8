"""Verbs of the guest on an own registration: change it, be named, take an offered seat, get the link again."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from events import consent, letters
from events.guests import sessions
from events.models import Event, Guest, Registration, SubSession
from events.refusals import ChangesAreOver, OfferIsOver
from events.registration import answers as answering
from events.registration import seating, verbs
from events.states import RegistrationState
from portal.audit import log
from portal.database import clock
from portal.language.mailbox import same_mailbox
from portal.letters import outbox

AGAIN_AFTER = timedelta(minutes=15)


@dataclass(frozen=True)
class Said:
    """What a guest may change: nothing that costs seats at the event or money."""

    name: str
    institution: str = ""
    note: str = ""
    answers: dict = field(default_factory=dict)
    # (name, email) of the second seat, the third …; empty as long as nobody is named.
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
        seating.move(event, registration, RegistrationState.REQUESTED, now=now)
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


@transaction.atomic
def decide(registration: Registration, *, agrees: bool, now: datetime | None = None) -> Registration:
    """Agree to be named, or take it back at any time. Agreeing counts only while the event shows a list."""
    event, registration = verbs.locked(registration)
    now = now or timezone.now()
    agrees = agrees and registration.is_active and event.shows_participants(now)
    if agrees == bool(registration.listed_at):
        return registration
    registration.listed_at = now if agrees else None
    registration.save(update_fields=["listed_at"])
    data = {"version": consent.LISTED_VERSION} if agrees else {}
    log(registration, "events.listed" if agrees else "events.unlisted", timestamp=now, data=data)
    return registration


def accept(mine: Registration, *, now=None) -> Registration:
    """Take the offered seats: confirmed, or held until the fee is paid. Accepting twice is quiet.

    Raises OfferIsOver; what has lapsed by then stays lapsed and has gone to the next in line.
    """
    mine = _accept(mine, now=now)
    if not mine.is_holding:
        raise OfferIsOver
    return mine


@transaction.atomic
def _accept(mine: Registration, *, now) -> Registration:
    event, mine = verbs.locked(mine)
    now = now or clock.now()
    verbs.catch_up(event, now)
    mine.refresh_from_db(fields=["state"])
    if mine.is_offered:
        seating.admit(event, mine, now=now)
        outbox.post(letters.FIRST[mine.state], mine)
    return mine


def claim(user, email: str) -> int:
    """Whoever has shown to own an address owns what it registered without an account; how many there were."""
    return Registration.objects.filter(email=same_mailbox(email), user=None).update(user=user)


@transaction.atomic
def send_again(event: Event, *, email: str, now=None) -> bool:
    """Send the manage link of the active registration once more, at most every 15 minutes."""
    now = now or clock.now()
    registration = event.registrations.active().of_person(email).select_for_update().first()
    if registration is None or (registration.link_sent_at and now < registration.link_sent_at + AGAIN_AFTER):
        return False
    registration.link_sent_at = now
    registration.save(update_fields=["link_sent_at"])
    outbox.post(letters.link_again, registration)
    return True


@transaction.atomic
def renew(registration: Registration, *, by=None, now=None) -> Registration:
    """For a link, or a ticket, in wrong hands: none given out so far opens anything, new ones go to the guest."""
    _event, registration = verbs.locked(registration)
    registration.revoke_links()
    log(registration, "events.renew_link", user=by, timestamp=now or clock.now())
    outbox.post(letters.link_renewed, registration)
    return registration
