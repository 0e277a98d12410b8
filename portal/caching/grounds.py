"""What is read while something is made: the tables that its queries name, and until when the clock leaves it as it is.

Nobody has to say it: it is taken from the questions that go to the database.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from datetime import datetime, timedelta
from functools import lru_cache

from django.utils import timezone

from portal import sockets
from portal.caching import stamps
from portal.database import replica

# What Django and Wagtail keep by themselves (sites, roots, languages, cuts of images) asks no question.
ALWAYS = frozenset(
    {
        "media_portalimage",
        "media_portalrendition",
        "wagtailcore_locale",
        "wagtailcore_page",
        "wagtailcore_pageviewrestriction",
        "wagtailcore_site",
    }
)
# Calendars are drawn in quarters of an hour, and whatever ends at midnight ends with one.
QUARTER = timedelta(minutes=15)
_WORD = re.compile(r"[a-z_][a-z0-9_]*")
_watching: ContextVar[tuple["Grounds", ...]] = ContextVar("watching", default=())


class Grounds:
    """`begun`: the moment before the first question as the database knows it, None: not known; `at`: the same on the
    clock; `values`: what was fetched from memory meanwhile, under its key.
    """

    def __init__(self, begun: bytes | None = None, at: datetime | None = None):
        self.begun = begun
        self.at = at or timezone.now()
        self.questions: set[str] = set()
        self.known: set[str] = set(ALWAYS)
        self.is_understood = True
        self.values: dict = {}

    def __call__(self, execute, sql, params, many, context):
        """Django's wrapper around each question."""
        if isinstance(sql, str):
            self.questions.add(sql)
        else:
            self.is_understood = False
        if str(sql).lstrip()[:6].upper() != "SELECT":
            # What this request writes, it reads anew.
            self.values.clear()
        return execute(sql, params, many, context)

    @property
    def names(self) -> frozenset[str]:
        """The tables it stands on."""
        return frozenset(self.known).union(*map(named_in, tuple(self.questions)))

    @property
    def may_be_kept(self) -> bool:
        """Whether every change of what was read will be noted."""
        watched = stamps.tables()
        return self.is_understood and all(watched.get(name) for name in self.names)

    def ends_at(self) -> datetime:
        """When the clock makes something else of it: the next quarter of an hour, or what an app knows of (`turns`).

        Counted from when it was begun: what turned while it was made ends at once.
        """
        names = self.names
        moments = [_next_quarter(self.at), *(turn(self.at) for name, turn in _turns() if name in names)]
        return min(moment for moment in moments if moment is not None)


@lru_cache(maxsize=5_000)
def named_in(sql: str) -> frozenset[str]:
    """The tables that a question names, wherever."""
    return frozenset(stamps.tables().keys() & set(_WORD.findall(sql.lower())))


@contextmanager
def watched(begun: bytes | None = None, at: datetime | None = None) -> Iterator[Grounds]:
    """Note what is read inside; whoever watches outside notes it as well."""
    grounds = Grounds(begun, at)
    before = _watching.get()
    token = _watching.set((*before, grounds))
    try:
        with ExitStack() as wrapped:
            for server in replica.every():
                wrapped.enter_context(server.execute_wrapper(grounds))
            yield grounds
    finally:
        _watching.reset(token)


def also(names: frozenset[str]) -> None:
    """What was taken from memory stands on these tables: all who watch note them."""
    for grounds in _watching.get():
        grounds.known |= names


def here() -> Grounds | None:
    """The grounds of the whole request, None outside of one."""
    return next(iter(_watching.get()), None)


def innermost() -> Grounds | None:
    """The grounds of what is being made just now."""
    return next(reversed(_watching.get()), None)


def _next_quarter(now: datetime) -> datetime:
    begun = now.replace(minute=now.minute - now.minute % 15, second=0, microsecond=0)
    return begun + QUARTER


def _turns() -> list[tuple[str, Callable[[datetime], datetime | None]]]:
    return [pair for module in sockets.modules("turns") for pair in module.TURNS.items()]
