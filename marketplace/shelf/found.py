"""The list of listings: what was asked for, counts beside every filter, one page of results."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from math import ceil

from dateutil.relativedelta import relativedelta
from django.core.paginator import Paginator
from django.db.models import F, Q, Subquery
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _

from home.region.districts import DISTRICTS
from marketplace.availability import grid, holding, opening, periods
from marketplace.kinds import FOR_A_PERIOD, Audience, Condition, Kind
from marketplace.models import Drawer, Listing, Place, Rule, Shelved
from marketplace.search import query as search
from marketplace.shelf import counting
from marketplace.shelf.counting import FACETS
from marketplace.shelf.keys import NoneOf, OneOf
from portal.caching.remember import remembered
from portal.language import languages, times
from portal.language.typed import is_of_our_time

PER_PAGE = 12
LAST_PAGE = 50
# Of more hits nobody is asked how well it fits: the steps of relevance are asked for one after the other.
MOST_RANKED = 500
# Among so many of the newest the first of a rank are looked for.
WINDOW = 2_000
NEWEST = F("newest").desc(), F("listing").desc()
WORDS = "words"
ORDERS = ("relevance", "newest", "price")


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
    lying = Shelved.objects.on_offer(timezone.localdate(now)).shown_to(user)
    asked = search.find(lying, wish.q, words=WORDS)
    found = lying
    # The few keys of the small tables are fetched first: as a list the database looks them up where it reads a row.
    if wish.district:
        found = found.filter(OneOf("place", _keys(Place.objects.filter(district__in=wish.district))))
    if wish.free_from:
        rules = _open_then(wish, now)
        if groups is not None:
            rules = rules.filter(_for_everybody() | Q(audience__overlap=list(groups)))
        taken = holding.taken_throughout(wish.free_from, wish.free_to)
        found = found.filter(OneOf("rule", _keys(rules)), NoneOf("listing", _keys(taken)))
    # Last, for it costs most.
    found = search.narrowed(found, asked, words=WORDS)
    is_for_everybody = user is None or not user.is_authenticated
    shelf = _count(found, wish, asked, today=timezone.localdate(now), is_for_everybody=is_for_everybody)
    chosen = _chosen(found, wish)

    def rows(first: int, last: int):
        listings = Listing.objects.filter(pk__in=_which(chosen, wish, asked, shelf.total, first, last))
        listings = listings.order_by(*_order(wish.order, asked, "shelved__")).for_display()
        return grid.with_calendar(listings.prefetch_related("resource__photo__renditions"), now=now)

    shelf.page = _Counted(rows, shelf.total).get_page(wish.page)
    return shelf


def on_offer(now: datetime, user=None):
    """Released, not expired, not sold or given away, and found by `user`, None: by everybody."""
    return Listing.objects.current(timezone.localdate(now)).shown_to(user).filter(shelved__is_out=True)


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
    """A paginator that knows its count already and does not go deep: far pages cost the database dearly.

    `rows` gives those from one place to another.
    """

    def __init__(self, rows: Callable[[int, int], Iterable[Listing]], count: int):
        super().__init__((), PER_PAGE)
        self._rows, self.count = rows, min(count, PER_PAGE * LAST_PAGE)

    def page(self, number):
        number = self.validate_number(number)
        first = (number - 1) * PER_PAGE
        return self._get_page(self._rows(first, min(first + PER_PAGE, self.count)), number, self)


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


def _order(name: str, asked: search.Found, prefix: str = "") -> tuple:
    """`prefix` leads from the rows to those of `Shelved`."""
    newest = (F(f"{prefix}newest").desc(), F(f"{prefix}listing").desc())
    if name == "price":
        return (F(f"{prefix}cost").asc(nulls_last=True), *newest)
    if name == "relevance":
        return (search.relevance(asked.words, loose=asked.loose, words=f"{prefix}words"), *newest)
    return newest


def _which(chosen, wish: Wish, asked: search.Found, total: int, first: int, last: int):
    """The keys of the listings from one place to another."""
    if wish.order != "relevance" or total <= MOST_RANKED:
        return chosen.order_by(*_order(wish.order, asked)).values("listing")[first:last]
    found: list[int] = []
    for rows in search.by_rank(chosen, asked, words=WORDS):
        if len(found) < last:
            found += _newest(rows, last - len(found))
    return found[first:last]


def _newest(rows, number: int) -> list[int]:
    """Keys of the first ones. Are many of this rank, they stand among the newest, however many there are; are few, the
    index of words has them in a moment. The database cannot know which, and would go through all.
    """
    recent = Shelved.objects.filter(is_out=True).order_by(*NEWEST).values("newest")[max(WINDOW, 4 * number) :][:1]
    found = _keys(rows.filter(newest__gt=Subquery(recent)).order_by(*NEWEST)[:number], "listing")
    if len(found) == number:
        return found
    in_no_index = F("newest") + timedelta(0)
    return _keys(rows.order_by(in_no_index.desc(), F("listing").desc())[:number], "listing")


def _keys(rows, field: str = "pk") -> list[int]:
    return list(rows.values_list(field, flat=True))


def _chosen(found, wish: Wish):
    wanted = {
        "drawer__in": (
            Drawer.objects,
            {"kind": wish.kind, "category__slug__in": wish.category, "condition__in": wish.condition},
        ),
        "place__in": (Place.objects, {"institution__slug__in": wish.institution, "city__in": wish.city}),
    }
    for name, (rows, filters) in wanted.items():
        if filters := {field: value for field, value in filters.items() if value}:
            found = found.filter(**{name: rows.filter(**filters)})
    return found


def _open_then(wish: Wish, now: datetime):
    """The rules that allow an order for the wished time: hours are open, notice is kept, its length is allowed.

    Whole days ask for less than hours do, what is open at any time of each of them, but for each of them.
    """
    start, end = timezone.localtime(wish.free_from), timezone.localtime(wish.free_to)
    last = timezone.localtime(times.last_instant(wish.free_to))
    until_midnight = end.time() == opening.MIDNIGHT
    ahead = (start.date() - timezone.localdate(now)).days
    length = periods.hours(start, end)
    shortest = Q(min_hours__isnull=True) | Q(min_hours__lte=length)
    rules = Rule.objects.filter(shortest, kind__in=FOR_A_PERIOD, lead_days__lte=max(ahead, 0))
    if start.time() == opening.MIDNIGHT and until_midnight:
        days = min((last.date() - start.date()).days + 1, 7)
        return rules.filter(_open_on(*((start + timedelta(days=n)).weekday() for n in range(days))))
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
    # Django cuts off what a whole number does not hold: eight hours and a half would fit into eight.
    longest = Q(max_hours__isnull=True) | Q(max_hours__gte=ceil(length))
    if length > 24:
        longest |= Q(by_day=True)
    return rules.filter(begins & _open_on(start.weekday()), ends, longest, _months(start, end))


def _open_on(*weekdays: int) -> Q:
    return Q(opening_days=[]) | Q(opening_days__contains=sorted(set(weekdays)))


def _months(start: datetime, end: datetime) -> Q:
    """The longest loan: as many months as bring the begin to the day of the end."""
    least = 0
    while start.date() + relativedelta(months=least) < end.date():
        least += 1
    return Q(loan_max_months__isnull=True) | Q(loan_max_months__gte=least)


def _count(found, wish: Wish, asked: search.Found, *, today: date, is_for_everybody: bool) -> Shelf:
    chosen = {"kind": [wish.kind] if wish.kind else []}
    chosen |= {name: list(getattr(wish, name)) for name in FACETS if name != "kind"}
    if is_for_everybody and not wish.free_from:
        # What most look at: counted once until something on the shelf changes, however much lies there.
        key = f"shelf:{today}:{languages.current()}:{chosen}:{wish.district}:{bool(asked.words)}:{asked.expression}"
        rows = remembered(key, lambda: counting.ask(found, chosen), shared=True)
    else:
        rows = counting.ask(found, chosen)
    shelf = Shelf(wish, 0, 0, {name: [] for name in FACETS}, suggestion=asked.suggestion, loose=asked.loose)
    for facet, value, label, count in rows:
        if facet is None:
            shelf.total = count
        else:
            shelf.choices[facet].append(Choice(value, label or value, count))
    shelf.everything = sum(choice.count for choice in shelf.choices["kind"])
    return shelf
