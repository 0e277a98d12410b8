"""Full-text search over listings: a vector of our own in PostgreSQL, built from normalised words."""

import re
from functools import lru_cache

from django.contrib.postgres.search import SearchQuery
from django.db.models import QuerySet

from marketplace.models import Listing
from marketplace.search import stems
from marketplace.search.vocabulary import SYNONYMS

MOST_WORDS = 12
MOST_SIGNS = 200


class AsWritten(SearchQuery):
    """A tsquery that PostgreSQL takes as it stands: its own parser would split model numbers."""

    template = "(%(expressions)s)::tsquery"


def index(listing: Listing) -> None:
    """Bring the listing's terms up to date with its words and facts."""
    listing.terms = terms(" ".join(_texts(listing)))
    Listing.objects.filter(pk=listing.pk).update(terms=listing.terms)


def terms(text: str) -> list[str]:
    """All terms under which `text` is found, sorted, each once."""
    words = stems.words(text)
    found = set()
    for word in words:
        found |= stems.stems(word)
        for part in {*stems.split(word), *stems.heads(word)}:
            found |= stems.stems(part)
            found |= {meaning for meaning, *_ in _meanings([part])}
    found |= {meaning for meaning, *_ in _meanings(words)}
    return sorted(found)


def find(listings: QuerySet, text: str) -> QuerySet:
    """Those `listings` that every word of `text` leads to; all of them if it has no word at all."""
    expression = tsquery(text)
    if not expression:
        return listings if not text.strip() else listings.none()
    return listings.filter(vector=AsWritten(expression))


def hits(text: str) -> QuerySet:
    """For the site's search: current listings, the newest first."""
    listings = Listing.objects.current().for_display()
    return find(listings, text) if text.strip() else listings.none()


def tsquery(text: str) -> str:
    """`text` as a tsquery: every word, by any of its stems, its parts, its beginning or its synonyms."""
    words = stems.words(text[:MOST_SIGNS])[:MOST_WORDS]
    clauses, position = [], 0
    meanings = {start: (term, length) for term, start, length in _meanings(words)}
    while position < len(words):
        term, length = meanings.get(position, ("", 1))
        said = " & ".join(_word(word) for word in words[position : position + length])
        clauses.append(f"(({said}) | {_quoted(term)})" if term else said)
        position += length
    return " & ".join(clauses)


def _word(word: str) -> str:
    ways = [_quoted(stem) for stem in sorted(stems.stems(word))]
    if len(word) >= 3:
        ways.append(f"{_quoted(word)}:*")
    parts = stems.split(word)
    if parts:
        ways.append("(" + " & ".join(_either(part) for part in parts) + ")")
    return "(" + " | ".join(ways) + ")"


def _either(part: str) -> str:
    return "(" + " | ".join(_quoted(stem) for stem in sorted(stems.stems(part))) + ")"


def _quoted(lexeme: str) -> str:
    # Only letters and digits come here; quoting keeps any of them from being an operator.
    return "'" + re.sub(r"[\\']", "", lexeme) + "'"


def _meanings(words: list[str]):
    """(term of the meaning, where it begins, how many words) for every synonym in `words`, the longest first."""
    keys = [_key(word) for word in words]
    position = 0
    while position < len(keys):
        for length in range(min(_longest(), len(keys) - position), 0, -1):
            number = _by_expression().get(tuple(keys[position : position + length]))
            if number is not None:
                yield f"={number}", position, length
                position += length - 1
                break
        position += 1


def _key(word: str) -> str:
    return min(stems.stems(word))


@lru_cache(maxsize=1)
def _by_expression() -> dict[tuple[str, ...], int]:
    table = {}
    for number, row in enumerate(SYNONYMS):
        for expression in row:
            table.setdefault(tuple(_key(word) for word in stems.words(expression)), number)
    return table


@lru_cache(maxsize=1)
def _longest() -> int:
    return max(len(expression) for expression in _by_expression())


def _texts(listing: Listing):
    for text in listing.texts.all():
        yield text.title
        yield text.description
    yield listing.institution.name
    yield listing.city
    yield f"{listing.category.name_de} {listing.category.name_en}"
    yield str(listing.get_kind_display())
