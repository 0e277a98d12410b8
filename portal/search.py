"""One search over everything: pages (news, events, sections, projects), institutions, listings, coaches."""

import re
from dataclasses import dataclass, field

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page

from events.coaching.models import Coach
from home import navigation
from marketplace import regions
from marketplace import search as marketplace_search
from portal.accounts.models import Institution

LIMIT = 12
LONGEST = 200
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Hits:
    """One group of hits; `count` is exact up to `LIMIT` and tells the whole number where it is known."""

    name: str
    title: str
    rows: list = field(default_factory=list)
    count: int = 0


def search(request) -> HttpResponse:
    """Whatever is typed answers 200: only words reach the database."""
    asked = request.GET.get("q", "")[:LONGEST]
    words = WORD.findall(asked)
    groups = [group for group in _groups(words) if group.count] if words else []
    context = {
        "asked": asked,
        "groups": groups,
        "total": sum(group.count for group in groups),
        "contact": navigation.frame().legal.get("contact"),
        "office": navigation.frame().office,
        "marketplace": regions.address() if words and not groups else "",
    }
    return render(request, "search/search.html", context)


def _groups(words: list[str]) -> list[Hits]:
    return [_pages(words), _listings(words), _institutions(words), _coaches(words)]


def _pages(words: list[str]) -> Hits:
    pages = Page.objects.filter(locale=Locale.get_active(), depth__gt=1).live().public()
    found = pages.search(" ".join(words), operator="and")
    rows = list(found[:LIMIT])
    return Hits("pages", _("Pages, news and events"), rows, found.count() if len(rows) == LIMIT else len(rows))


def _institutions(words: list[str]) -> Hits:
    found = Institution.objects.visible()
    for word in words:
        text = Q(description_de__icontains=word) | Q(description_en__icontains=word)
        found = found.filter(Q(name__icontains=word) | Q(city__icontains=word) | text)
    rows = list(found[:LIMIT])
    return Hits("institutions", _("Institutions"), rows, found.count() if len(rows) == LIMIT else len(rows))


def _listings(words: list[str]) -> Hits:
    rows = marketplace_search.hits(" ".join(words), LIMIT)
    return Hits("listings", _("Marketplace"), rows, len(rows))


def _coaches(words: list[str]) -> Hits:
    found = Coach.objects.visible().select_related("person__institution")
    for word in words:
        name = Q(person__first_name__icontains=word) | Q(person__last_name__icontains=word)
        topics = Q(topics__name_de__icontains=word) | Q(topics__name_en__icontains=word)
        found = found.filter(name | topics | Q(bio_de__icontains=word) | Q(bio_en__icontains=word))
    rows = list(found.distinct()[:LIMIT])
    return Hits("coaches", _("Coaches"), rows, len(rows))
