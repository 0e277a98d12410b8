"""Catalogues are brought up to date with the source."""

import re

import polib
import pytest

from portal.language import catalogues

ONE, MANY, OWN = (None, "Room", None), (None, "%(n)d seat", "%(n)d seats"), ("place", "Room", None)
SAID = {"home": {ONE: ["home/a.py"], MANY: ["home/a.py"]}}
BOTH = SAID | {"events": {ONE: ["events/b.py"], MANY: ["events/b.py"], OWN: ["events/b.py"]}}


@pytest.fixture
def source(monkeypatch, tmp_path):
    """`source(found)`: what the source says; catalogues lie in an empty folder."""
    monkeypatch.setattr(catalogues, "LOCALE", tmp_path)
    return lambda found: monkeypatch.setattr(catalogues, "extract", lambda: found)


def test_a_message_that_another_room_says_comes_with_its_german(source):
    source(SAID)
    assert catalogues.update() == {"home": ["%(n)d seat", "Room"]}
    book = catalogues.catalogue("home")
    book.find("Room").msgstr = "Raum"
    book.find("%(n)d seat").msgstr_plural = {0: "%(n)d Platz", 1: "%(n)d Plätze"}
    book.save()
    source(BOTH)
    # With a context it is another message.
    assert catalogues.update() == {"home": [], "events": ["Room"]}
    added = catalogues.catalogue("events")
    assert added.find("Room", msgctxt=None).msgstr == "Raum"
    assert added.find("%(n)d seat").msgstr_plural == {0: "%(n)d Platz", 1: "%(n)d Plätze"}
    assert added.find("Room", msgctxt="place").msgstr == ""


def test_what_the_source_no_longer_says_is_dropped(source):
    source(BOTH)
    catalogues.update()
    source({"home": {ONE: ["home/a.py"]}, "events": {}})
    catalogues.update()
    assert [entry.msgid for entry in catalogues.catalogue("home")] == ["Room"]
    assert len(catalogues.catalogue("events")) == 0


def test_there_is_one_word_for_email_in_each_language():
    wrong = []
    for path in catalogues.LOCALE.glob("*.po"):
        for entry in polib.pofile(str(path)):
            english, german = (entry.msgid, entry.msgid_plural), (entry.msgstr, *entry.msgstr_plural.values())
            wrong += [text for text in english if re.search(r"e-mail", text, re.I)]
            wrong += [text for text in german if re.search(r"\b(Email|eMail|E-mail|Mailadresse)", text)]
    assert wrong == []
