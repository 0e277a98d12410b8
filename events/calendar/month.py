"""The month as a grid of weeks, Monday first, in the shape that components/month_grid.html wants."""

from calendar import Calendar
from collections import defaultdict
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from events import wording
from events.calendar.found import CHOICES, Asked, fits, groups, names, values_of, worded
from events.calendar.rows import row
from events.models.event import Event
from portal.language import times

TONES = {"sale": "b", "info": "b", "accent": "c", "loan": "c", "gift": "d"}
FIRST_YEAR, LAST_YEAR = 2000, 2100


def month_grid(asked: Asked, now=None) -> dict:
    """Context of the grid: weeks of days with their events, and those of this month whose date is still open."""
    today = timezone.localdate(now or timezone.now())
    year, number = asked.month or (today.year, today.month)
    first = date(year, number, 1)
    after = _next(first)
    touching = Event.objects.public().between(_midnight(first), _midnight(after)).order_by("starts_at", "pk")
    events = list(worded(touching, asked.q).for_rows())
    keys = [_key(event) for event in events]
    tests = {name: (values_of(name), asked.chosen.get(name, set())) for name in CHOICES}
    shown = [event for event, key in zip(events, keys, strict=True) if fits(key, tests)]
    days = _by_day([event for event in shown if not event.month_only])
    weeks = [[_day(day, number, today, days) for day in week] for week in Calendar().monthdatescalendar(year, number)]
    return {
        "title": times.month(first),
        "caption": _("Events in %(month)s") % {"month": times.month(first)},
        "weeks": weeks,
        "open_dates": [row(event, now=now) for event in shown if event.month_only],
        "previous": _address(first - timedelta(days=1)),
        "next": _address(after),
        "today": _address(today) if (year, number) != (today.year, today.month) else "",
        "groups": groups(keys, tests),
        "filters": asked.filters,
        "result": wording.number_of_events(len(shown)),
    }


def _key(event: Event) -> dict:
    """The same keys that lists are filtered by."""
    section = event.section
    words = [event.format.name, section and section.name]
    return dict(zip(names(), words, strict=True)) | {
        "format__slug": event.format.slug,
        "section__slug": section and section.slug,
        "mode": event.mode,
        "district": event.district,
        "languages": event.languages,
        "audience": event.audience,
        "n": 1,
    }


def _by_day(events: list[Event]) -> dict[date, list[dict]]:
    """Every event on each of its days, with the time on the first."""
    days = defaultdict(list)
    for event in events:
        first, last = timezone.localdate(event.starts_at), timezone.localdate(times.last_instant(event.ends_at))
        for offset in range(min((last - first).days, 60) + 1):
            days[first + timedelta(days=offset)].append(_entry(event, with_time=offset == 0))
    return days


def _entry(event: Event, *, with_time: bool) -> dict:
    return {
        "url": event.page.url,
        "title": event.page.title,
        "time": times.short_clock(event.starts_at) if with_time else "",
        "tone": TONES.get(event.format.tone, ""),
        "off": event.is_cancelled,
    }


def _day(day: date, month: int, today: date, days: dict) -> dict:
    return {"date": day, "in_month": day.month == month, "is_today": day == today, "events": days.get(day, [])}


def _next(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def _address(day: date) -> str:
    """The query for the month of `day`; empty beyond the calendar."""
    return f"{day:%Y-%m}" if FIRST_YEAR <= day.year <= LAST_YEAR else ""


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
