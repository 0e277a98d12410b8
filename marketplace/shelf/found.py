"""The list of listings: what was asked for, counts beside every filter, one page of results.

All counts come from one statement with grouping sets; each filter's counts heed the other filters, not itself, so
that they tell what one more tick would bring.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta
from django.core.exceptions import EmptyResultSet
from django.core.paginator import Paginator
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _

from home.region.districts import DISTRICTS
from marketplace.availability import grid, holding, opening, periods
from marketplace.kinds import Audience, Condition, Kind
from marketplace.models import Listing
from marketplace.search import query as search
from portal.caching.remember import remembered
from portal.database import replica
from portal.language import languages, times
from portal.language.typed import is_of_our_time

PER_PAGE = 12
LAST_PAGE = 50
ORDERS = ("relevance", "newest", "price")
FACETS = {
    "kind": "kind",
    "category": "category_id",
    "institution": "institution_id",
    "city": "city",
    "condition": "condition",
}
# What `grouping()` says on the rows of a facet: a bit for each column, the last one lowest, set where it is left out.
LEVELS = {name: 2 ** len(FACETS) - 1 - 2**place for place, name in enumerate(reversed(FACETS))}


@dataclass(frozen=True)
class Wish:
    """What the query of an address asks for; whatever makes no sense in it is left out."""

    q: str = ""
    kind: str = ""
    category: tuple[str, ...] = ()
    institution: tuple[str, ...] = ()
    city: tuple[str, ...] = ()
    condition: tuple[str, ...] = ()
    district: tuple[str, ...] = ()
    free_from: datetime | None = None
    free_to: datetime | None = None
    # What is wrong with the times asked for, and how they were written; then they count for nothing.
    free_problem: str = ""
    free_typed: tuple[str, str] = ("", "")
    order: str = "newest"
    page: str = "1"

    @classmethod
    def read(cls, asked) -> "Wish":
        typed = asked.get("free_from", "").strip()[:40], asked.get("free_to", "").strip()[:40]
        start, end, problem = _free(*typed)
        return cls(
            q=" ".join(asked.get("q", "")[: search.MOST_SIGNS].split()),
            kind=asked.get("kind", "") if asked.get("kind") in Kind.values else "",
            category=_several(asked, "category"),
            institution=_several(asked, "institution"),
            city=_several(asked, "city"),
            condition=tuple(value for value in _several(asked, "condition") if value in Condition.values),
            district=tuple(ags for ags in _several(asked, "district") if ags in DISTRICTS),
            free_from=start,
            free_to=end,
            free_problem=problem,
            free_typed=typed if problem else ("", ""),
            order=_wished_order(asked),
            page=asked.get("page", "1"),
        )


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    count: int


@dataclass
class Shelf:
    """What was found. `choices` maps a facet to its values, the most frequent first."""

    wish: Wish
    total: int
    everything: int
    choices: dict[str, list[Choice]] = field(default_factory=dict)
    page: object = None
    suggestion: str = ""
    loose: bool = False


def look(wish: Wish, *, groups: Iterable[str] | None = None, user=None, now: datetime | None = None) -> Shelf:
    """`groups`: values of `Audience` that the reader belongs to, None: not known; who asks when something is free is
    shown what is offered to them. `user` as in `on_offer`."""
    now = now or timezone.now()
    asked = search.find(on_offer(now, user), wish.q)
    found = asked.rows
    if wish.district:
        found = found.filter(district__in=wish.district)
    if wish.free_from:
        found = _open_then(holding.free_between(found, wish.free_from, wish.free_to), wish, now)
        if groups is not None:
            found = found.filter(_for_everybody() | Q(audience__overlap=list(groups)))
    is_for_everybody = user is None or not user.is_authenticated
    shelf = _count(found, wish, today=timezone.localdate(now), is_for_everybody=is_for_everybody)
    shelf.suggestion, shelf.loose = asked.suggestion, asked.loose
    ordered = _chosen(found, wish).order_by(*_order(wish.order, asked)).for_display()
    ordered = ordered.prefetch_related("resource__photo__renditions")
    ordered = grid.with_calendar(ordered, now=now)
    shelf.page = _Counted(ordered, shelf.total).get_page(wish.page)
    return shelf


def on_offer(now: datetime, user=None):
    """Released, not expired, not sold or given away, and found by `user`, None: by everybody."""
    return Listing.objects.current(timezone.localdate(now)).shown_to(user).exclude(pk__in=holding.gone())


def instant(text: str, *, ends: bool = False) -> datetime | None:
    """`2027-01-12T10:00` or a whole day in the region's time; None for anything else."""
    try:
        moment = parse_datetime(text) if len(text) > 10 else None
        day = None if moment else parse_date(text)
    except ValueError:
        return None
    if day:
        moment = datetime.combine(day + timedelta(days=1) if ends and day < date.max else day, time())
    if moment is None or not is_of_our_time(moment):
        return None
    return moment if timezone.is_aware(moment) else timezone.make_aware(moment)


