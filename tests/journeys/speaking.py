"""Text in the wrong language, as a reader would find it: visible, and not marked as being in another language.

Two ways to find it: a text that is word for word a message of the other language, and a sentence with more of the small
words that only the other language has. Proper names stay in their language and are taken out first.
"""

import re
from functools import cache
from pathlib import Path

import polib
import psycopg

LOCALE = Path(__file__).resolve().parent.parent.parent / "locale" / "de"
SMALL_WORDS = {
    "de": """der die das den dem des und oder nicht ist sind wird werden mit für auf von vom zum zur bei aus nach über
        eine einen einem einer ein sie ihre ihren ihr ihnen wir uns auch noch nur wenn dass sich kann können bitte wie
        diese dieser dieses keine kein hier wer unter zwischen ohne bis es was wo worum geht ich mein meine im am""",
    "en": """the and or not is are be been with for from of to by your you we our this that these those it its has have
        here there who which when until without between please no yes how can will into than""",
}
# What stands on screen, and what is read out: each with the language in which its element says it is.
GATHER = """
() => {
  const found = [];
  const take = (element, text) => {
    if (text && text.trim()) found.push([element.closest("[lang]").lang, text.trim().replace(/\\s+/g, " ")]);
  };
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element.closest("script, style, noscript, template, textarea, code")) continue;
    if (element.closest("title") || element.checkVisibility()) take(element, node.data);
  }
  for (const element of document.querySelectorAll("[aria-label], [alt], [title], [placeholder]"))
    for (const name of ["aria-label", "alt", "title", "placeholder"]) take(element, element.getAttribute(name));
  return found;
}
"""
PLAIN_MESSAGE = re.compile(r"%\(|%s|\{")


@cache
def _words(language: str) -> frozenset[str]:
    return frozenset(SMALL_WORDS[language].split())


@cache
def _messages(language: str) -> frozenset[str]:
    """Texts of our own that can only be of that language."""
    german, english = set(), set()
    for path in LOCALE.glob("*.po"):
        for entry in polib.pofile(str(path)):
            german |= {entry.msgstr, *entry.msgstr_plural.values()}
            english |= {entry.msgid, entry.msgid_plural}
    own, other = (german, english) if language == "de" else (english, german)
    return frozenset(text for text in own - other if len(text) > 3 and not PLAIN_MESSAGE.search(text))


@cache
def proper_names(database_url: str) -> tuple[str, ...]:
    """Institutions, people and funders are called the same everywhere; the longest first."""
    queries = [
        "select name from accounts_institution",
        "select name_de from home_funder",
        "select title_de from home_project",
    ]
    with psycopg.connect(database_url) as database:
        names = {row[0] for query in queries for row in database.execute(query)}
    return tuple(sorted(names, key=len, reverse=True))


def wrong(page, language: str, names: tuple[str, ...] = ()) -> list[str]:
    """Texts of the page that are not in `language` though nothing marks them as foreign."""
    other = {"de": "en", "en": "de"}[language]
    return sorted({text[:120] for lang, text in page.evaluate(GATHER) if lang == language and _is(text, other, names)})


def _is(text: str, other: str, names: tuple[str, ...]) -> bool:
    if text in _messages(other):
        return True
    for name in names:
        text = text.replace(name, " ")
    said = [word.lower() for word in re.findall(r"[^\W\d_]+", text)]
    this = {"de": "en", "en": "de"}[other]
    foreign, own = (sum(word in _words(code) for word in said) for code in (other, this))
    return foreign >= 2 and foreign > own
