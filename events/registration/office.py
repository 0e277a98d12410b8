"""Verbs of the office on one registration: enter it, let in, send back, reject, end it, let somebody overtake."""

from django.db import transaction

from events import letters
from events.models import Event, Registration
from events.refusals import EventIsCancelled, EventIsPast, NoRoom, NotPossible, ReasonMissing
from events.registration import seating
from events.registration import verbs as registration
from events.registration.signup import Signup
from events.states import RegistrationState
from portal.audit import log
from portal.database import clock
from portal.letters import outbox


@transaction.atomic
def register_for(event: Event, signup: Signup, *, by, now=None) -> Registration:
    """Staff enter somebody who phones, under the rules of `registration.register`; the log tells who did it."""
    made = registration.register(event, signup, now=now)
    log(made, "events.by_phone", user=by, timestamp=made.created_at)
    return made


@transaction.atomic
def approve(request: Registration, *, by, now=None) -> Registration:
    """Confirmed, awaiting payment, or at the end of the waiting list, as if it came in now."""
    event, request = _requested(request)
    now = now or clock.now()
    if event.is_cancelled:
        raise EventIsCancelled
    if event.is_past(now):
        raise EventIsPast
    registration.catch_up(event, now)
    fee = request.amount
    state = registration.seated_state(event, request.seats, request.ticket_type, fee)
    if state == RegistrationState.WAITING:
        seating.move(event, request, state, now=now, by=by)
    else:
        seating.admit(event, request, now=now, by=by)
    outbox.post(letters.FIRST[request.state], request)
    return request


@transaction.atomic
def send_back(request: Registration, *, by, reason: str, now=None) -> Registration:
    """The guest reads what is missing, changes it and sends it in again."""
    event, request = _requested(request)
    _decide(request, reason)
    seating.move(event, request, RegistrationState.RETURNED, now=now or clock.now(), by=by)
    outbox.post(letters.sent_back, request)
    return request


@transaction.atomic
def reject(request: Registration, *, by, reason: str, now=None) -> Registration:
    event, request = _requested(request)
    _decide(request, reason)
    seating.move(event, request, RegistrationState.REJECTED, now=now or clock.now(), by=by)
    outbox.post(letters.rejected, request)
    return request


@transaction.atomic
def promote_out_of_turn(mine: Registration, *, by, reason: str, now=None) -> Registration:
    """Staff let somebody overtake, for a stated reason that the log keeps. Raises NoRoom, NotPossible."""
    if not reason.strip():
        raise ReasonMissing
    event, mine = registration.locked(mine)
    now = now or clock.now()
    registration.catch_up(event, now)
    mine.refresh_from_db(fields=["state"])
    if not mine.is_waiting or event.is_cancelled or event.is_past(now):
        raise NotPossible
    if not seating.fits(event, mine):
        raise NoRoom
    log(mine, "events.promote_out_of_turn", user=by, timestamp=now, data={"reason": reason.strip()})
    seating.hand_out(event, mine, now=now, by=by)
    return mine


def _requested(request: Registration):
    event, request = registration.locked(request)
    if not request.is_requested:
        raise NotPossible
    return event, request


def _decide(request: Registration, reason: str) -> None:
    if not reason.strip():
        raise ReasonMissing
    request.decision = reason.strip()[:1000]
    request.save(update_fields=["decision"])


@transaction.atomic
def cancel(ended: Registration, *, by, reason: str, now=None) -> Registration:
    """As `registration.cancel`, with the reason. Quiet where the guest was faster; raises ReasonMissing."""
    if not reason.strip():
        raise ReasonMissing
    _event, ended = registration.locked(ended)
    if ended.is_active:
        ended.decision = reason.strip()[:1000]
        ended.save(update_fields=["decision"])
    return registration.cancel(ended, by=by, now=now)
