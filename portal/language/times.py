"""Days and times as visitors read them: always Berlin's, in their language, one shape for one moment in every room.

Where a reader acts on a time, its zone is told with it; the `short_` ones leave it out, for lists and narrow columns.
A date that has no time of its own (of a piece of news, of a receipt) and the admin's tables keep Django's formats.
"""

from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.dateformat import format as formatted
from django.utils.dateformat import time_format
from django.utils.translation import pgettext


def end_of_day(at: datetime) -> datetime:
    """The last minute of Berlin's day: deadlines counted in days end there, not at the hour at which they began."""
    return timezone.localtime(at).replace(hour=23, minute=59, second=0, microsecond=0)


def zone(at: datetime) -> str:
    """MEZ in winter, MESZ in summer."""
    summer = bool(timezone.localtime(at).dst())
    return pgettext("time zone", "CEST") if summer else pgettext("time zone", "CET")


def day(on: date | datetime) -> str:
    """Donnerstag, 21. Januar 2027."""
    return formatted(_here(on), pgettext("date pattern", "l, j F Y"))


def near_day(on: date | datetime) -> str:
    """Donnerstag, 21. Januar, for a day so near that nobody asks for the year."""
    return formatted(_here(on), pgettext("date pattern", "l, j F"))


def short_day(on: date | datetime) -> str:
    """21. Jan. 2027."""
    return formatted(_here(on), pgettext("date pattern", "j M Y"))


def weekday(on: date | datetime) -> str:
    """Donnerstag."""
    return formatted(_here(on), "l")


def month(on: date | datetime) -> str:
    """Januar 2027."""
    return formatted(_here(on), "F Y")


def clock(at: datetime | time) -> str:
    """9:30 Uhr."""
    return _of_the_clock(short_clock(at))


def short_clock(at: datetime | time) -> str:
    """9:30, where there is little room."""
    return time_format(_here(at), "G:i")


def moment(at: datetime) -> str:
    """Donnerstag, 21. Januar 2027, 9:30 Uhr (MEZ)."""
    return f"{day(at)}, {clock(at)} ({zone(at)})"


def short_moment(at: datetime) -> str:
    """21. Jan. 2027, 9:30 Uhr."""
    return f"{short_day(at)}, {clock(at)}"


def days(first: datetime, last: datetime) -> str:
    """The day, or the first and the last."""
    return day(first) if on_one_day(first, last) else f"{day(first)} – {day(last_instant(last))}"


def hours(first: datetime, last: datetime) -> str:
    """9:30–17:00 Uhr (MEZ); both ends with their zone where the clocks change in between."""
    if zone(first) != zone(last):
        return " – ".join(f"{clock(at)} ({zone(at)})" for at in (first, last))
    return f"{short_hours(first, last)} ({zone(first)})"


def short_hours(first: datetime | time, last: datetime | time) -> str:
    """9:30–17:00 Uhr, for lists."""
    return _of_the_clock(f"{short_clock(first)}–{short_clock(last)}")


def span(first: datetime, last: datetime) -> str:
    """One stretch of time: the day with its hours; over several days the moments of its ends."""
    if on_one_day(first, last):
        return f"{day(first)}, {hours(first, last)}"
    begin = moment(first) if zone(first) != zone(last) else f"{day(first)}, {clock(first)}"
    return f"{begin} – {moment(last)}"


def short_span(first: datetime, last: datetime) -> str:
    """21. Jan. 2027, 9:30–17:00 Uhr, for a narrow column; over several days both ends, and their year once."""
    if on_one_day(first, last):
        return f"{short_day(first)}, {short_hours(first, last)}"
    is_one_year = _here(first).year == _here(last).year
    begin = formatted(_here(first), pgettext("date pattern", "j M")) if is_one_year else short_day(first)
    return f"{begin}, {short_clock(first)} – {short_moment(last)}"


def last_instant(ends_at: datetime) -> datetime:
    """What ends at midnight ends on the day before."""
    return ends_at - timedelta(microseconds=1)


def on_one_day(first: datetime, last: datetime) -> bool:
    """Midnight still belongs to the evening before."""
    return timezone.localdate(first) == timezone.localdate(last_instant(last))


def _of_the_clock(times: str) -> str:
    return pgettext("time of day", "%(time)s") % {"time": times}


def _here(value: date | datetime | time) -> date | datetime | time:
    return timezone.localtime(value) if isinstance(value, datetime) else value
