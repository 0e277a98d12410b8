"""German readers are addressed formally, also where the sentence is allauth's."""

import re
from pathlib import Path

import allauth
import polib
import pytest
from django.utils import translation

INFORMAL = re.compile(r"\b(du|dein\w*|dir|dich|euch|gib|lass|klick|rufe|versuche|kontaktiere|bestätige|folge)\b", re.I)
BOOK = polib.pofile(str(Path(allauth.__file__).parent / "locale/de/LC_MESSAGES/django.po"))
# Not in use here: other logins than email, letters (ours come from portal.accounts.letters), replaced templates.
ELSEWHERE = ("socialaccount/", "openid/", "usersessions/", "templates/account/email/", "headless/", "idp/")
REPLACED = {
    "If you have not created an account yet, then please %(link)ssign up%(end_link)s first.",
    "Already have an account? Then please %(link)ssign in%(end_link)s.",
}


def is_shown(entry) -> bool:
    places = [place for place, _line in entry.occurrences]
    elsewhere = all(any(part in place for part in ELSEWHERE) for place in places)
    return not (
        entry.obsolete or elsewhere or entry.msgid in REPLACED or re.search("username|phone", entry.msgid, re.I)
    )


def informal() -> list[str]:
    return [entry.msgid for entry in BOOK if is_shown(entry) and INFORMAL.search(entry.msgstr)]


@pytest.mark.parametrize("message", informal())
def test_readers_are_addressed_formally(message):
    with translation.override("de"):
        assert not INFORMAL.search(translation.gettext(message))
