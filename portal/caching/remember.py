"""Values that many pages need: built once in a process, true until what they stand on changes."""

import pickle
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.utils import timezone

from portal.caching import grounds, memory, stamps
from portal.caching.grounds import Grounds
from portal.caching.memory import Memory

_values = Memory(32 * 1024 * 1024)
# What an entry weighs beside its value.
ENTRY = 1_000


def remembered(key: str, build: Callable[[], Any], *, shared: bool = False) -> Any:
    """What `build` reads from the database, as true as if it were read now; `key` is said by nobody else.

    Each request gets a copy, so it must be possible to pickle it; `shared`: all get the same, which nobody changes.
    """
    # What is made inside of something else stands on it, and must not take what was fetched before.
    making = grounds.innermost()
    if making is not None and key in making.values:
        return making.values[key]
    value = _remembered(key, build, _Same if shared else _Copy)
    if making is not None:
        making.values[key] = value
    return value


def drawn(key: str, draw: Callable[[], str]) -> str:
    """A part of a page that is drawn from what the request has read before: it stands on all of that, as it was when
    the request began.
    """
    request = grounds.here()
    if request is None or request.begun is None:
        return draw()
    return _remembered(key, draw, _Same, given=request)


def drawn_from(key: str, draw: Callable[[], str], *, begun: Grounds, names: frozenset[str], unless: str) -> str:
    """A part that is drawn from what was read of the tables `names` since the request `begun`; not kept where it holds
    `unless`.
    """
    given = Grounds(begun.begun, begun.at)
    given.known |= names
    return _remembered(key, draw, _Same, given=given, unless=unless, where=memory.parts())


class _Copy:
    """Rows read their relations late: what one request has read must not be known to the next without a question."""

    def __init__(self, value):
        self._packed = pickle.dumps(value)
        self.size = ENTRY + len(self._packed)

    def value(self):
        return pickle.loads(self._packed)  # noqa: S301 written by this process


class _Same:
    def __init__(self, value):
        self._value = value
        self.size = ENTRY + len(pickle.dumps(value))

    def value(self):
        return self._value


def _remembered(key: str, build: Callable[[], Any], keep: type, *, given=None, unless="", where=None) -> Any:
    # Staff may have chosen another zone for the administration: what they see there is not what everybody sees.
    place, where = (key, timezone.get_current_timezone_name()), where or _values
    entry = where.get(place)
    try:
        if entry is not None and entry.is_true():
            names, kept = entry.value
            grounds.also(names)
            return kept.value()
        begun = given.begun if given else stamps.moment()
    except stamps.Unanswered:
        return build()
    with grounds.watched(begun, given and given.at) as seen:
        grounds.also(given.names if given else frozenset())
        value = build()
    if unless and unless in value:
        return value
    with suppress(stamps.Unanswered):
        kept = keep(value)
        if entry := memory.entry((seen.names, kept), seen, begun, size=kept.size):
            where.put(place, entry)
    return value
