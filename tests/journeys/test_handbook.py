"""The handbook tells the truth: whom it is for may open the screens, and what it quotes stands on them."""

from pathlib import Path

import pytest
from django.utils.translation import gettext, override

from portal.demo.content.handbook import CHAPTERS
from tests.journeys.handbook_screens import WALKS, addresses, is_shown, labels_on, quoted

ROOT = Path(__file__).resolve().parent.parent.parent
SAID_BY = {"de": "de-DE", "en": "en-GB"}


def unread(chapter: dict, demo, window_of, language: str) -> list[str]:
    """What the screens of a chapter refuse, and the words that stand on none of them."""
    walk, faults = WALKS[chapter["slug"]], []
    told = {_rare(file, words, language) for file, words in walk.rare}
    for asked in addresses(walk, demo, language):
        answer = window_of(walk.role).request.get(asked, headers={"Accept-Language": SAID_BY[language]})
        faults.append(is_shown(answer.url, answer.status, asked, answer.text()))
        told |= labels_on(answer.text())
    return [*filter(None, faults), *(word for word in quoted(chapter, language) if word not in told)]


def _rare(file: str, words: str, language: str) -> str:
    """What a template or a choice says, in the reader's language."""
    assert f'"{words}"' in (ROOT / file).read_text()
    with override(language):
        return gettext(words)


@pytest.fixture
def window_of(open_window, known):
    windows = {}

    def window_of(role: str):
        if role not in windows:
            windows[role] = open_window(storage_state=known(role))
        return windows[role]

    return window_of


@pytest.mark.parametrize("language", SAID_BY)
def test_words_in_bold_stand_on_the_screens_of_those_it_is_for(window_of, demo, language):
    faults = {one["slug"]: unread(one, demo, window_of, language) for one in CHAPTERS}
    assert {slug: found for slug, found in faults.items() if found} == {}


def test_a_door_that_is_closed_and_a_word_that_is_gone_are_found(window_of, demo):
    chapter = {"slug": "payment", "de": ("", "", "", "", [("text", "<b>Zahlungen → Gibt es nicht</b>")])}
    faults = unread(chapter, demo, lambda role: window_of("editor"), "de")
    assert faults[-1] == "Gibt es nicht"
    assert any("/admin/snippets/payments/payment/" in fault for fault in faults)


def test_every_chapter_has_its_walk():
    assert set(WALKS) == {one["slug"] for one in CHAPTERS}
