"""The list of events: upcoming or archive, filtered, in pages of twenty; counts beside every filter.

One light query fetches the keys by which lists are filtered and counted; only the rows of the page shown are loaded.
"""

from collections import Counter
from dataclasses import dataclass, field

from django.apps import apps
from django.conf import settings
from django.core.paginator import Paginator
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
KEYS = ("pk", "starts_at", *CHOICES.values())
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
    keys = list(worded(events, asked.q).values(*KEYS, *names()))
    time = _year_of if archive else _month_of
    wanted = {str(asked.year)} if archive and asked.year else {_written(asked.month)} if asked.month else set()
    tests = {**{name: (values_of(name), asked.chosen.get(name, set())) for name in CHOICES}, "time": (time, wanted)}
    page = Paginator([key["pk"] for key in keys if fits(key, tests)], PER_PAGE).get_page(asked.page)
    by_key = {event.pk: event for event in Event.objects.filter(pk__in=list(page)).for_rows()}
    return {
        "page_of_events": page,
        "months": _by_month([by_key[pk] for pk in page if pk in by_key], now),
        "groups": [*groups(keys, tests), _times(keys, tests, archive)],
        "filters": asked.filters,
        "result": wording.number_of_events(page.paginator.count),
    }


def worded(events, q: str):
    """Those `events` whose page in the reader's language has the words of `q`."""
    if not q:
        return events
    mine = Locale.objects.filter(language_code=current())
    pages = apps.get_model("events.EventPage").objects.live().filter(locale__in=mine)
    backend = get_search_backend()
    found = list(backend.search(q, pages)) or list(backend.loosely(q, pages))
    return events.filter(pk__in=[page.event_id for page in found])


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
        counts = Counter(value for key in keys if fits(key, tests, but=name) for value in of(key))
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
    of, wanted = tests["time"]
    counts = Counter(of(key)[0] for key in keys if fits(key, tests, but="time"))
    moments = {of(key)[0]: key["starts_at"] for key in keys}
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


def _month_of(key: dict) -> tuple[str]:
    return (timezone.localtime(key["starts_at"]).strftime("%Y-%m"),)


def _year_of(key: dict) -> tuple[str]:
    return (str(timezone.localtime(key["starts_at"]).year),)


def _month(text: str) -> tuple[int, int] | None:
    year, _dash, month = text.partition("-")
    number = int(month) if len(month) == 2 and month.isascii() and month.isdigit() else 0
    return (_year(year), number) if _year(year) and 1 <= number <= 12 else None


def _year(text: str) -> int | None:
    ok = len(text) == 4 and text.isascii() and text.isdigit() and 2000 <= int(text) <= 2100
    return int(text) if ok else None


def _written(month: tuple[int, int]) -> str:
    return f"{month[0]}-{month[1]:02d}"
