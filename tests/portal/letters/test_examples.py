"""Every letter has an example, says something in both languages, and leaves no row behind."""

import re

import pytest
from django.db import connection

from portal.letters import examples, outbox, rendering

LANGUAGES = ("de", "en")
# Words that stand in nearly every letter of one language and in none of the other.
STOP_WORDS = {
    "de": {"und", "der", "die", "das", "ist", "sie", "ihre", "ihr", "wir", "nicht", "eine", "für", "mit", "wird"},
    "en": {"and", "the", "is", "you", "your", "we", "not", "for", "with", "this", "have", "has", "been", "are"},
}
# An address as visible text; facts break it wherever the line ends.
WIDE = re.compile(r"<p>[^<]*https?://[^\s<]{30,}[^<]*</p>|>https?://[^\s<]{30,}</a>")
SALUTATION = {"de": "Guten Tag %s,", "en": "Dear %s,"}
TO_NOBODY = {"de": "Guten Tag,", "en": "Good day,"}
GREETING = re.compile("Guten Tag.+,$|Hallo|Hello|Dear|Sehr geehrte")


def words(text: str) -> set[str]:
    without_addresses = re.sub(r"https?://\S+|\S+@\S+", " ", text)
    return {word.casefold() for word in re.findall(r"[^\W\d_]+", without_addresses)}


def foreign(text: str, language: str) -> set[str]:
    other = {"de": "en", "en": "de"}[language]
    return words(text) & STOP_WORDS[other]


def as_text(letter) -> str:
    facts = [f"{label} {value}" for label, value in letter.facts]
    button = [letter.button[0]] if letter.button else []
    return "\n".join([letter.subject, *letter.paragraphs, *facts, *button, *letter.closing])


@pytest.fixture(autouse=True)
def _tree(site_tree):
    """Letters about forms name a page."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(outbox.BUILDERS))
def test_every_letter_has_an_example_that_speaks_its_language(kind, language):
    written = examples.write(kind, language)
    assert written, f"{kind} needs an example in letters/examples.py"
    assert foreign(as_text(written.letter), language) == set()
    mail = rendering.as_message(written.letter, language, "example")
    html = mail.alternatives[0][0]
    assert written.letter.to in mail.to[0]
    assert foreign(mail.body, language) == set()
    assert f'lang="{language}"' in html
    assert not WIDE.search(html), "an address that is wider than a phone belongs behind a button or link"
    first = written.letter.paragraphs[0]
    assert first in (SALUTATION[language] % written.letter.name, TO_NOBODY[language]) or not GREETING.match(first)


def test_wrong_language_would_be_seen():
    assert foreign("you are registered", "de") == {"you", "are"}
    assert foreign("Sie sind angemeldet", "en") == {"sie"}


def test_examples_leave_no_row(db):
    examples.known()
    before = _rows()
    for kind in outbox.BUILDERS:
        examples.write(kind, "de")
    assert _rows() == before


def _rows() -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute("select tablename from pg_tables where schemaname = 'public'")
        tables = [name for (name,) in cursor.fetchall()]
        counts = {}
        for table in tables:
            cursor.execute(f'select count(*) from "{table}"')
            counts[table] = cursor.fetchone()[0]
    return counts


def test_pattern_shows_placeholders_where_the_example_has_values():
    written = examples.write("events.registered", "de")
    assert written.pattern.subject == "Ihre Anmeldung: {event}"
    assert written.pattern.opening.startswith("Guten Tag {name},")
