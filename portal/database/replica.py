"""Whoever has no session may be answered from a copy of the database (`REPLICA_URL`); all others ask the primary.

Which of the two a request reads from is said once, before anything is asked, and only ever changes towards the primary:
when something is written, when a transaction is open, when the copy does not answer. Without the setting there is one
database and no router.
"""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

ALIAS = "replica"
LOG = logging.getLogger(__name__)
# Seconds until a copy that did not answer is asked again.
REST = 10
# Wagtail keeps what it reads of these in the cache of all machines for an hour: nothing of yesterday gets in there.
FIRST_HAND = {"wagtailcore.site"}
_is_chosen: ContextVar[bool] = ContextVar("replica", default=False)
_rests_until = 0.0


@contextmanager
def asked(*, by_nobody: bool) -> Iterator[None]:
    """What is read inside may come from the copy, where the request is nobody's in particular."""
    token = _is_chosen.set(by_nobody and ALIAS in connections.settings and time.monotonic() >= _rests_until)
    try:
        yield
    finally:
        _is_chosen.reset(token)


def leave() -> None:
    """Read from the primary for the rest of this request."""
    _is_chosen.set(False)


def give_up() -> None:
    """The copy did not answer: nobody asks it for a while."""
    global _rests_until
    LOG.warning("The replica does not answer; the primary is asked for %s seconds.", REST)
    _rests_until = time.monotonic() + REST
    connections[ALIAS].close()
    leave()


def alias() -> str:
    """The name of the database that is read from now."""
    may = _is_chosen.get() and not connections[DEFAULT_DB_ALIAS].in_atomic_block
    return ALIAS if may else DEFAULT_DB_ALIAS


def connection() -> BaseDatabaseWrapper:
    """For statements of one's own that only read, as the router does for those of models."""
    return connections[alias()]


def every() -> list[BaseDatabaseWrapper]:
    """All that this request may read from."""
    return [connections[name] for name in connections.settings]


class Router:
    """Asked by Django before each query of a model."""

    def db_for_read(self, model, **hints) -> str:
        return DEFAULT_DB_ALIAS if model._meta.label_lower in FIRST_HAND else alias()

    def db_for_write(self, model, **hints) -> str:
        # Whoever writes reads what they wrote.
        leave()
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one, other, **hints) -> bool:
        return True

    def allow_migrate(self, db, app_label, **hints) -> bool | None:
        return False if db == ALIAS else None
