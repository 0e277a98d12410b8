"""Verbs at the door: the only code that writes `Attendance`. Pressing twice, or a press that the network repeats,
has the outcome of the first one."""

from datetime import timedelta
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from events import consent, letters
from events.models import Attendance, Event, Registration
from events.refusals import ComesRegistered, DoorsClosed, EventIsCancelled, HouseFull, NotAdmitted, NotPossible
from events.registration import seating, verbs
from events.states import RegistrationState
from portal.audit import log
from portal.database import clock
from portal.language.mailbox import same_mailbox
from portal.letters import outbox

# Guests of the eve get their badges early.
OPENS_BEFORE = timedelta(days=1)


@transaction.atomic
def check_in(registration: Registration, *, position: int = 1, press: UUID | None = None, by=None, now=None):
    """The guest of this seat is here. Gives the attendance with the time of the first check-in.

    Raises NotAdmitted, DoorsClosed, EventIsCancelled.
    """
    event, registration = verbs.locked(registration)
    now, press = now or clock.now(), press or uuid4()
    here = Attendance.objects.filter(registration=registration, position=position)
    if before := here.filter(press=press).first() or here.standing().first():
        return before
    _check_open(event, now)
    if not registration.is_confirmed or not 1 <= position <= registration.seats:
        raise NotAdmitted
    return _enter(registration, position=position, press=press, by=by, now=now)


@transaction.atomic
def undo(attendance: Attendance, *, by=None, now=None) -> Attendance:
    """It was the wrong guest. Taking back twice is quiet the second time."""
    verbs.locked(attendance.registration)
    attendance = Attendance.objects.select_related("registration__event").get(pk=attendance.pk)
    if attendance.undone_at is None:
        attendance.undone_at = now = now or clock.now()
        attendance.save(update_fields=["undone_at"])
        log(attendance.registration, "events.undo_check_in", user=by, timestamp=now)
    return attendance


@transaction.atomic
def walk_in(
    event: Event,
    *,
    name: str,
    target_group: str,
    language: str,
    email: str = "",
    institution: str = "",
    beyond: bool = False,
    press: UUID | None = None,
    by=None,
    now=None,
) -> Attendance:
    """Somebody comes without registration: takes a seat under the event's lock, free of charge, and is checked in.

    `beyond`: staff lets the guest in though all seats are taken or promised; the decision is logged.
    Raises HouseFull, ComesRegistered, DoorsClosed, EventIsCancelled.
    """
    event = Event.objects.locked().get(pk=event.pk)
    now, press, email = now or clock.now(), press or uuid4(), same_mailbox(email)
    if before := Attendance.objects.filter(press=press, registration__event=event).first():
        return before
    verbs.catch_up(event, now)
    _check_open(event, now)
    if email and event.registrations.active().filter(email=email).exists():
        raise ComesRegistered
    if not event.has_room_for(1) or seating.would_overtake(event, None):
        if not beyond:
            raise HouseFull
        _make_room(event, by=by, now=now)
    registration = Registration.objects.create(
        event=event,
        state=RegistrationState.CONFIRMED,
        name=name,
        email=email,
        institution=institution,
        target_group=target_group,
        language=language,
        consent_version=consent.AT_THE_DOOR,
        consented_at=now,
        created_at=now,
        moved_at=now,
        submission=press,
    )
    seating.hold(event, registration, 1)
    log(registration, "events.walk_in", user=by, timestamp=now)
    if email:
        outbox.post(letters.welcomed, registration)
    return _enter(registration, position=1, press=press, by=by, now=now)


def _check_open(event: Event, now) -> None:
    if event.is_cancelled:
        raise EventIsCancelled
    # No check of the end: names from a paper list are entered afterwards.
    if timezone.localdate(now) < timezone.localdate(event.starts_at) - OPENS_BEFORE:
        raise DoorsClosed


def _make_room(event: Event, *, by, now) -> None:
    """One seat more where there is none; it is taken at once, so nobody who waits was passed over by the counter."""
    if not event.has_room_for(1):
        event.capacity = event.seats_taken + 1
        event.save(update_fields=["capacity"])
    log(event, "events.walk_in_beyond", user=by, timestamp=now, data={"capacity": event.capacity})


def _enter(registration: Registration, *, position: int, press: UUID, by, now) -> Attendance:
    if Attendance.objects.filter(press=press).exists():
        raise NotPossible
    entered = Attendance.objects.create(registration=registration, position=position, at=now, by=by, press=press)
    log(registration, "events.check_in", user=by, timestamp=now, data={"seat": position})
    return entered
