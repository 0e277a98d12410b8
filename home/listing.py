"""The list of articles: filters by kind and year, pages of twelve."""

from django.core.paginator import Paginator
from django.db.models import Count

from home.kinds import NewsKind

PER_PAGE = 12


def news_list(articles, asked) -> dict:
    """`asked` is the query of the address: `kind`, `year`, `page`; anything else in it is ignored.

    Counts beside the filters are those of the other filter's choice, so no link leads to an empty page.
    """
    kind = asked.get("kind") if asked.get("kind") in NewsKind.values else ""
    year = _year(asked.get("year", ""))
    by_kind = {"kind": kind} if kind else {}
    by_year = {"date__year": year} if year else {}
    kinds = dict(articles.filter(**by_year).values_list("kind").annotate(n=Count("pk")).order_by("kind"))
    years = dict(articles.filter(**by_kind).values_list("date__year").annotate(n=Count("pk")).order_by("-date__year"))
    paginator = Paginator(articles.filter(**by_kind, **by_year).newest().with_faces(), PER_PAGE)
    return {
        "kind": kind,
        "year": year,
        "kinds": [(value, label, kinds[value]) for value, label in NewsKind.choices if value in kinds],
        "years": list(years.items()),
        "articles": paginator.get_page(asked.get("page")),
    }


def _year(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and 1900 <= int(text[:5]) <= 2200 else None
