"""Did you mean: the nearest spelling of a word that stands in no title and in no vocabulary."""

import re
from collections.abc import Iterable
from datetime import datetime
from difflib import SequenceMatcher

from django.db.models import Q

from portal.language.folding import fold
from portal.lexicon import stems
from portal.lexicon.models import SeenWord

WORD = re.compile(r"[^\W\d_]+")
# Shorter words have too many neighbours, longer ones are chains of others.
SHORTEST, LONGEST = 5, 60
LIKE_ENOUGH = 0.75
MOST_CANDIDATES = 50


def rows(text: str) -> list[SeenWord]:
    """What can be suggested of `text`, unsaved."""
    words = {fold(word): word for word in WORD.findall(text)}
    return [
        SeenWord(folded=folded, word=word[:120], keys=keys(folded))
        for folded, word in words.items()
        if SHORTEST <= len(folded) <= LONGEST
    ]


def remember(texts: Iterable[str]) -> None:
    """Titles that were indexed."""
    # In one order everywhere: whoever indexes at the same time must not wait in a circle.
    seen = sorted(rows(" ".join(texts)), key=lambda row: row.folded)
    SeenWord.objects.bulk_create(seen, update_conflicts=True, unique_fields=["folded"], update_fields=["seen_at"])


def forget(*, before: datetime) -> int:
    """Forget the words that were last seen before that moment; how many they were."""
    return SeenWord.objects.filter(seen_at__lt=before).delete()[0]


def suggestion(text: str) -> str:
    """`text` with its unknown words in their nearest spelling; empty if none has one."""
    typed = WORD.findall(text[:200])[:12]
    folded = {word: fold(word) for word in typed if SHORTEST <= len(fold(word)) <= LONGEST}
    wanted = {key for one in folded.values() for key in keys(one)}
    if not wanted:
        return ""
    near = Q(keys__overlap=sorted(wanted))
    for one in folded.values():
        near |= Q(folded__startswith=one)
    candidates = list(SeenWord.objects.filter(near)[: MOST_CANDIDATES * len(folded)])
    better = {word: _nearest(one, candidates) for word, one in folded.items()}
    better = {word: found for word, found in better.items() if found}
    return re.sub(WORD, lambda match: better.get(match.group(), match.group()), text) if better else ""


def keys(folded: str) -> list[str]:
    """The word and what is left of it with one letter less."""
    return sorted({folded, *(folded[:n] + folded[n + 1 :] for n in range(len(folded)))})


def _begins_alike(word: str, other: str) -> bool:
    """Nobody mistypes the first letter for another one: who asks for Karriere means no Barriere. It may be missing, too
    many, or change places with the second.
    """
    swapped = word[:2] == other[1::-1]
    return word[0] == other[0] or swapped or word[1:] == other or other[1:] == word


def _nearest(word: str, candidates: list[SeenWord]) -> str:
    known = stems.stems(word)
    # The beginning of a word is no slip: somebody is still typing, or means all that begins so.
    if any(known & stems.stems(one.folded) or one.folded.startswith(word) for one in candidates):
        return ""
    alike = [one for one in candidates if _begins_alike(word, one.folded)]
    likeness = {one.word: SequenceMatcher(None, word, one.folded).ratio() for one in alike}
    letters = sorted(word)
    # Of two that are as like, the one with the same letters: they have only changed places.
    best = max(likeness, key=lambda one: (likeness[one], sorted(fold(one)) == letters, one), default="")
    return best if best and likeness[best] >= LIKE_ENOUGH else ""
