"""The page of the search."""

import re

from django.http import HttpResponse
from django.shortcuts import render

from home.reading import navigation
from marketplace import map_layer
from marketplace.shelf import nearby
from portal.search import hits

LONGEST = 200
WORD = re.compile(r"\w+")


def search(request) -> HttpResponse:
    """Whatever is typed answers 200: only words reach the database. `in` names one group to see it whole."""
    asked = request.GET.get("q", "")[:LONGEST]
    found = hits.Answer([])
    if WORD.search(asked):
        found = hits.answer(asked, request.GET.get("in", ""), request.GET.get("page"))
    nothing = bool(WORD.search(asked)) and not found.groups
    marketplace = map_layer.address() if nothing else ""
    context = {
        "asked": asked,
        "found": found,
        "groups": found.groups,
        "total": sum(group.count for group in found.groups),
        "contact": navigation.frame().legal.get("contact"),
        "office": navigation.frame().office,
        "marketplace": marketplace,
        "categories": nearby.categories(asked, marketplace) if marketplace else [],
    }
    return render(request, "search/search.html", context)
