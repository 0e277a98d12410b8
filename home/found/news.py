"""The list of articles: filters by kind and year, pages of twelve."""

from django.core.paginator import Paginator
from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.found import facets
from home.kinds import NewsKind

PER_PAGE = 12


def news_list(articles, asked) -> dict:
    """`asked` is the query of the address: `kind`, `year`, `page`; anything else in it is ignored.

    Counts beside a filter are those under the other filter, so that no choice leads to an empty list.
    """
    kind = asked.get("kind") if asked.get("kind") in NewsKind.values else ""
    year = _year(asked.get("year", ""))
    by_kind = {"kind": kind} if kind else {}
    by_year = {"date__year": year} if year else {}
    kinds = dict(articles.filter(**by_year).values_list("kind").annotate(n=Count("pk")).order_by("kind"))
    years = articles.filter(**by_kind).values_list("date__year").annotate(n=Count("pk")).order_by("-date__year")
    page = Paginator(articles.filter(**by_kind, **by_year).newest().with_faces(), PER_PAGE).get_page(asked.get("page"))
    kind_rows = [(value, label, kinds[value]) for value, label in NewsKind.choices if value in kinds]
    year_rows = [(number, number, n) for number, n in years]
    return {
        "groups": [
            facets.group(_("Kind"), "kind", kind_rows, {kind}, kind="radio", open_=True),
            facets.group(_("Year"), "year", year_rows, {str(year)}, kind="radio", open_=True),
        ],
        "filters": bool(kind) + bool(year),
        "result": ngettext("%(n)s article", "%(n)s articles", page.paginator.count) % {"n": page.paginator.count},
        "articles": page,
    }


def _year(text: str) -> int | None:
    return int(text) if len(text) == 4 and text.isascii() and text.isdigit() and text > "1000" else None
