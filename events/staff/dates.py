"""Verbs on the event itself: seats, dates, place, cancellation. Staff reach them through the form in the admin."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from events import letters
from events.kinds import EventStatus
from events.models import Event, SubSession
from events.refusals import EndsBeforeItBegins, EventIsCancelled, SeatsTaken
from events.registration import seating
from events.states import RegistrationState
from portal.audit import log
from portal.database import clock
from portal.letters import outbox
from portal.payments import checkout
from portal.payments.models import Payment
from portal.payments.states import Cause

PLACE = ("mode", "venue", "street", "postal_code", "city", "online_url")


@transaction.atomic
def resize(event: Event, *, capacity: int | None, by=None, now=None) -> Event:
    """Set the number of seats (None: no limit) and let the waiting list move up. Raises SeatsTaken."""
    event, now = Event.objects.locked().get(pk=event.pk), now or clock.now()
    seating.lapse_overdue(event, now)
    if capacity is not None and capacity < event.seats_taken:
        raise SeatsTaken(event.seats_taken)
    was, event.capacity = event.capacity, capacity
    event.save(update_fields=["capacity"])
    log(event, "events.resize", user=by, timestamp=now, data={"from": was, "to": capacity})
    seating.promote_waiting(event, now)
    return event


def move(
    event: Event, *, starts_at: datetime, ends_at: datetime, month_only: bool = False, tells=True, by=None, now=None
) -> Event:
    """Other dates; see `replan`."""
    dates = {"starts_at": starts_at, "ends_at": ends_at, "month_only": month_only}
    return replan(event, dates=dates, tells=tells, by=by, now=now)


def relocate(event: Event, *, tells=True, by=None, now=None, **place) -> Event:
    """Another place; see `replan`."""
    return replan(event, place=place, tells=tells, by=by, now=now)


@transaction.atomic
def replan(event: Event, *, dates=None, place=None, tells=True, by=None, now=None) -> Event:
    """Give the event other `dates` (starts_at, ends_at, month_only) and another `place` (fields in `PLACE`).

    It keeps its uid, calendars see the next SEQUENCE, everybody gets one letter about all of it. Not with `tells`
    False: then the log says that it was done silently. Raises EventIsCancelled, EndsBeforeItBegins.
    """
    event, now = Event.objects.locked().get(pk=event.pk), now or clock.now()
    data = {"told": tells}
    moved = _redate(event, now, **dates) if dates else False
    if moved:
        log(event, "events.move", user=by, timestamp=now, data=data)
    elsewhere = _replace(event, now, place) if place else []
    if elsewhere:
        log(event, "events.relocate", user=by, timestamp=now, data=data)
    if tells and place_letter(event, elsewhere, now) is letters.address_told:
        # It stands in this letter, so no reminder need bring it.
        event.registrations.filter(reminded_at=None).update(reminded_at=now)
    if tells and (letter := the_letter(event, moved, elsewhere, now)):
        _tell(event.registrations, event, letter, now)
    return event


def the_letter(event: Event, moved: bool, elsewhere: Iterable[str], now):
    """The one letter about other dates and other fields of the place; None where there is no news."""
    about_place = place_letter(event, elsewhere, now)
    if not moved:
        return about_place
    # The address of a meeting stands in every letter, once its time has come.
    return letters.replanned if about_place is letters.relocated else letters.moved


def _redate(event: Event, now, *, starts_at: datetime, ends_at: datetime, month_only: bool = False) -> bool:
    """Whether these were other dates."""
    if event.is_cancelled:
        raise EventIsCancelled
    if ends_at <= starts_at:
        raise EndsBeforeItBegins
    if (event.starts_at, event.ends_at, event.month_only) == (starts_at, ends_at, month_only):
        return False
    if starts_at != event.starts_at:
        # There is a new day before to be reminded on.
        event.registrations.update(reminded_at=None)
        if not event.month_only:
            event.previous_starts_at, event.status = event.starts_at, EventStatus.MOVED
    event.starts_at, event.ends_at, event.month_only = starts_at, ends_at, month_only
    _write(event, now, "starts_at", "ends_at", "month_only", "previous_starts_at", "status")
    return True


def _replace(event: Event, now, place: dict) -> list[str]:
    """The fields that were different."""
    changed = [field for field in PLACE if field in place and getattr(event, field) != place[field]]
    for field in changed:
        setattr(event, field, place[field])
    if changed:
        _write(event, now, *changed)
    return changed


def place_letter(event: Event, changed: Iterable[str], now):
    """The letter about another place; none for a meeting address whose time has not come: it is no news yet."""
    if not changed:
        return None
    if list(changed) != ["online_url"]:
        return letters.relocated
    return letters.address_told if event.tells_online_address(now) else None


@transaction.atomic
def rearrange(event: Event, moved: Iterable[SubSession], *, tells=True, known=False, by=None, now=None) -> None:
    """`moved` are parts of the agenda with another time or room than before: whoever has chosen one gets a letter.

    Not where they are `known`: another letter of the same hour goes to everybody and names their parts.
    """
    event, now = Event.objects.locked().get(pk=event.pk), now or clock.now()
    log(
        event,
        "events.rearrange",
        user=by,
        timestamp=now,
        data={"sessions": [session.pk for session in moved], "told": tells},
    )
    if tells and not known:
        _tell(holders(event, moved), event, letters.rearranged, now)


@transaction.atomic
def call_off(event: Event, *, by=None, now=None) -> Event:
    """Cancel the event: every registration ends, money goes back, calendars get CANCEL. Calling twice is quiet."""
    event, now = Event.objects.locked().get(pk=event.pk), now or clock.now()
    if event.is_cancelled:
        return event
    event.status, event.called_off_at = EventStatus.CANCELLED, now
    _write(event, now, "status", "called_off_at")
    log(event, "events.call_off", user=by, timestamp=now)
    for registration in event.registrations.active().order_by("pk"):
        seating.move(event, registration, RegistrationState.CANCELLED, now=now, by=by)
        for payment in Payment.objects.for_purpose(registration).live():
            checkout.withdraw(payment, cause=Cause.CALLED_OFF, now=now)
        outbox.post(letters.called_off, registration)
    outbox.post(letters.office_called_off, event)
    return event


def holders(event: Event, moved: Iterable[SubSession]):
    """Whoever has chosen one of these parts of the agenda."""
    return event.registrations.filter(session_seats__session__in=moved).distinct()


def _write(event: Event, now, *fields: str) -> None:
    """Calendars believe SEQUENCE and DTSTAMP: both grow with every change that matters to a guest."""
    event.sequence += 1
    event.changed_at = now
    event.save(update_fields=[*fields, "sequence", "changed_at"])


def _tell(registrations, event: Event, builder, now) -> None:
    if not event.is_past(now):
        outbox.post_all((builder, registration) for registration in registrations.active().order_by("pk"))
