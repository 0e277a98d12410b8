"""The list of events: upcoming or archive, filtered, in pages of twenty; counts beside every filter.

One light query counts the events by all that lists are filtered by: those of ten years differ in some
hundred ways. Only the rows of the page shown are loaded.
"""

from collections import Counter
from dataclasses import dataclass, field

from django.apps import apps
from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import Count, F, Func, Min, TextField, Value
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Locale
from wagtail.search.backends import get_search_backend

from events import wording
from events.calendar.rows import row
from events.kinds import Mode
from events.models.event import Event
from home.found import facets
from home.region.districts import DISTRICTS
from portal.accounts.kinds import TargetGroup
from portal.language import times
from portal.language.languages import current
from portal.lexicon.terms import MOST_SIGNS

PER_PAGE = 20
# The filters, and the column that each one asks.
CHOICES = {
    "format": "format__slug",
    "section": "section__slug",
    "mode": "mode",
    "district": "district",
    "language": "languages",
    "audience": "audience",
}
# And how one asks for several of its values at once.
AMONG = {
    name: f"{column}__overlap" if column in ("languages", "audience") else f"{column}__in"
    for name, column in CHOICES.items()
}
VIEWS = ("list", "month", "archive")


@dataclass(frozen=True)
class Asked:
    """What the address asks for; anything that makes no sense is ignored."""

    view: str = "list"
    month: tuple[int, int] | None = None
    year: int | None = None
    page: str = "1"
    q: str = ""
    chosen: dict[str, set[str]] = field(default_factory=dict)

    @classmethod
    def from_query(cls, query) -> "Asked":
        view = query.get("view")
        return cls(
            view=view if view in VIEWS else "list",
            month=_month(query.get("month", "")),
            year=_year(query.get("year", "")),
            page=query.get("page", "1"),
            q=" ".join(query.get("q", "")[:MOST_SIGNS].split()),
            chosen={name: set(filter(None, query.getlist(name)[:50])) for name in CHOICES},
        )

    @property
    def filters(self) -> int:
        return sum(map(len, self.chosen.values())) + bool(self.year) + bool(self.month and self.view == "list")


def event_list(asked: Asked, now=None) -> dict:
    """Context of the list: rows, page, filters with counts, the sentence that says how many."""
    now = now or timezone.now()
    archive = asked.view == "archive"
    events = Event.objects.public().past(now) if archive else Event.objects.public().upcoming(now)
    events = worded(events, asked.q)
    keys = _keys(events, archive)
    wanted = {str(asked.year)} if archive and asked.year else {_written(asked.month)} if asked.month else set()
    chosen = {name: asked.chosen.get(name, set()) for name in CHOICES}
    tests = {**{name: (values_of(name), chosen[name]) for name in CHOICES}, "time": (_time_of, wanted)}
    found = events.filter(**{AMONG[name]: sorted(values) for name, values in chosen.items() if values})
    if wanted:
        found = found.annotate(time=_time(archive)).filter(time__in=wanted)
    number = sum(key["n"] for key in keys if fits(key, tests))
    page = _Counted(found.for_rows(), number).get_page(asked.page)
    return {
        "page_of_events": page,
        "months": _by_month(list(page), now),
        "groups": [*groups(keys, tests), _times(keys, tests, archive)],
        "filters": asked.filters,
        "result": wording.number_of_events(number),
    }


class _Counted(Paginator):
    """A paginator that knows its count already."""

    def __init__(self, rows, count: int):
        super().__init__(rows, PER_PAGE)
        self.count = count


def _keys(events, archive: bool) -> list[dict]:
    """In how many ways `events` answer the filters, in the order of their times, and how many (`n`) in each."""
    columns = (*CHOICES.values(), *names(), "time")
    ways = events.order_by().annotate(time=_time(archive)).values(*columns)
    ways = ways.annotate(n=Count("pk"), starts_at=Min("starts_at"))
    return sorted(ways, key=lambda key: key["time"], reverse=archive)


def _time(archive: bool) -> Func:
    """The year of the archive, the month of the list, on the clock of the region."""
    zone = Value(timezone.get_current_timezone_name())
    begins = Func(zone, F("starts_at"), function="timezone", output_field=TextField())
    return Func(begins, Value("YYYY" if archive else "YYYY-MM"), function="to_char", output_field=TextField())


