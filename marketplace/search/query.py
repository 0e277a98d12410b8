"""Full-text search over listings: a vector of our own in PostgreSQL, built from the lexicon's terms."""

from django.db.models import QuerySet

from marketplace.models import Listing
from portal.lexicon import nearest, terms
from portal.lexicon.terms import MOST_SIGNS, AsWritten

__all__ = ["MOST_SIGNS", "find", "hits", "index", "index_all"]


def index(listing: Listing) -> None:
    """Bring the listing's terms up to date with its words and facts."""
    found = set()
    for text in listing.texts.all():
        found.update(terms.terms(text.title, (text.language,), title=True))
        found.update(terms.terms(text.description, (text.language,)))
    found.update(terms.terms(" \n".join(_facts(listing))))
    found.update(terms.terms(f"{listing.category.name_de} {listing.category.name_en}", title=True))
    listing.terms = sorted(found)
    Listing.objects.filter(pk=listing.pk).update(terms=listing.terms)
    nearest.remember(text.title for text in listing.texts.all())


def index_all() -> None:
    for listing in Listing.objects.select_related("institution", "category").prefetch_related("texts").iterator(200):
        index(listing)


def find(listings: QuerySet, text: str) -> QuerySet:
    """Those `listings` that every word of `text` leads to, else those with its parts; all if it has no word at all."""
    if not text.strip():
        return listings
    strict = _matching(listings, text)
    return strict if strict.exists() else _matching(listings, text, loose=True)


def hits(text: str, *, loose: bool = False) -> QuerySet:
    """For the site's search: current listings, the newest first."""
    listings = Listing.objects.current().for_display()
    return _matching(listings, text, loose=loose) if text.strip() else listings.none()


def _matching(listings: QuerySet, text: str, *, loose: bool = False) -> QuerySet:
    expression = terms.tsquery(text, loose=loose)
    return listings.filter(vector=AsWritten(expression)) if expression else listings.none()


def _facts(listing: Listing):
    yield listing.institution.name
    yield listing.city
    yield str(listing.get_kind_display())
