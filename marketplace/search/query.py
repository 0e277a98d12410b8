"""Full-text search over listings: a vector of our own in PostgreSQL, built from the lexicon's terms."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.utils import translation

from marketplace.models import Listing
from portal.lexicon import nearest, terms
from portal.lexicon.terms import MOST_SIGNS, AsWritten

__all__ = ["MOST_SIGNS", "Found", "find", "hits", "index", "index_all", "relevance"]

TITLE, CATEGORY, TEXT = "A", "B", "D"


@dataclass(frozen=True)
class Found:
    """`words` are what was searched for: those typed, or `suggestion` in their place where nobody has written them.
    `loose` says that only parts of words were found.
    """

    rows: QuerySet
    words: str = ""
    suggestion: str = ""
    loose: bool = False


def index(listing: Listing) -> None:
    """Bring the listing's terms up to date with its words and facts."""
    found = []
    for text in listing.texts.all():
        found.append(terms.weighted([(text.title, TITLE)], (text.language,), title=True))
        found.append(terms.weighted([(text.description, TEXT)], (text.language,)))
    category = f"{listing.category.name_de} {listing.category.name_en}"
    found.append(terms.weighted([(category, CATEGORY)], title=True))
    found.append(terms.weighted([(" \n".join(_facts(listing)), TEXT)]))
    listing.terms = " ".join(found)
    Listing.objects.filter(pk=listing.pk).update(terms=listing.terms)
    nearest.remember(text.title for text in listing.texts.all())


def index_all() -> None:
    for listing in Listing.objects.select_related("institution", "category").prefetch_related("texts").iterator(200):
        index(listing)


def find(listings: QuerySet, text: str) -> Found:
    """Those `listings` that every word of `text` leads to, without any those of its nearest spelling, else those with
    its parts; all if it has no word at all.
    """
    if not text.strip():
        return Found(listings)
    strict = _matching(listings, text)
    if strict.exists():
        return Found(strict, text)
    if suggestion := nearest.suggestion(text):
        better = _matching(listings, suggestion)
        if better.exists():
            return Found(better, suggestion, suggestion)
    return Found(_matching(listings, text, loose=True), text, loose=True)


def hits(text: str, *, loose: bool = False) -> QuerySet:
    """For the site's search: current listings that everybody finds, the best match first."""
    listings = Listing.objects.current().shown_to().for_display()
    if not text.strip():
        return listings.none()
    return _matching(listings, text, loose=loose).order_by(relevance(text, loose=loose), "-released_at", "-pk")


def relevance(text: str, *, loose: bool = False):
    """To order by: the words in the title, then what they mean in title or category, then the words in the text, then
    what they mean there.
    """
    words = terms.tsquery(text, loose=loose, meant=False)
    if not words:
        return Value(0)
    whole = terms.tsquery(text, loose=loose)
    ranks = [terms.of_weight(words, TITLE), terms.of_weight(whole, TITLE + CATEGORY), words]
    whens = [When(vector=AsWritten(asked), then=Value(rank)) for rank, asked in enumerate(ranks)]
    return Case(*whens, default=Value(len(ranks)), output_field=IntegerField()).asc()


def _matching(listings: QuerySet, text: str, *, loose: bool = False) -> QuerySet:
    expression = terms.tsquery(text, loose=loose)
    return listings.filter(vector=AsWritten(expression)) if expression else listings.none()


def _facts(listing: Listing):
    yield listing.institution.name
    yield listing.city
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            yield str(listing.get_kind_display())
            yield str(listing.get_condition_display())
