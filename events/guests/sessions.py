"""Sub-sessions: chosen without overlap; their seats follow the registration under the event's lock."""

from collections.abc import Iterable
from itertools import combinations

from wagtail.models import ModelLogEntry

from events.models import Event, Registration, SessionSeat, SubSession
from events.refusals import SessionFull, SessionsOverlap
from portal.audit import log


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


def rechoose(event: Event, registration: Registration, asked: Iterable[SubSession]) -> None:
    """Give some sessions back and take others. Raises SessionsOverlap, SessionFull."""
    wanted, before = chosen(event, asked), of(registration)
    added = [one for one in wanted if one not in before]
    if registration.is_holding:
        check_room(added, registration.seats)
        for session in set(before).symmetric_difference(wanted):
            session.count(registration.seats if session in added else -registration.seats)
    registration.session_seats.exclude(session__in=wanted).delete()
    choose(registration, added)


def of(registration: Registration) -> list[SubSession]:
    return list(SubSession.objects.filter(chosen__registration=registration))


def missed(registration: Registration) -> list[SubSession]:
    """Those wished for that were full when the registration moved up; the log remembers them."""
    left = ModelLogEntry.objects.for_instance(registration).filter(action="events.leave_session")
    keys = [entry.data["session"] for entry in left]
    return list(SubSession.objects.filter(pk__in=keys).exclude(chosen__registration=registration)) if keys else []


def leave_full_ones(registration: Registration, *, now) -> None:
    """Whoever moves up late finds some sessions full: the seat at the event counts more."""
    for wish in registration.session_seats.select_related("session"):
        if not wish.session.has_room_for(registration.seats):
            log(registration, "events.leave_session", timestamp=now, data={"session": wish.session_id})
            wish.delete()
