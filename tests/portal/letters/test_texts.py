"""The office's own words: placeholders from a list, nothing evaluated, what must be said stays."""

import pytest

from portal.accounts.people import enroll
from portal.letters import catalogue, outbox, texts, wording
from portal.letters.letter import Kept, Letter
from portal.letters.models import LetterText
from portal.letters.readers import Reader

pytestmark = pytest.mark.django_db
LETTER = Letter(to="a@example.org", name="Erika", subject="Alt", paragraphs=["Guten Tag,", Kept("Frist: morgen.")])
KIND = "events.registered"


def text(**parts) -> LetterText:
    return LetterText(**parts)


def typed(**parts) -> dict:
    empty = {f"{language}-{part}": "" for language in ("de", "en") for part in ("subject", "opening", "closing")}
    return empty | {name.replace("__", "-"): value for name, value in parts.items()}


@pytest.fixture
def moderator(client, site_tree):
    user = enroll("moderator@example.org", staff_groups=("Moderators",))
    client.force_login(user)
    return user


def test_own_words_replace_the_opening_and_keep_what_must_be_said():
    told = wording.edited(LETTER, text(opening="Hallo {name},\n\nschön.", subject="Neu"), {"name": "Erika"})
    assert told.paragraphs == ["Hallo Erika,", "schön.", "Frist: morgen."]
    assert told.subject == "Neu"
    assert told.closing == []


def test_empty_parts_stay_as_the_portal_has_them():
    assert wording.edited(LETTER, text(), {}) == LETTER
    assert wording.edited(LETTER, None, {}) == LETTER


@pytest.mark.parametrize("wrong", ["{evnt}", "{", "}", "{name.__class__}", "{{ name }}", "{name!r}", "{Name}", "{0}"])
def test_what_is_no_placeholder_is_found(wrong):
    assert wording.unknown(f"Hallo {wrong}", {"name"}) != []


@pytest.mark.parametrize("harmless", ["{name}", "{% now %}".replace("{%", "%").replace("%}", "%"), "100 %", "%(name)s"])
def test_what_is_harmless_passes(harmless):
    assert wording.unknown(harmless, {"name"}) == []


def test_braces_in_a_visitors_name_are_not_read_again():
    told = wording.edited(LETTER, text(opening="Hallo {name}"), {"name": "{portal}", "portal": "X"})
    assert told.paragraphs[0] == "Hallo {portal}"


def test_part_with_a_name_that_is_gone_goes_out_in_the_portals_words():
    told = wording.edited(LETTER, text(subject="{gone}", opening="Hallo"), {"name": "Erika"})
    assert told.subject == "Alt"
    assert told.paragraphs[0] == "Hallo"


def test_letter_goes_out_in_the_offices_words_with_one_more_query(payment, moderator, django_assert_max_num_queries):
    parts = {"subject": "Danke, {name}: {what}", "opening": "Liebe Kundin, lieber Kunde,", "closing": ""}
    texts.write("payments.received", by=moderator, texts={"de": parts})
    with django_assert_max_num_queries(2):
        letter, language = outbox.build("payments.received", payment.pk, None)
    assert language == "de"
    assert letter.subject == f"Danke, {payment.payer_name}: {payment.description}"
    assert letter.paragraphs == ["Liebe Kundin, lieber Kunde,"]


_told: dict = {}


@pytest.fixture
def told():
    """Nobody waits for the examples of all letters: they are written by the first who asks."""
    catalogue.cache.set_many(_told)
    yield
    _told.update(catalogue.cache.get_many([f"letters-told:de:{len(outbox.BUILDERS)}"]))


def test_moderator_sees_every_letter(client, moderator, told, django_assert_max_num_queries):
    page = client.get("/admin/letters/").content.decode()
    assert all(f"/admin/letters/of/{kind}/" in page for kind in outbox.BUILDERS)
    assert "Ihre Anmeldung: {event}" in page
    with django_assert_max_num_queries(20):
        client.get("/admin/letters/")


def test_every_letter_names_who_gets_it(client, moderator, told):
    rooms = client.get("/admin/letters/").context["rooms"]
    rows = {row.kind: row for _room, letters in rooms for row in letters}
    assert set(rows) == set(outbox.BUILDERS)
    assert rows["payments.review_wanted"].to == Reader.FINANCE
    assert rows["wagtailcore.release_asked"].room == "home"
    assert "Gäste einer Veranstaltung" in client.get(f"/admin/letters/of/{KIND}/").content.decode()


NARROWED = [
    # what the address says, a letter that stays, one that goes
    ("to=finance", "payments.review_wanted", "payments.received"),
    ("room=events", "events.registered", "payments.received"),
    ("q=ERSTATTET", "payments.refunded", "payments.received"),
    ("q=Rueckerstattet oder so", "", "payments.refunded"),
    ("room=events&to=contacts&q=neue", "events.office_notice", "events.registered"),
    ("to=nobody", "payments.received", ""),
]


def test_the_catalogue_is_narrowed(client, moderator, told):
    for asked, some, none in NARROWED:
        answer = client.get(f"/admin/letters/?{asked}")
        found = {row.kind for _room, letters in answer.context["rooms"] for row in letters}
        assert (some in found, none in found) == (bool(some), False), asked


def test_letter_is_shown_in_both_languages_in_a_frame_that_may_do_nothing(client, moderator):
    page = client.get(f"/admin/letters/of/{KIND}/").content.decode()
    assert page.count("<iframe") == 2
    assert page.count(" sandbox ") == 2
    assert "Ihre Anmeldung: Bioprozesstag" in page
    assert "Your registration: Bioprocess Day" in page
    assert "<code>{event}</code>" in page


def test_moderator_stores_own_words_and_the_preview_shows_them(client, moderator):
    data = typed(de__subject="Bis bald beim {event}", en__opening="Dear {name},\n\nsee you soon.")
    assert client.post(f"/admin/letters/of/{KIND}/", data).status_code == 302
    page = client.get(f"/admin/letters/of/{KIND}/").content.decode()
    assert "Bis bald beim Bioprozesstag" in page
    assert "see you soon." in page
    assert LetterText.objects.filter(kind=KIND).count() == 2


def test_trying_stores_nothing(client, moderator):
    data = typed(de__subject="Bis bald beim {event}") | {"preview": "1"}
    answer = client.post(f"/admin/letters/of/{KIND}/", data)
    assert "Bis bald beim Bioprozesstag" in answer.content.decode()
    assert not LetterText.objects.exists()


def test_unknown_placeholder_is_refused_beside_the_field(client, moderator):
    answer = client.post(f"/admin/letters/of/{KIND}/", typed(de__opening="Hallo {vorname}"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "{vorname} ist kein Platzhalter dieses Schreibens" in page
    assert "Hallo {vorname}" in page
    assert 'aria-invalid="true"' in page
    assert not LetterText.objects.exists()


def test_editor_may_not_change_letters(client, db):
    client.force_login(enroll("editor@example.org", staff_groups=("Editors",)))
    assert client.post(f"/admin/letters/of/{KIND}/", typed(de__subject="X")).status_code in {302, 403}
    assert not LetterText.objects.exists()


def test_unknown_letter_is_missing(client, moderator):
    assert client.get("/admin/letters/of/events.nothing/").status_code == 404
