"""Sub-sessions: chosen without overlap; their seats follow the registration under the event's lock."""

from collections.abc import Iterable
from itertools import combinations

from wagtail.log_actions import log

from events.models import Event, Registration, SessionSeat, SubSession
from events.refusals import SessionFull, SessionsOverlap


def chosen(event: Event, asked: Iterable[SubSession]) -> list[SubSession]:
    """The sessions as they stand now, none at the same time as another."""
    keys = [session.pk for session in asked]
    sessions = list(event.sessions.filter(pk__in=keys)) if keys else []
    if any(one.overlaps(other) for one, other in combinations(sessions, 2)):
        raise SessionsOverlap
    return sessions


def check_room(sessions: Iterable[SubSession], seats: int) -> None:
    for session in sessions:
        if not session.has_room_for(seats):
            raise SessionFull(session.title)


def choose(registration: Registration, sessions: Iterable[SubSession]) -> None:
    SessionSeat.objects.bulk_create(SessionSeat(registration=registration, session=one) for one in sessions)


def of(registration: Registration) -> list[SubSession]:
    return list(SubSession.objects.filter(chosen__registration=registration))


def leave_full_ones(registration: Registration, *, now) -> None:
    """Whoever moves up late finds some sessions full: the seat at the event counts more."""
    for wish in registration.session_seats.select_related("session"):
        if not wish.session.has_room_for(registration.seats):
            log(registration, "events.leave_session", timestamp=now, data={"session": wish.session_id})
            wish.delete()
