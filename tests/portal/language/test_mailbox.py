"""One rule says which addresses are one mailbox, and no room writes it again."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from portal.accounts.models import User
from portal.language.mailbox import mailbox_is, same_mailbox

AGAIN = re.compile(r"mail\w*__iexact|mail\w*(\.strip\(\))?\.(lower|casefold)\(\)|\bto\.(lower|casefold)\(\)")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" Anna@Beispiel.DE ", "anna@beispiel.de"),
        ("jo\u0308rg@beispiel.de", "j\u00f6rg@beispiel.de"),
        ("info@Stra\u00dfe.de", "info@stra\u00dfe.de"),
    ],
)
def test_case_and_composition_do_not_matter_but_the_domain_stays_the_same(typed, kept):
    assert same_mailbox(typed) == kept


@pytest.mark.django_db
def test_an_account_is_kept_and_found_at_its_own_domain():
    user = User.objects.create_user("Info@Stra\u00dfe.de")
    assert user.email == "info@stra\u00dfe.de"
    assert User.objects.filter(mailbox_is(" INFO@stra\u00dfe.de")).get() == user
    assert not User.objects.filter(mailbox_is("info@strasse.de")).exists()


def test_no_other_place_writes_the_rule_again():
    found = [
        f"{path}:{number}"
        for room in ("portal", "home", "events", "marketplace")
        for path in sorted((Path(settings.BASE_DIR) / room).rglob("*.py"))
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if AGAIN.search(line)
    ]
    assert found == []