def _for_everybody() -> Q:
    return Q(institutions_only=False, audience__contains=Audience.values)


class _Counted(Paginator):
    """A paginator that knows its count already and does not go deep: far pages cost the database dearly."""

    def __init__(self, listings, count: int):
        super().__init__(listings, PER_PAGE)
        self.count = min(count, PER_PAGE * LAST_PAGE)


def _free(begin: str, end: str) -> tuple[datetime | None, datetime | None, str]:
    """Both times, or none and why."""
    if not begin and not end:
        return None, None, ""
    if not (begin and end):
        return None, None, _("Please enter both times: from when and until when.")
    start, until = instant(begin), instant(end, ends=True)
    if start is None or until is None:
        return None, None, _("Please write the times like 2027-01-12T10:00, or whole days like 2027-01-12.")
    return (start, until, "") if start < until else (None, None, _("The end must be after the start."))


def _several(asked, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value[:100] for value in asked.getlist(name)[:50] if value))


def _wished_order(asked) -> str:
    """Whoever asks for something by words wants the best match first, whoever looks around what is new."""
    usual = "relevance" if asked.get("q", "").strip() else "newest"
    wished = asked.get("order") if asked.get("order") in ORDERS else usual
    return usual if wished == "relevance" else wished


def _order(name: str, asked: search.Found) -> tuple:
    newest = (F("released_at").desc(), F("id").desc())
    if name == "price":
        return (Coalesce("price", "hourly", "daily").asc(nulls_last=True), *newest)
    if name == "relevance":
        return (search.relevance(asked.words, loose=asked.loose), *newest)
    return newest


def _chosen(found, wish: Wish):
    filters = {
        "kind": wish.kind,
        "category__slug__in": wish.category,
        "institution__slug__in": wish.institution,
        "city__in": wish.city,
        "condition__in": wish.condition,
    }
    return found.filter(**{name: value for name, value in filters.items() if value})


def _open_then(listings, wish: Wish, now: datetime):
    """Those that may be ordered for the wished time: its hours are open, its notice is kept, its length is allowed.

    Whole days ask for less than hours do, what is open at any time of each of them, but for each of them.
    """
    start, end = timezone.localtime(wish.free_from), timezone.localtime(wish.free_to)
    last = timezone.localtime(times.last_instant(wish.free_to))
    until_midnight = end.time() == opening.MIDNIGHT
    ahead = (start.date() - timezone.localdate(now)).days
    length = periods.hours(start, end)
    shortest = Q(min_hours__isnull=True) | Q(min_hours__lte=length)
    listings = listings.filter(shortest, lead_days__lte=max(ahead, 0))
    if start.time() == opening.MIDNIGHT and until_midnight:
        days = min((last.date() - start.date()).days + 1, 7)
        return listings.filter(_open_on(*((start + timedelta(days=n)).weekday() for n in range(days))))
    all_day = Q(opens_at__isnull=True) | Q(closes_at__isnull=True)
    open_late = all_day | Q(closes_at=opening.MIDNIGHT) | Q(closes_at__gte=opening.MINUTE_BEFORE)
    begins = all_day | (Q(opens_at__lte=start.time()) & (Q(closes_at__gt=start.time()) | open_late))
    if until_midnight:
        # The end of the day before, or the beginning of its own.
        early = all_day | Q(opens_at=opening.MIDNIGHT)
        ends = (open_late & _open_on(last.weekday())) | (early & _open_on(end.weekday()))
    else:
        ends = all_day | (Q(opens_at__lte=end.time()) & (Q(closes_at__gte=end.time()) | open_late))
        ends &= _open_on(end.weekday())
    longest = Q(max_hours__isnull=True) | Q(max_hours__gte=length)
    if length > 24:
        longest |= Q(daily__gt=0)
    return listings.filter(begins & _open_on(start.weekday()), ends, longest, _months(start, end))


