"""German and English words as the search sees them: folded, stemmed, compounds split, model numbers whole.

Text and query pass the same way, so whatever is normalised strangely is at least strange on both sides.
"""

import re
from functools import lru_cache

import snowballstemmer

from portal.language.folding import MARKS, SILENT, fold
from portal.lexicon.atoms import ATOMS, ENDINGS, STOP_WORDS

# Letters may carry marks: what came in decomposed is composed by folding.
WORD = re.compile(rf"[^\W_](?:[^\W_]|{MARKS})*(?:[./{re.escape(SILENT)}][^\W_](?:[^\W_]|{MARKS})*)*")
PART = re.compile(rf"[^\W_](?:[^\W_]|{MARKS})*")
LONGEST = 60
LINKS = ("", "s", "n", "en", "es", "e", "er", "ns", "o")
_STEMMERS = {"de": snowballstemmer.stemmer("german"), "en": snowballstemmer.stemmer("english")}
LANGUAGES = tuple(_STEMMERS)


def units(text: str) -> list[tuple[str, ...]]:
    """The words of `text` in their order, folded, without stop words. What is written with hyphens, dots or apostrophes
    is one unit of several words: a model number such as TDS-2014, a name such as O'Brien.
    """
    found = (tuple(_fold(part) for part in PART.findall(match.group())) for match in WORD.finditer(text))
    return [unit for unit in found if all(unit) and not (len(unit) == 1 and unit[0] in STOP_WORDS)]


def words(text: str) -> list[str]:
    """All words of `text`, those of units one by one."""
    return [word for unit in units(text) for word in unit if word not in STOP_WORDS]


@lru_cache(maxsize=40_000)
def stems(word: str, languages: tuple[str, ...] = LANGUAGES) -> frozenset[str]:
    """The stems of a folded word in these languages; a word with a digit stays as it is."""
    if any(sign.isdigit() for sign in word) or len(word) < 4:
        return frozenset([word])
    return frozenset(_STEMMERS[language].stemWord(word) for language in languages)


@lru_cache(maxsize=20_000)
def split(word: str) -> tuple[str, ...]:
    """The known parts of a compound, longest first from its end; empty for a simple word.

    One unknown part at the beginning is allowed: Xyzmikroskop is still a microscope.
    """
    parts, rest = [], word
    while len(rest) >= 3:
        atom = _known_end(rest)
        if atom is None:
            break
        parts.append(atom)
        rest = rest[: len(rest) - len(atom)]
        rest = _without_link(rest)
    if not parts or parts == [word]:
        return ()
    if len(rest) >= 3:
        parts.append(rest)
    return tuple(reversed(parts))


@lru_cache(maxsize=20_000)
def heads(word: str) -> frozenset[str]:
    """Every known word at the end of `word`: an ultra-low freezer is a freezer and a cabinet."""
    starts = range(1, len(word) - 3)
    return frozenset(word[start:] for start in starts if _is_part(word[:start], word[start:]))


def _known_end(word: str) -> str | None:
    for length in range(min(len(word), 24), 2, -1):
        if _is_part(word[:-length], word[-length:]):
            return word[-length:]
    return None


def _is_part(before: str, end: str) -> bool:
    """Whether `end` is a word of its own; what may be a mere ending is one only after another known word."""
    known = _known(end)
    return bool(known - ENDINGS) or (bool(known) and (not before or _known_end(before) is not None))


def _known(word: str) -> set[str]:
    """What it may be an inflection of."""
    endings = (ending for ending in ("", "en", "es", "n", "s", "e") if word.endswith(ending))
    return {word[: len(word) - len(ending)] for ending in endings} & FOLDED_ATOMS


def _without_link(rest: str) -> str:
    """`rest` as it is if it ends with a known part, else without the linking sound of German compounds."""
    if _known_end(rest):
        return rest
    for link in LINKS:
        if link and rest.endswith(link) and _known_end(rest[: -len(link)]):
            return rest[: -len(link)]
    return rest


def _fold(word: str) -> str:
    return fold(word)[:LONGEST]


FOLDED_ATOMS = frozenset(_fold(atom) for atom in ATOMS)
