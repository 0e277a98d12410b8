"""A person's own calendar: every room adds what the person takes part in."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from django.db import transaction
from icalendar import Event as Entry

from events.models import CalendarKey

Room = Callable[[object, datetime], Iterable[Entry]]
_ROOMS: list[Room] = []


def room(entries: Room) -> Room:
    """Register `(user, now) -> entries`."""
    _ROOMS.append(entries)
    return entries


def entries_of(user, now: datetime) -> Iterator[Entry]:
    for entries in _ROOMS:
        yield from entries(user, now)


@transaction.atomic
def renew(user) -> CalendarKey:
    """Give the person a calendar address; an earlier one stops working at once."""
    key, is_new = CalendarKey.objects.select_for_update().get_or_create(user=user)
    if not is_new:
        key.revoke_links()
    return key