def _open_on(*weekdays: int) -> Q:
    return Q(opening_days=[]) | Q(opening_days__contains=sorted(set(weekdays)))


def _months(start: datetime, end: datetime) -> Q:
    """The longest loan: as many months as bring the begin to the day of the end."""
    least = 0
    while start.date() + relativedelta(months=least) < end.date():
        least += 1
    return Q(loan_max_months__isnull=True) | Q(loan_max_months__gte=least)


def _count(found, wish: Wish, *, today: date, is_for_everybody: bool) -> Shelf:
    chosen = {name: getattr(wish, name) for name in FACETS}
    if is_for_everybody and not (wish.q.strip() or wish.district or wish.free_from):
        # What most look at: counted once until something on the shelf changes, however much lies there.
        key = f"shelf:{today}:{languages.current()}:{chosen}"
        rows = remembered(key, lambda: _ask(found, wish), shared=True)
    else:
        rows = _ask(found, wish)
    shelf = Shelf(wish=wish, total=0, everything=0, choices={name: [] for name in FACETS})
    for facet, value, label, count in rows:
        if facet is None:
            shelf.total = count
        elif value and count:
            shelf.choices[facet].append(Choice(value, label or value, count))
    shelf.everything = sum(choice.count for choice in shelf.choices["kind"])
    return shelf


def _ask(found, wish: Wish) -> list[tuple]:
    """(facet, value, label, count) rows; facet None is the total. One statement."""
    try:
        inner, params = found.order_by().values_list(*FACETS.values()).query.sql_with_params()
    except EmptyResultSet:  # the search words lead nowhere
        return []
    flags = {
        "kind": ("kind = %s", wish.kind),
        "category": ("category_id in (select id from marketplace_category where slug = any(%s))", wish.category),
        "institution": (
            "institution_id in (select id from accounts_institution where slug = any(%s))",
            wish.institution,
        ),
        "city": ("city = any(%s)", wish.city),
        "condition": ("condition = any(%s)", wish.condition),
    }
    tests, values = [], []
    for name, (test, value) in flags.items():
        tests.append(f"({test if value else 'true'}) as is_{name}")
        if value:
            values.append(value if isinstance(value, str) else list(value))
    all_flags = [f"is_{name}" for name in FACETS]
    counts = [f"count(*) filter (where {' and '.join(all_flags)}) as n_all"] + [
        f"count(*) filter (where {' and '.join(flag for flag in all_flags if flag != f'is_{name}')}) as n_{name}"
        for name in FACETS
    ]
    columns = ", ".join(FACETS.values())
    with replica.connection().cursor() as cursor:
        cursor.execute(
            _STATEMENT.format(
                inner=inner,
                columns=columns,
                tests=", ".join(tests),
                counts=", ".join(counts),
                sets=", ".join(f"({column})" for column in FACETS.values()),
                facet=_of_each({name: f"'{name}'" for name in FACETS}),
                value=_of_each({name: f"counted.{column}" for name, column in FACETS.items()} | _SLUGS),
                label=_of_each({name: column.format(language=languages.current()) for name, column in _NAMES.items()}),
                number=_of_each({name: f"n_{name}" for name in FACETS}, "n_all"),
            ),
            [*params, *values],
        )
        return cursor.fetchall()


def _of_each(said: dict[str, str], otherwise: str = "null") -> str:
    """SQL that says its own thing on the rows of each facet."""
    cases = " ".join(f"when {LEVELS[name]} then {sql}" for name, sql in said.items())
    return f"case level {cases} else {otherwise} end"


_SLUGS = {"category": "c.slug", "institution": "i.slug"}
_NAMES = {"category": "c.name_{language}", "institution": "i.name"}
_STATEMENT = """
with found({columns}) as ({inner}),
marked as (select {columns}, {tests} from found),
counted as (
    select grouping({columns}) as level, {columns}, {counts} from marked group by grouping sets ((), {sets})
)
select {facet} as facet, {value}, {label}, {number} as n
from counted
left join marketplace_category c on c.id = counted.category_id
left join accounts_institution i on i.id = counted.institution_id
order by n desc, 3, 2
"""
