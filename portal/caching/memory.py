"""Where finished pages lie: in the memory of the process, bounded in bytes, and in Redis for all nodes."""

import logging
import time
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from threading import Lock
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.core.signals import setting_changed

from portal.caching import stamps
from portal.caching.grounds import Grounds

LOG = logging.getLogger(__name__)


@dataclass
class Entry:
    """`tags`: the tables it stands on; `snapshot`: the last moment at which it was known to be true; `own`: the mark of
    what the transaction that read it had changed itself; `ends_at`: seconds of the epoch; `size` in bytes.
    """

    value: Any
    tags: bytes
    snapshot: bytes
    own: bytes | None
    ends_at: float
    size: int = 0

    def is_true(self) -> bool:
        """Whether nothing it stands on has changed since; asks the database. Raises Unanswered."""
        if self.ends_at <= time.time():
            return False
        snapshot, changed, own = stamps.since(self.snapshot, self.tags)
        if changed or own != self.own:
            return False
        self.snapshot = snapshot
        return True


def entry(value: Any, seen: Grounds, snapshot: bytes, *, size: int) -> Entry | None:
    """What was read after `snapshot` as an entry; None where it must not be kept, or holds no longer already.

    Raises Unanswered.
    """
    if not seen.may_be_kept:
        return None
    tags, ends_at = stamps.as_tags(seen.names), seen.ends_at().timestamp()
    snapshot, changed, own = stamps.since(snapshot, tags)
    return None if changed else Entry(value, tags, snapshot, own, ends_at, size)


class Memory:
    """What was used longest ago goes first."""

    def __init__(self, bound: int):
        self._bound, self._used, self._lock = bound, 0, Lock()
        self._entries: OrderedDict[Hashable, Entry] = OrderedDict()

    def get(self, key: Hashable) -> Entry | None:
        with self._lock:
            if key not in self._entries:
                return None
            self._entries.move_to_end(key)
            return self._entries[key]

    def true(self, key: Hashable) -> Entry | None:
        """What still holds; asks the database. Raises Unanswered."""
        entry = self.get(key)
        return entry if entry is not None and entry.is_true() else None

    def put(self, key: Hashable, entry: Entry) -> None:
        with self._lock:
            self._drop(key)
            if entry.size > self._bound:
                return
            self._entries[key] = entry
            self._used += entry.size
            while self._used > self._bound:
                self._drop(next(iter(self._entries)))

    def clear(self) -> None:
        with self._lock:
            self._entries.clear()
            self._used = 0

    def _drop(self, key: Hashable) -> None:
        gone = self._entries.pop(key, None)
        self._used -= gone.size if gone else 0


class Shared:
    """Of all nodes, behind the memory of each: asked only for what this one has not, or no longer. What is found there
    is asked about as everything is, so that a node need not know what the others have put in.

    An entry ends there with its quarter of an hour. Where it does not answer, each node makes its pages for itself.
    """

    def __init__(self, alias: str, near: Memory):
        self._cache, self._near = caches[alias], near

    def true(self, key: Hashable) -> Entry | None:
        """What still holds; asks the database. Raises Unanswered."""
        entry = self._near.true(key)
        if entry is None:
            entry = self._of_all(key)
            if entry is None or not entry.is_true():
                return None
            self._near.put(key, entry)
        return entry

    def _of_all(self, key: Hashable) -> Entry | None:
        try:
            return self._cache.get(_named(key))
        except Exception:  # each backend has errors of its own
            LOG.warning("The kept pages of all machines cannot be read.", exc_info=True)
            return None

    def put(self, key: Hashable, entry: Entry) -> None:
        self._near.put(key, entry)
        try:
            self._cache.set(_named(key), entry, 900)
        except Exception:
            LOG.warning("The kept pages of all machines cannot be written.", exc_info=True)


def _named(key: Hashable) -> str:
    """Of this release: pages name the files that were built with it."""
    return f"page:{blake2b(repr((_release(), key)).encode(), digest_size=20).hexdigest()}"


@cache
def _release() -> bytes:
    # By what is in it: each machine may have collected its own.
    built = settings.STATIC_ROOT / "staticfiles.json"
    return blake2b(built.read_bytes(), digest_size=8).digest() if built.exists() else b""


@cache
def pages() -> Memory | Shared:
    near = Memory(settings.PAGE_CACHE_MB * 1024 * 1024)
    return Shared("pages", near) if "pages" in settings.CACHES else near


@cache
def parts() -> Memory:
    return Memory(settings.PART_CACHE_MB * 1024 * 1024)


def _forget(*, setting: str, **kwargs) -> None:
    if setting in {"PAGE_CACHE_MB", "CACHES"}:
        pages.cache_clear()
    # Whatever else is set, a part may say: it changes with a deployment, and in tests.
    parts.cache_clear()


setting_changed.connect(_forget, dispatch_uid="caching.memory")
