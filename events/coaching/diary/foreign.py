"""Reads a calendar that another program wrote: Outlook, Exchange, Google, Apple.

Each entry is read by itself: a bad one spoils no other and is named. A library expands the series; what would keep it
counting is not handed to it. Times without a zone, or in one that nobody knows, are Berlin's.
"""

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from math import prod
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import recurring_ical_events
from icalendar import Calendar, Event, Timezone, vPeriod
from icalendar.timezone import tzp

from events.coaching.diary import cutting
from events.coaching.refusals import NotACalendar, TooBig
from portal.files.calendars import BERLIN, plain

DAY = timedelta(days=1)
AHEAD = timedelta(days=400)
MOST = 3000
MOST_OF_A_RULE = 200_000
SECONDS = 20
MOST_UNREAD, LONGEST_TITLE = 20, 80
# Finer rules would be a way to keep us counting, and nobody meets that often.
CALM = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
WITHIN_A_DAY = ("BYHOUR", "BYMINUTE", "BYSECOND")
# Without them nobody knows when an entry is.
TIMES = {"DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"}
# Exchange writes this name without saying what it means.
EXCHANGE_UTC = """BEGIN:VTIMEZONE
TZID:tzone://Microsoft/Utc
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0000
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE
"""

Span = tuple[datetime, datetime]


@dataclass(frozen=True)
class Reading:
    """Spans in order, merged where they touch; the titles of what could not be read, empty where there is none."""

    spans: list[Span]
    unread: list[str]


def read(content: bytes, *, now: datetime, but: set[str] = frozenset()) -> Reading:
    """When the file says busy, from `now` to 400 days ahead; entries whose UID is in `but` count for nothing.

    Raises NotACalendar, and TooBig for what takes longer than 20 seconds.
    """
    pieces = cutting.pieces(content)
    if not pieces:
        raise NotACalendar
    deadline = time.monotonic() + SECONDS
    spans: list[Span] = []
    unread: list[str] = []
    for piece in pieces:
        _learn_zones(piece.zones)
        for series in _series(piece.entries, but, unread):
            with _named(_title(series[0]), unread):
                spans += _expanded(series, piece.zone, now)
            if time.monotonic() > deadline:
                raise TooBig
        for value in _busy_values(piece.free_busy):
            with _named(value, unread):
                spans.append(_period(value))
    ahead = [(start, end) for start, end in spans if now < end and start < now + AHEAD and start < end]
    return Reading(_merged(ahead)[:MOST], list(dict.fromkeys(unread))[:MOST_UNREAD])


@contextmanager
def _named(title: str, unread: list[str]) -> Iterator[None]:
    try:
        yield
    except Exception:  # noqa: BLE001 a foreign entry may break the parser or the library anywhere
        unread.append(plain(title)[:LONGEST_TITLE])


def _learn_zones(zones: Iterable[str]) -> None:
    # The library remembers foreign zones by name for ever, and everybody's "Custom" is another one.
    tzp.use_default()
    for text in (*zones, EXCHANGE_UTC):
        with suppress(Exception):
            Timezone.from_ical(text)


def _series(entries: list[str], but: set[str], unread: list[str]) -> Iterable[list[Event]]:
    """The entries that can be read, those of one series together."""
    series: dict[str, list[Event]] = defaultdict(list)
    for number, text in enumerate(entries):
        with _named(cutting.title_of(text), unread):
            entry = _entry(text)
            series[str(entry.get("uid", "")) or f"without {number}"].append(entry)
    return [entries for uid, entries in series.items() if uid not in but]


def _entry(text: str) -> Event:
    entry = Event.from_ical(text)
    if entry.get("dtstart") is None or TIMES & {name for name, _error in entry.errors}:
        raise ValueError("its time cannot be read")
    return entry


def _title(entry: Event) -> str:
    return str(entry.get("summary", ""))


def _expanded(series: list[Event], zone: str, now: datetime) -> list[Span]:
    calendar = Calendar()
    if _is_zone(zone):
        calendar.add("x-wr-timezone", zone)
    for entry in series:
        _check_rules(entry, now)
        calendar.add_component(entry)
    here = now.astimezone(BERLIN)
    found = recurring_ical_events.of(calendar).between(here - DAY, here + AHEAD + DAY)
    return [(_instant(one.start), _instant(one.end)) for one in found if _is_busy(one)]


def _is_zone(name: str) -> bool:
    try:
        return bool(name) and bool(ZoneInfo(name))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def _check_rules(entry: Event, now: datetime) -> None:
    days = max(1, (now + AHEAD - _instant(entry.start)).days)
    for rule in entry.rrules:
        times_a_day = prod(len(rule.get(part, [0])) for part in WITHIN_A_DAY)
        is_calm = {str(one).upper() for one in rule.get("FREQ", [])} <= CALM and min(rule.get("INTERVAL", [1])) > 0
        if not is_calm or days * times_a_day > MOST_OF_A_RULE:
            raise ValueError("a rule that has too many dates")


def _is_busy(entry: Event) -> bool:
    is_free = str(entry.get("transp", "")).upper() == "TRANSPARENT"
    is_free |= str(entry.get("x-microsoft-cdo-busystatus", "")).upper() == "FREE"
    return not is_free and str(entry.get("status", "")).upper() != "CANCELLED"


def _busy_values(parts: list[str]) -> Iterator[str]:
    """Every period of the FREEBUSY lines that are not said to be free (RFC 5545, 3.8.2.6)."""
    for line in (line for text in parts for line in text.split("\r\n")):
        head, _, values = line.partition(":")
        name, *parameters = head.upper().split(";")
        if name == "FREEBUSY" and "FBTYPE=FREE" not in parameters:
            yield from values.split(",")


def _period(value: str) -> Span:
    start, end = vPeriod.from_ical(value.strip())
    return _instant(start), _instant(start + end if isinstance(end, timedelta) else end)


def _instant(value: date | datetime) -> datetime:
    if not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day)
    return (value if value.tzinfo else value.replace(tzinfo=BERLIN)).astimezone(UTC)


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
