"""Full-text search over listings: a vector of our own (`Shelved.words`), built from the lexicon's terms."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.utils import translation

from marketplace.models import Listing, ListingText, Shelved
from portal.caching import grounds
from portal.lexicon import nearest, terms
from portal.lexicon.terms import MOST_SIGNS, AsWritten

__all__ = [
    "MOST_SIGNS",
    "Found",
    "best",
    "by_rank",
    "find",
    "hits",
    "index",
    "index_all",
    "learn",
    "narrowed",
    "on_shelf",
    "relevance",
]

TITLE, CATEGORY, TEXT = "A", "B", "D"
# The marks before terms of a title, and before those of a title or a category (`Shelved.words`).
IN_TITLE, IN_HEAD = ">", "+"
WORDS = "shelved__words"


@dataclass(frozen=True)
class Found:
    """`words` are what was searched for: those typed, or `suggestion` in their place where nobody has written them.
    `loose` says that only parts of words were found.
    """

    rows: QuerySet
    words: str = ""
    suggestion: str = ""
    loose: bool = False

    @property
    def expression(self) -> str:
        """What the words mean today, as a tsquery; empty where nothing is asked for by words."""
        return terms.tsquery(self.words, loose=self.loose)


def index(listing: Listing) -> None:
    """Bring the listing's terms up to date with its words and facts."""
    learn(listing)
    # What stays as it was lets go of no page.
    Listing.objects.filter(pk=listing.pk).exclude(terms=listing.terms).update(terms=listing.terms)


def learn(listing: Listing) -> None:
    """The same, unsaved."""
    texts = list(listing.texts.all())
    # The vocabulary is asked once whether it still holds, not with each text.
    with grounds.watched():
        listing.terms = " ".join(_terms(listing, texts))
    nearest.remember(text.title for text in texts)


def _terms(listing: Listing, texts: list[ListingText]):
    for text in texts:
        yield terms.weighted([(text.title, TITLE)], (text.language,), title=True)
        yield terms.weighted([(text.description, TEXT)], (text.language,))
    category = f"{listing.category.name_de} {listing.category.name_en}"
    yield terms.weighted([(category, CATEGORY)], title=True)
    yield terms.weighted([(" \n".join(_facts(listing)), TEXT)])


def index_all() -> None:
    for listing in Listing.objects.select_related("institution", "category").prefetch_related("texts").iterator(200):
        index(listing)


def find(rows: QuerySet, text: str, *, words: str = WORDS) -> Found:
    """Those `rows` that every word of `text` leads to, without any those of its nearest spelling, else those with
    its parts; all if it has no word at all. `words` leads from the rows to `Shelved.words`.
    """
    if not text.strip():
        return Found(rows)
    strict = _matching(rows, text, words)
    if strict.exists():
        return Found(strict, text)
    if suggestion := nearest.suggestion(text):
        better = _matching(rows, suggestion, words)
        if better.exists():
            return Found(better, suggestion, suggestion)
    return Found(_matching(rows, text, words, loose=True), text, loose=True)


def narrowed(rows: QuerySet, found: Found, *, words: str = WORDS) -> QuerySet:
    """Those of other `rows` that the same words lead to."""
    return _matching(rows, found.words, words, loose=found.loose) if found.words else rows


def hits(text: str, *, loose: bool = False) -> QuerySet:
    """For the site's search: what everybody finds on the shelf, the best match first."""
    listings = Listing.objects.current().shown_to().filter(shelved__is_out=True).for_display()
    if not text.strip():
        return listings.none()
    return _matching(listings, text, WORDS, loose=loose).order_by(relevance(text, loose=loose), "-released_at", "-pk")


def on_shelf(text: str, *, loose: bool = False) -> QuerySet:
    """The same as rows of `Shelved`, in no order."""
    lying = Shelved.objects.on_offer().shown_to()
    return _matching(lying, text, "words", loose=loose) if text.strip() else lying.none()


def best(text: str, most: int, *, loose: bool = False) -> QuerySet:
    """The best of them, of the newest `most`: of more nobody is asked how well it fits."""
    newest = on_shelf(text, loose=loose).order_by("-newest", "-listing").values("pk")[:most]
    found = Shelved.objects.filter(pk__in=newest)
    return found.order_by(relevance(text, loose=loose, words="words"), "-newest", "-listing")


def relevance(text: str, *, loose: bool = False, words: str = WORDS):
    """To order by: the words in the title, then what they mean in title or category, then the words in the text, then
    what they mean there.
    """
    whens = [When(**{words: AsWritten(one)}, then=Value(rank)) for rank, one in enumerate(_ranks(text, loose=loose))]
    return Case(*whens, default=Value(len(whens)), output_field=IntegerField()).asc() if whens else Value(0)


def by_rank(rows: QuerySet, found: Found, *, words: str = WORDS) -> list[QuerySet]:
    """`rows` that were found, as one queryset for each step of `relevance`, the best first: where they are many, the
    first ones are told without a look at the others.
    """
    steps, before = [], []
    for one in _ranks(found.words, loose=found.loose):
        but = f" & !({' | '.join(before)})" if before else ""
        steps.append(rows.filter(**{words: AsWritten(f"({one}){but}")}))
        before.append(f"({one})")
    if not before:
        return [rows]
    return [*steps, rows.filter(**{words: AsWritten(f"!({' | '.join(before)})")})]


def _ranks(text: str, *, loose: bool) -> list[str]:
    words = terms.tsquery(text, loose=loose, meant=False)
    whole = terms.tsquery(text, loose=loose)
    return [terms.marked(words, IN_TITLE), terms.marked(whole, IN_HEAD), words] if words else []


def _matching(rows: QuerySet, text: str, words: str, *, loose: bool = False) -> QuerySet:
    expression = terms.tsquery(text, loose=loose)
    return rows.filter(**{words: AsWritten(expression)}) if expression else rows.none()


def _facts(listing: Listing):
    yield listing.institution.name
    yield listing.city
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            yield str(listing.get_kind_display())
            yield str(listing.get_condition_display())
