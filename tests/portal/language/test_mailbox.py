"""One rule says which addresses are one mailbox, and no room writes it again."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction
from django.utils import translation

from portal import sockets
from portal.accounts.models import User
from portal.language import mailbox
from portal.language.mailbox_fields import MailboxField, MailboxFormField
from portal.letters.letter import Letter
from portal.letters.rendering import as_message

AGAIN = re.compile(
    r"mail\w*__iexact|mail\w*(\.strip\(\))?\.(lower|casefold)\(\)|\bto\.(lower|casefold)\(\)"
    r"|(models|forms)\.EmailField|validate_email|EmailBlock"
)
# Their own spelling: the rule itself, and the style guide's picture of a form.
RULE = {"portal/language/mailbox.py", "portal/language/mailbox_fields.py", "portal/look/examples.py"}

# typed, shown, stored and sent
ONE_MAILBOX = [
    (" Anna@Beispiel.DE ", "anna@beispiel.de", "anna@beispiel.de"),
    ("info@Stra\u00dfe.example", "info@stra\u00dfe.example", "info@xn--strae-oqa.example"),
    ("info@strasse.example", "info@strasse.example", "info@strasse.example"),
    ("a@B\u00dcCHER.example", "a@b\u00fccher.example", "a@xn--bcher-kva.example"),
    ("a@bu\u0308cher.example", "a@b\u00fccher.example", "a@xn--bcher-kva.example"),
    ("A@XN--BCHER-KVA.example", "a@b\u00fccher.example", "a@xn--bcher-kva.example"),
    ("a@b\u00fccher\u3002example", "a@b\u00fccher.example", "a@xn--bcher-kva.example"),
    ("a@\u03b2\u03cc\u03bb\u03bf\u03c2.example", "a@\u03b2\u03cc\u03bb\u03bf\u03c2.example", "a@xn--nxasmm1c.example"),
    # A Cyrillic letter among Latin ones is not shown: it would look like somebody else's domain.
    ("a@p\u0430ypal.example", "a@xn--pypal-4ve.example", "a@xn--pypal-4ve.example"),
    ("first.last+tag@sub.example", "first.last+tag@sub.example", "first.last+tag@sub.example"),
]

NEVER_REACHED = [
    "",
    "anna",
    "anna@",
    "@beispiel.de",
    "j\u00f6rg@beispiel.de",
    "\u0430nna@beispiel.de",
    '"anna b"@beispiel.de',
    "anna@[127.0.0.1]",
    "anna@localhost",
    "anna@bei_spiel.de",
    "anna@-beispiel.de",
    "anna@beispiel..de",
    "anna@beispiel.d",
    "anna@\u2603.example",
    "anna@xn--a.example",
    f"anna@{'a' * 64}.de",
    "anna@" + "\u00fc" * 60 + ".de",
    f"{'a' * 65}@beispiel.de",
    f"anna@{'.'.join(['abcdefghij'] * 24)}.de",
    "anna@b.de\nBcc: eve@b.de",
    "anna@b.de,eve@b.de",
    "7@erased.example",
    "7@ERASED.example",
]


@pytest.mark.django_db
@pytest.mark.parametrize(("typed", "shown", "sent"), ONE_MAILBOX)
def test_each_mailbox_has_one_spelling_to_show_and_one_to_send(typed, shown, sent):
    assert mailbox.same_mailbox(typed) == mailbox.same_mailbox(sent) == shown
    assert mailbox.ascii_form(typed) == mailbox.ascii_form(shown) == sent
    assert MailboxFormField().clean(typed) == shown
    letter = Letter(to=shown, name="Anna", subject="Hello", paragraphs=[])
    assert as_message(letter, "en", "1").message()["To"] == f"Anna <{sent}>"


@pytest.mark.parametrize("typed", NEVER_REACHED)
def test_what_no_letter_can_reach_is_refused_where_it_is_typed(typed):
    with pytest.raises(ValidationError):
        MailboxFormField().clean(typed)
    with pytest.raises(ValidationError):
        MailboxField().clean(typed, None)


@pytest.mark.parametrize(
    ("typed", "said"),
    [("j\u00f6rg@beispiel.de", "vor dem @"), ("anna@\u2603.example", "hinter dem @"), ("anna", "E-Mail-Adresse")],
)
def test_the_reader_learns_what_is_wrong(typed, said):

    with translation.override("de"), pytest.raises(ValidationError, match=said):
        MailboxFormField().clean(typed)


@pytest.mark.django_db
def test_an_account_is_kept_and_found_at_its_own_domain():
    user = User.objects.create_user("Info@Stra\u00dfe.example")
    assert user.email == User.objects.get(pk=user.pk).email == "info@stra\u00dfe.example"
    for spelled in (" INFO@stra\u00dfe.example", "info@xn--strae-oqa.example"):
        assert User.objects.get(email=spelled) == User.objects.get_by_natural_key(spelled) == user
        assert User.objects.filter(email__in=[spelled]).get() == user
        assert User.objects.filter(email__icontains=spelled).get() == user
    assert not User.objects.filter(email="info@strasse.example").exists()
    with connection.cursor() as cursor:
        cursor.execute("select email from accounts_user where id = %s", [user.pk])
        assert cursor.fetchone()[0] == "info@xn--strae-oqa.example"


@pytest.mark.django_db
def test_the_same_mailbox_in_another_spelling_is_no_second_account():
    User.objects.create_user("a@b\u00fccher.example")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("A@xn--bcher-kva.example")


@pytest.mark.django_db
@pytest.mark.parametrize("stored", ["Anna@beispiel.de", "a@b\u00fccher.example", "a b@beispiel.de"])
def test_the_database_takes_no_other_spelling(stored):
    user = User.objects.create_user("a@beispiel.de")
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("update accounts_user set email = %s where id = %s", [stored, user.pk])


def test_every_column_for_an_address_knows_the_rule():
    fields = [field for app in sockets.ours() for model in app.get_models() for field in model._meta.local_fields]
    assert not [f for f in fields if isinstance(f, models.EmailField) and not isinstance(f, MailboxField)]
    assert len([f for f in fields if isinstance(f, MailboxField)]) >= 12


def test_no_other_place_writes_the_rule_again():
    found = [
        f"{path}:{number}"
        for room in ("portal", "home", "events", "marketplace")
        for path in sorted((Path(settings.BASE_DIR) / room).rglob("*.py"))
        if path.relative_to(settings.BASE_DIR).as_posix() not in RULE and "migrations" not in path.parts
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if AGAIN.search(line)
    ]
    assert found == []