def worded(events, q: str):
    """Those `events` whose page in the reader's language has the words of `q`."""
    if not q:
        return events
    mine = Locale.objects.filter(language_code=current())
    pages = apps.get_model("events.EventPage").objects.live().filter(locale__in=mine)
    backend = get_search_backend()
    found = backend.unranked(q, pages)
    if not found.exists():
        found = backend.unranked(q, pages, loose=True)
    return events.filter(pk__in=found.values("event"))


def names() -> tuple[str, ...]:
    """Columns with the words beside the filters, in the reader's language."""
    return f"format__name_{current()}", f"section__name_{current()}"


def fits(key: dict, tests: dict, but: str = "") -> bool:
    """Whether an event passes all filters, leaving out the one named `but`."""
    return all(not wanted or wanted.intersection(of(key)) for name, (of, wanted) in tests.items() if name != but)


def values_of(name: str):
    """How an event answers a filter: its values, none where it says nothing, several languages and audiences."""
    column = CHOICES[name]

    def values(key: dict) -> tuple[str, ...]:
        found = key[column]
        return tuple(found) if isinstance(found, list) else tuple(filter(None, [found]))

    return values


def groups(keys: list[dict], tests: dict) -> list[dict]:
    """The filters that have something to choose from. Counts are those under the other filters."""
    found = []
    for name, title in _titles().items():
        of, wanted = tests[name]
        words = {value: _label(name, value, key) for key in keys for value in of(key)}
        counts = _counted(keys, tests, name)
        rows = [(value, words[value], counts[value]) for value in sorted(words, key=words.get)]
        if len(rows) > 1 or wanted:
            found.append(facets.group(title, name, rows, wanted, open_=name == "format"))
    return found


def _titles() -> dict[str, str]:
    return {
        "format": _("Format"),
        "section": _("Section"),
        "mode": _("Place"),
        "district": _("Region"),
        "language": _("Language of the event"),
        "audience": _("For whom"),
    }


def _label(name: str, value: str, key: dict) -> str:
    closed = {"mode": Mode, "audience": TargetGroup}
    if name in closed:
        return str(closed[name](value).label)
    if name == "district":
        return DISTRICTS.get(value, value)
    if name == "language":
        return str(dict(settings.LANGUAGES).get(value, value))
    return key[f"{name}__name_{current()}"]


def _times(keys: list[dict], tests: dict, archive: bool) -> dict:
    wanted, counts = tests["time"][1], _counted(keys, tests, "time")
    moments = {key["time"]: key["starts_at"] for key in keys}
    rows = [(value, value if archive else times.month(moments[value]), counts[value]) for value in moments]
    label, name = (_("Year"), "year") if archive else (_("Month"), "month")
    return facets.group(label, name, rows, wanted, kind="radio", open_=archive)


def _by_month(events: list[Event], now) -> list[dict]:
    """Rows under the name of their month."""
    months: list[dict] = []
    for event in events:
        title = times.month(event.starts_at)
        if not months or months[-1]["title"] != title:
            months.append({"title": title, "rows": []})
        months[-1]["rows"].append(row(event, now=now))
    return months


def _time_of(key: dict) -> tuple[str]:
    return (key["time"],)


def _counted(keys: list[dict], tests: dict, name: str) -> Counter:
    """How many have each value of one filter, under the others."""
    of, counts = tests[name][0], Counter()
    for key in keys:
        if fits(key, tests, but=name):
            counts.update(dict.fromkeys(of(key), key["n"]))
    return counts


def _month(text: str) -> tuple[int, int] | None:
    year, _dash, month = text.partition("-")
    number = int(month) if len(month) == 2 and month.isascii() and month.isdigit() else 0
    return (_year(year), number) if _year(year) and 1 <= number <= 12 else None


def _year(text: str) -> int | None:
    ok = len(text) == 4 and text.isascii() and text.isdigit() and 2000 <= int(text) <= 2100
    return int(text) if ok else None


def _written(month: tuple[int, int]) -> str:
    return f"{month[0]}-{month[1]:02d}"
