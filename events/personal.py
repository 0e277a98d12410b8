"""A person's own calendar: every room adds what the person takes part in."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from icalendar import Event as Entry

Room = Callable[[object, datetime], Iterable[Entry]]
_ROOMS: list[Room] = []


def room(entries: Room) -> Room:
    """Register `(user, now) -> entries`."""
    _ROOMS.append(entries)
    return entries


def entries_of(user, now: datetime) -> Iterator[Entry]:
    for entries in _ROOMS:
        yield from entries(user, now)
