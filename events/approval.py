"""Verbs of staff where each registration is approved: let in, send back for changes, reject with a reason."""

from django.db import transaction

from events import letters, registration, seats
from events.models import Registration
from events.refusals import EventIsCancelled, EventIsPast, NotPossible, ReasonMissing
from events.states import RegistrationState
from portal import clock
from portal.letters import outbox


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
        seats.move(event, request, state, now=now, by=by)
    else:
        seats.admit(event, request, now=now, by=by)
    outbox.post(letters.FIRST[request.state], request)
    return request


@transaction.atomic
def send_back(request: Registration, *, by, reason: str, now=None) -> Registration:
    """The guest reads what is missing, changes it and sends it in again."""
    event, request = _requested(request)
    _decide(request, reason)
    seats.move(event, request, RegistrationState.RETURNED, now=now or clock.now(), by=by)
    outbox.post(letters.sent_back, request)
    return request


@transaction.atomic
def reject(request: Registration, *, by, reason: str, now=None) -> Registration:
    event, request = _requested(request)
    _decide(request, reason)
    seats.move(event, request, RegistrationState.REJECTED, now=now or clock.now(), by=by)
    outbox.post(letters.rejected, request)
    return request


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
