"""What is found, in groups: whole words and meanings first, without any the nearest spelling, else parts."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace

from django.core.exceptions import EmptyResultSet
from django.core.paginator import Page as Sheet
from django.core.paginator import Paginator
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from modelsearch.query import PlainText
from wagtail.models import Locale, Page
from wagtail.search.backends import get_search_backend

from events.coaching.models import Coach
from marketplace.models import Listing
from marketplace.search import query as marketplace_search
from portal.accounts.models import Institution
from portal.database import replica
from portal.language import folding
from portal.language.languages import current
from portal.lexicon import nearest
from portal.search import lines

LIMIT = 12
PER_SHEET = 30
MOST_RANKED = 1000
PART = "(select '{name}', pk, (select count(*) from ({all}) counted) from ({first}) ranked (pk))"


@dataclass(frozen=True)
class Hits:
    """One group of hits: the first ones, or one sheet of all of them. `lines` say what each row shows."""

    name: str
    title: str
    rows: list
    count: int
    sheet: Sheet | None = None
    lines: tuple = ()

    @property
    def has_more(self) -> bool:
        return self.sheet is None and self.count > len(self.rows)


@dataclass(frozen=True)
class Asking:
    """One attempt: these words, over these pages; `loose` takes parts of words too."""

    words: str
    pages: object
    loose: bool = False


@dataclass(frozen=True)
class Answer:
    """`suggestion` is what was searched for instead of the words that nobody has written; `loose` says that only parts
    of words were found.
    """

    groups: list[Hits]
    suggestion: str = ""
    loose: bool = False


def answer(asked: str, only: str = "", number: str | None = None) -> Answer:
    """`only` names one group to see it whole, of which `number` is the sheet."""
    names = [only] if only in GROUPS else list(GROUPS)
    asking = Asking(asked, _readable_pages())
    if groups := _groups(asking, names, only, number):
        return Answer(groups)
    # What can be misspelt or found by its parts: people and institutions are found by parts of their names anyway.
    names = [name for name in names if name in LOOSE]
    if (suggestion := nearest.suggestion(asked)) and (
        groups := _groups(replace(asking, words=suggestion), names, only, number)
    ):
        return Answer(groups, suggestion=suggestion)
    return Answer(_groups(replace(asking, loose=True), names, only, number), loose=True)


def _groups(asking: Asking, names: list[str], only: str, number: str | None) -> list[Hits]:
    found = [_whole(name, asking, number) for name in names] if only in GROUPS else _first(names, asking)
    return [group for group in found if group.count]


def _first(names: list[str], asking: Asking) -> list[Hits]:
    """The first ones of each group: one statement finds and counts them all, rows are fetched by their keys."""
    keys: dict[str, list[int]] = {name: [] for name in names}
    counts = dict.fromkeys(names, 0)
    parts, said = [], []
    for name in names:
        # Words that lead nowhere make no question.
        with suppress(EmptyResultSet):
            kind = GROUPS[name]
            first, of_first = kind.ranked(asking).values_list("pk")[:LIMIT].query.sql_with_params()
            all_of_them, of_all = kind.find(asking).order_by().values_list("pk").query.sql_with_params()
            parts.append(PART.format(name=name, all=all_of_them, first=first))
            said += [*of_all, *of_first]
    if parts:
        with replica.connection().cursor() as cursor:
            cursor.execute(" union all ".join(parts), said)
            for name, key, count in cursor.fetchall():
                keys[name].append(key)
                counts[name] = count
    return [_hits(name, keys[name], counts[name], asking) for name in names]


def _hits(name: str, keys: list[int], count: int, asking: Asking) -> Hits:
    by_key = GROUPS[name].rows().in_bulk(keys) if keys else {}
    rows = [by_key[key] for key in keys if key in by_key]
    return Hits(name, GROUPS[name].title, rows, count, lines=lines.of(name, rows, asking.words))


def _whole(name: str, asking: Asking, number: str | None) -> Hits:
    kind = GROUPS[name]
    sheet = Paginator(kind.whole(asking), PER_SHEET).get_page(number)
    rows = list(sheet)
    return Hits(name, kind.title, rows, sheet.paginator.count, sheet, lines.of(name, rows, asking.words))


def _readable_pages():
    """Made once for all attempts: which pages are private costs a query."""
    pages = Page.objects.filter(locale__in=Locale.objects.filter(language_code=current()), depth__gt=1)
    return pages.live().public()


def _pages(asking: Asking):
    return get_search_backend().unranked(asking.words, asking.pages, loose=asking.loose)


def _ranked_pages(asking: Asking):
    """Of what stands on thousands of pages the latest are ranked: each costs a look at all its words."""
    latest = _pages(asking).order_by("-pk").values("pk")[:MOST_RANKED]
    return _all_pages(replace(asking, pages=Page.objects.filter(pk__in=latest))).get_queryset()


def _all_pages(asking: Asking):
    backend = get_search_backend()
    if asking.loose:
        return backend.loosely(asking.words, asking.pages)
    return backend.search(PlainText(asking.words, operator="and"), asking.pages)


def _listings(asking: Asking):
    return marketplace_search.on_shelf(asking.words, loose=asking.loose)


def _ranked_listings(asking: Asking):
    return marketplace_search.best(asking.words, MOST_RANKED, loose=asking.loose)


def _all_listings(asking: Asking):
    return marketplace_search.hits(asking.words, loose=asking.loose)


def _institutions(asking: Asking):
    return Institution.objects.visible().mentioning(asking.words)


def _coaches(asking: Asking):
    coaches = Coach.objects.visible().select_related("person__institution")
    names = ("person__first_name", "person__last_name", "topics__name_de", "topics__name_en")
    return folding.mentions(coaches, asking.words, names, ("bio_de", "bio_en"))


@dataclass(frozen=True)
class Kind:
    """`find`: all hits; `ranked`: the best first, maybe not all; `whole`: all of them in order, with what lines show;
    `rows`: what is fetched by key.
    """

    title: Promise
    find: Callable
    rows: Callable
    ranked: Callable
    whole: Callable


GROUPS: dict[str, Kind] = {
    "pages": Kind(
        gettext_lazy("Pages, news and events"), _pages, Page.objects.all, ranked=_ranked_pages, whole=_all_pages
    ),
    "listings": Kind(
        gettext_lazy("Marketplace"),
        _listings,
        Listing.objects.for_display,
        ranked=_ranked_listings,
        whole=_all_listings,
    ),
    "institutions": Kind(
        gettext_lazy("Institutions"), _institutions, Institution.objects.all, ranked=_institutions, whole=_institutions
    ),
    "coaches": Kind(
        gettext_lazy("Coaches"),
        _coaches,
        lambda: Coach.objects.select_related("person__institution"),
        ranked=_coaches,
        whole=_coaches,
    ),
}
LOOSE = ("pages", "listings")
