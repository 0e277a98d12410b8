"""Did you mean: the nearest spelling of a word that stands in no title and in no vocabulary."""

import re
from collections.abc import Iterable
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
    """Titles that were indexed. No word is forgotten: whoever suggests one looks first what it finds."""
    SeenWord.objects.bulk_create(rows(" ".join(texts)), ignore_conflicts=True)


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


def _nearest(word: str, candidates: list[SeenWord]) -> str:
    known = stems.stems(word)
    # The beginning of a word is no slip: somebody is still typing, or means all that begins so.
    if any(known & stems.stems(one.folded) or one.folded.startswith(word) for one in candidates):
        return ""
    likeness = {one.word: SequenceMatcher(None, word, one.folded).ratio() for one in candidates}
    best = max(likeness, key=likeness.get, default="")
    return best if best and likeness[best] >= LIKE_ENOUGH else ""
