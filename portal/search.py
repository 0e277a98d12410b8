"""One search over everything: pages (news, events, sections, projects), institutions, listings, coaches."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.core.paginator import Page as Sheet
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from wagtail.models import Locale, Page

from events.coaching.models import Coach
from home.reading import navigation
from marketplace import map_layer
from marketplace.search import query as marketplace_search
from portal.accounts.models import Institution
from portal.language import folding

LIMIT = 12
PER_SHEET = 30
LONGEST = 200
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Hits:
    """One group of hits: the first ones, or one sheet of all of them."""

    name: str
    title: str
    rows: list
    count: int
    sheet: Sheet | None = None

    @property
    def has_more(self) -> bool:
        return self.sheet is None and self.count > len(self.rows)


def search(request) -> HttpResponse:
    """Whatever is typed answers 200: only words reach the database. `in` names one group to see it whole."""
    asked = request.GET.get("q", "")[:LONGEST]
    words = WORD.findall(asked)
    groups = _groups(words, request.GET.get("in", ""), request.GET.get("page")) if words else []
    context = {
        "asked": asked,
        "groups": groups,
        "total": sum(group.count for group in groups),
        "contact": navigation.frame().legal.get("contact"),
        "office": navigation.frame().office,
        "marketplace": map_layer.address() if words and not groups else "",
    }
    return render(request, "search/search.html", context)


def _groups(words: list[str], only: str, number: str | None) -> list[Hits]:
    if only in GROUPS:
        groups = [_whole(only, words, number)]
    else:
        groups = [_first(name, words) for name in GROUPS]
    return [group for group in groups if group.count]


def _first(name: str, words: list[str]) -> Hits:
    title, find = GROUPS[name]
    found = find(words)
    rows = list(found[:LIMIT])
    return Hits(name, title, rows, found.count() if len(rows) == LIMIT else len(rows))


def _whole(name: str, words: list[str], number: str | None) -> Hits:
    title, find = GROUPS[name]
    sheet = Paginator(find(words), PER_SHEET).get_page(number)
    return Hits(name, title, list(sheet), sheet.paginator.count, sheet)


def _pages(words: list[str]):
    pages = Page.objects.filter(locale=Locale.get_active(), depth__gt=1).live().public()
    return pages.search(" ".join(words), operator="and")


def _listings(words: list[str]):
    return marketplace_search.hits(" ".join(words))


def _institutions(words: list[str]):
    fields = ("name", "city", "description_de", "description_en")
    return folding.search(Institution.objects.visible(), " ".join(words), fields)


def _coaches(words: list[str]):
    names = ("person__first_name", "person__last_name", "topics__name_de", "topics__name_en", "bio_de", "bio_en")
    return folding.search(Coach.objects.visible().select_related("person__institution"), " ".join(words), names)


GROUPS: dict[str, tuple[str, Callable]] = {
    "pages": (gettext_lazy("Pages, news and events"), _pages),
    "listings": (gettext_lazy("Marketplace"), _listings),
    "institutions": (gettext_lazy("Institutions"), _institutions),
    "coaches": (gettext_lazy("Coaches"), _coaches),
}
