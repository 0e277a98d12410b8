"""The vocabulary as the search reads it: which words mean what, and where a question leads."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from portal.caching.remember import remembered
from portal.lexicon import stems
from portal.lexicon.models import Meaning, MeaningKind, said

Expression = tuple[str, ...]


@dataclass
class Table:
    """`written`: expressions that texts and questions share; `asked`: those of questions alone; each with the keys of
    its meanings. `below`: a meaning with all that it leads to; `titles`: those that count in titles alone; `pages`:
    those that are pages of the portal.
    """

    written: dict[Expression, set[int]] = field(default_factory=lambda: defaultdict(set))
    asked: dict[Expression, set[int]] = field(default_factory=lambda: defaultdict(set))
    below: dict[int, set[int]] = field(default_factory=dict)
    titles: set[int] = field(default_factory=set)
    pages: set[int] = field(default_factory=set)
    longest: int = 1


@dataclass(frozen=True)
class Understood:
    """An expression in a question: the places of its words, what it means, and what that leads to.

    `literal`: whether texts with the very words are meant, too. `used` and `scale` stand in texts for something else,
    and the words of an expression stand there far from each other.
    """

    places: frozenset[int]
    own: frozenset[int]
    led: frozenset[int]
    literal: bool
    page: bool


def table() -> Table:
    """The whole vocabulary, some hundred rows. Each process reads it once, and again when it has changed."""
    return remembered("lexicon", _read, shared=True)


def in_text(words: list[str], *, title: bool = False) -> set[int]:
    """What the words of a text mean, expressions where they stand one after the other."""
    known, keys, found = table(), [key(word) for word in words], set()
    for start in range(len(keys)):
        for length in range(1, min(known.longest, len(keys) - start) + 1):
            found |= known.written.get(tuple(keys[start : start + length]), set())
    return found if title else found - known.titles


def in_question(words: list[str]) -> list[Understood]:
    """The expressions in a question, in whatever order their words stand, the longest first: `tissue slicing` is
    `slicing tissue`.
    """
    known, keys, found = table(), [key(word) for word in words], []
    free = set(range(len(keys)))
    fitting = {wanted for book in (known.written, known.asked) for wanted in book if set(wanted) <= set(keys)}
    for wanted in sorted(fitting, key=lambda expression: (-len(expression), expression)):
        places = _places(wanted, keys, free)
        if places:
            free -= places
            meant = known.written.get(wanted, set()) | known.asked.get(wanted, set())
            below = set().union(*(known.below[one] for one in meant))
            page = meant <= known.pages
            literal = wanted in known.written or (page and len(wanted) == 1)
            found.append(Understood(frozenset(places), frozenset(meant), frozenset(below - meant), literal, page))
    return found


def key(word: str) -> str:
    """By what a word of an expression is known, in all its inflections."""
    return min(stems.stems(word))


def _places(wanted: Expression, keys: list[str], free: set[int]) -> set[int]:
    places: set[int] = set()
    for one in wanted:
        place = next((n for n in sorted(free - places) if keys[n] == one), None)
        if place is None:
            return set()
        places.add(place)
    return places


def _read() -> Table:
    found = Table()
    ways = defaultdict(set)
    for start, end in Meaning.leads_to.through.objects.values_list("from_meaning", "to_meaning"):
        ways[start].add(end)
    for meaning in Meaning.objects.all():
        for book, lines in ((found.written, f"{meaning.words_de}\n{meaning.words_en}"), (found.asked, meaning.asked)):
            for line in said(lines):
                if expression := _expression(line):
                    book[expression].add(meaning.pk)
        if meaning.kind in (MeaningKind.TASK, MeaningKind.PAGE):
            found.titles.add(meaning.pk)
        if meaning.kind == MeaningKind.PAGE:
            found.pages.add(meaning.pk)
        found.below[meaning.pk] = _reached(meaning.pk, ways)
    found.longest = max(map(len, found.written), default=1)
    return found


@lru_cache(maxsize=20_000)
def _expression(line: str) -> Expression:
    return tuple(key(word) for word in stems.words(line))


def _reached(start: int, ways: dict[int, set[int]]) -> set[int]:
    """A circle of meanings ends where it began."""
    found, waiting = set(), [start]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(ways[one])
    return found
