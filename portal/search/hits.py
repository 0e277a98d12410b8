"""What is found, in groups: whole words and meanings first, without any the nearest spelling, else parts."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.core.paginator import Page as Sheet
from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy
from modelsearch.query import PlainText
from wagtail.models import Locale, Page
from wagtail.search.backends import get_search_backend

from events.coaching.models import Coach
from marketplace.search import query as marketplace_search
from portal.accounts.models import Institution
from portal.language import folding
from portal.language.languages import current
from portal.lexicon import nearest
from portal.search import lines

LIMIT = 12
PER_SHEET = 30


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
    if only in GROUPS:
        found = [_whole(name, asking, number) for name in names]
    else:
        found = [_first(name, asking) for name in names]
    return [group for group in found if group.count]


def _first(name: str, asking: Asking) -> Hits:
    title, find = GROUPS[name]
    found = find(asking)
    rows = list(found[:LIMIT])
    count = found.count() if len(rows) == LIMIT else len(rows)
    return Hits(name, title, rows, count, lines=lines.of(name, rows, asking.words))


def _whole(name: str, asking: Asking, number: str | None) -> Hits:
    title, find = GROUPS[name]
    sheet = Paginator(find(asking), PER_SHEET).get_page(number)
    rows = list(sheet)
    return Hits(name, title, rows, sheet.paginator.count, sheet, lines.of(name, rows, asking.words))


def _readable_pages():
    """Made once for all attempts: which pages are private costs a query."""
    pages = Page.objects.filter(locale__in=Locale.objects.filter(language_code=current()), depth__gt=1)
    return pages.live().public()


def _pages(asking: Asking):
    backend = get_search_backend()
    if asking.loose:
        return backend.loosely(asking.words, asking.pages)
    return backend.search(PlainText(asking.words, operator="and"), asking.pages)


def _listings(asking: Asking):
    return marketplace_search.hits(asking.words, loose=asking.loose)


def _institutions(asking: Asking):
    texts = ("city", "description_de", "description_en")
    return folding.mentions(Institution.objects.visible(), asking.words, ("name",), texts)


def _coaches(asking: Asking):
    coaches = Coach.objects.visible().select_related("person__institution")
    names = ("person__first_name", "person__last_name", "topics__name_de", "topics__name_en")
    return folding.mentions(coaches, asking.words, names, ("bio_de", "bio_en"))


GROUPS: dict[str, tuple[str, Callable]] = {
    "pages": (gettext_lazy("Pages, news and events"), _pages),
    "listings": (gettext_lazy("Marketplace"), _listings),
    "institutions": (gettext_lazy("Institutions"), _institutions),
    "coaches": (gettext_lazy("Coaches"), _coaches),
}
LOOSE = ("pages", "listings")
