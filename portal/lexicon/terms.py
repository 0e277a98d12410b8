"""Texts as terms and questions as tsqueries: PostgreSQL compares, all that words mean is settled here.

A term is the stem of a word, `=7` a meaning, `^7` a meaning that a title has (what a question leads to is a thing by
that name, not a text that mentions one), `~stem` a part of a compound that is not its end: a Gewebekultur is a
Kultur, and has something to do with Gewebe.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from django.contrib.postgres.search import SearchQuery

from portal.lexicon import meanings, stems
from portal.lexicon.atoms import ERRANDS, FILLERS

MOST_WORDS = 12
MOST_SIGNS = 200
MOST_PLACES = 16_000
PREFIX = 3
# Letters before the number of a model.
LONGEST_MODEL = 6


class AsWritten(SearchQuery):
    """A tsquery that PostgreSQL takes as it stands: its own parser would split model numbers."""

    template = "(%(expressions)s)::tsquery"


def terms(text: str, languages: tuple[str, ...] = stems.LANGUAGES, *, title: bool = False) -> list[str]:
    """All terms under which `text` is found, sorted, each once."""
    units = stems.units(text)
    words = [word for unit in units for word in unit]
    meant = meanings.in_text(stems.words(text), title=title)
    found = set()
    for word in {*words, *("".join(unit) for unit in units), *_models(units)}:
        more, also = _of_word(word, languages)
        found |= more
        meant |= also
    return sorted(found | {f"{sign}{meaning}" for meaning in meant for sign in ("=^" if title else "=")})


def weighted(
    texts: Iterable[tuple[str, str]], languages: tuple[str, ...] = stems.LANGUAGES, *, title: bool = False
) -> str:
    """A tsvector, as text, of several (text, weight from A to D)."""
    places: dict[str, list[str]] = {}
    for number, (text, weight) in enumerate(texts, start=1):
        for term in terms(text, languages, title=title):
            places.setdefault(term, []).append(f"{min(number, MOST_PLACES)}{weight if term[0] != '~' else 'D'}")
    return " ".join(f"{_quoted(term)}:{','.join(where[:200])}" for term, where in sorted(places.items()))


def tsquery(text: str, *, loose: bool = False, meant: bool = True) -> str:
    """`text` as a tsquery: each word by a stem or, with `meant`, by what it means. `loose` also takes parts and
    beginnings of words. Empty where no word is left.
    """
    units = stems.units(text[:MOST_SIGNS])[:MOST_WORDS]
    places, words = [], []
    for number, unit in enumerate(units):
        for word in unit:
            if word not in stems.STOP_WORDS:
                places.append(number)
                words.append(word)
    understood = meanings.in_question(words)
    known = {places[place] for one in understood for place in one.places}
    clauses = [_meant([words[place] for place in sorted(one.places)], one, loose, meant) for one in understood]
    left = [unit for number, unit in enumerate(units) if number not in known]
    if understood:
        left = [unit for unit in left if not FILLERS.intersection(unit)]
    wanted = [unit for unit in left if not ERRANDS.intersection(unit)]
    return " & ".join(clauses + [_unit(unit, loose) for unit in _joined(wanted if wanted or clauses else left)])


def _models(units: list[tuple[str, ...]]) -> list[str]:
    """Model numbers that are written with a gap: XZ 900 is found as XZ900, too."""
    return ["".join(one + following) for one, following in pairwise(units) if _is_model(one, following)]


def _joined(units: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The same of a question: what is typed with a gap is asked for as one unit."""
    found: list[tuple[str, ...]] = []
    for unit in units:
        if found and _is_model(found[-1], unit):
            found[-1] += unit
        else:
            found.append(unit)
    return found


def _is_model(one: tuple[str, ...], following: tuple[str, ...]) -> bool:
    return len(one) == 1 and one[0].isalpha() and len(one[0]) <= LONGEST_MODEL and following[0][:1].isdigit()


def pages(text: str) -> str:
    """A tsquery for the pages of the portal that `text` asks for, by their titles; empty where it asks for none."""
    asked = meanings.in_question(stems.words(text[:MOST_SIGNS])[:MOST_WORDS])
    return " | ".join(_quoted(f"^{key}") for one in asked if one.page for key in sorted(one.own))


def marked(expression: str, mark: str) -> str:
    """The tsquery `expression` over the terms behind this mark alone: where they are indexed once more behind one, the
    index answers by itself; of weights it knows nothing, and each hit would have to be read.
    """
    return re.sub(r"'([^']*)'", rf"'{mark}\1'", expression)


def _meant(words: list[str], one: meanings.Understood, loose: bool, meant: bool) -> str:
    said = " & ".join(_word(word, loose) for word in words)
    ways = [f"={key}" for key in sorted(one.own)] + [f"^{key}" for key in sorted(one.led)]
    literal = [f"({said})"] if one.literal or loose or not meant else []
    return "(" + " | ".join([*literal, *(map(_quoted, ways) if meant else ())]) + ")"


def _unit(unit: tuple[str, ...], loose: bool) -> str:
    if len(unit) == 1:
        return _word(unit[0], loose)
    parts = [word for word in unit if word not in stems.STOP_WORDS] or list(unit)
    return "(" + _word("".join(unit), loose) + " | (" + " & ".join(_word(word, loose) for word in parts) + "))"


def _word(word: str, loose: bool) -> str:
    ways = [_quoted(stem) for stem in sorted(stems.stems(word))]
    if loose:
        ways += [_quoted(f"~{stem}") for stem in sorted(stems.stems(word))]
        if len(word) >= PREFIX:
            ways.append(f"{_quoted(word)}:*")
        if parts := stems.split(word):
            ways.append("(" + " & ".join(_part(part) for part in parts) + ")")
    return "(" + " | ".join(ways) + ")"


def _part(part: str) -> str:
    found = sorted(stems.stems(part))
    return "(" + " | ".join(_quoted(term) for stem in found for term in (stem, f"~{stem}")) + ")"


def _of_word(word: str, languages: tuple[str, ...]) -> tuple[set[str], set[int]]:
    """Its terms, and what the known words at its end mean."""
    # The word itself is what its beginnings are compared with.
    found = {word, *stems.stems(word, languages)}
    ends, meant = stems.heads(word), set()
    for end in ends:
        found |= stems.stems(end, languages)
        meant |= meanings.in_text([end])
    for part in stems.split(word):
        if part not in ends:
            found |= {f"~{stem}" for stem in stems.stems(part, languages)}
    return found, meant


def _quoted(term: str) -> str:
    # Only letters and digits come here; quoting keeps any of them from being an operator.
    return "'" + re.sub(r"[\\']", "", term) + "'"
