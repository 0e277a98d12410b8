"""Values that many pages need: built once in a process, true until what they stand on changes."""

import pickle
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from portal.caching import grounds, memory, stamps
from portal.caching.memory import Memory

_values = Memory(32 * 1024 * 1024)


def remembered(key: str, build: Callable[[], Any], *, shared: bool = False) -> Any:
    """What `build` reads from the database, as true as if it were read now; `key` is said by nobody else.

    Each request gets a copy, so it must be possible to pickle it; `shared`: all get the same, which nobody changes.
    """
    request = grounds.here()
    if request is not None and key in request.values:
        return request.values[key]
    value = _fresh(key, build, _Same if shared else _Copy)
    if request is not None:
        request.values[key] = value
    return value


class _Copy:
    """Rows read their relations late: what one request has read must not be known to the next without a question."""

    def __init__(self, value):
        self._packed = pickle.dumps(value)
        self.size = len(self._packed)

    def value(self):
        return pickle.loads(self._packed)  # noqa: S301 written by this process


class _Same:
    size = 0

    def __init__(self, value):
        self._value = value

    def value(self):
        return self._value


def _fresh(key: str, build: Callable[[], Any], keep: type) -> Any:
    entry = _values.get(key)
    try:
        if entry is not None and entry.is_true():
            names, kept = entry.value
            grounds.also(names)
            return kept.value()
        snapshot = stamps.moment()
    except stamps.Unanswered:
        return build()
    with grounds.watched() as seen:
        value = build()
    with suppress(stamps.Unanswered):
        kept = keep(value)
        if entry := memory.entry((seen.names, kept), seen, snapshot, size=kept.size):
            _values.put(key, entry)
    return value
