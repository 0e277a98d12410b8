"""Values that many pages need: built once in a process, true until what they stand on changes."""

import pickle
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from portal.caching import grounds, memory, stamps
from portal.caching.memory import Memory

_values = Memory(32 * 1024 * 1024)
# What an entry weighs beside its value.
ENTRY = 1_000


def remembered(key: str, build: Callable[[], Any], *, shared: bool = False) -> Any:
    """What `build` reads from the database, as true as if it were read now; `key` is said by nobody else.

    Each request gets a copy, so it must be possible to pickle it; `shared`: all get the same, which nobody changes.
    """
    request = grounds.here()
    if request is not None and key in request.values:
        return request.values[key]
    value = _remembered(key, build, _Same if shared else _Copy)
    if request is not None:
        request.values[key] = value
    return value


def drawn(key: str, draw: Callable[[], str]) -> str:
    """A part of a page that is drawn from what the request has read before: it stands on all of that, as it was when
    the request began.
    """
    request = grounds.here()
    if request is None or request.begun is None:
        return draw()
    return _remembered(key, draw, _Same, begun=request.begun, given=request.names)


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


def _remembered(
    key: str, build: Callable[[], Any], keep: type, *, begun: bytes | None = None, given: frozenset[str] = frozenset()
) -> Any:
    entry = _values.get(key)
    try:
        if entry is not None and entry.is_true():
            names, kept = entry.value
            grounds.also(names)
            return kept.value()
        begun = begun or stamps.moment()
    except stamps.Unanswered:
        return build()
    with grounds.watched() as seen:
        grounds.also(given)
        value = build()
    with suppress(stamps.Unanswered):
        kept = keep(value)
        if entry := memory.entry((seen.names, kept), seen, begun, size=kept.size):
            _values.put(key, entry)
    return value
