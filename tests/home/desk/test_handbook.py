"""The handbook: read by staff in their language, edited in the CMS, never served to the public."""

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from django.utils import translation
from wagtail.models import Page

from home.checks import publishing
from home.desk import handbook
from home.desk.site_tree import lay_foundation
from home.pages import HandbookPage
from portal.accounts.people import enroll
from portal.demo.content.handbook import CHAPTERS
from portal.demo.telling import handbook as telling

pytestmark = pytest.mark.django_db
PICTURES = telling.PICTURES
MOST_BYTES = 50_000


@pytest.fixture(scope="module")
def _book(django_db_setup, django_db_blocker, tmp_path_factory):
    """Told once for the module, in a transaction around those of its tests."""
    roots = {name: tmp_path_factory.mktemp(name) for name in ("PICTURES_ROOT", "DOCUMENTS_ROOT")}
    with override_settings(**roots), translation.override("de"), django_db_blocker.unblock(), transaction.atomic():
        lay_foundation()
        telling.tell_handbook()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def book(_book, db):
    """The handbook in both languages."""


@pytest.fixture
def editor(client):
    user = enroll("editor@example.org", staff_groups=("Editors",))
    client.force_login(user)
    return user


def test_every_chapter_in_both_languages_with_a_picture_each(book):
    assert len(CHAPTERS) == 21
    for language in ("de", "en"):
        pages = HandbookPage.objects.live().filter(locale__language_code=language, depth=3)
        assert pages.count() == len(CHAPTERS)
        assert all([block.block_type for block in page.body].count("image") == 1 for page in pages)
    assert Page.find_problems() == ([], [], [], [], [])


def test_the_book_obeys_the_checks_that_it_teaches(book):
    assert [finding.message for page in HandbookPage.objects.all() for finding in publishing.findings(page)] == []


def test_pictures_are_small():
    sizes = {path.name: path.stat().st_size for path in PICTURES.glob("*.webp")}
    assert len(sizes) == 2 * len(CHAPTERS)
    assert {name: size for name, size in sizes.items() if size > MOST_BYTES} == {}


def test_editor_reads_the_book_and_its_chapters(client, book, editor):
    contents = client.get("/admin/handbook/").content.decode()
    assert "Eine Nachricht schreiben" in contents
    assert contents.count("/admin/handbook/") >= len(CHAPTERS)
    page = client.get("/admin/handbook/nachricht-schreiben/").content.decode()
    assert "Bildnachweis" in page
    assert "Diese Seite verbessern" in page
    assert "/media/images/" in page


def test_chapter_of_the_other_language_leads_to_its_translation(book):
    assert handbook.find("write-news", handbook.chapters()).slug == "nachricht-schreiben"


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("Kontoauszug", "ueberweisungen"),
        ("kontoauszuege", "ueberweisungen"),
        ("EINCHECKEN", "check-in"),
        ("Fokuspunkte", "bilder-und-rechte"),
        ("Förderung", "nachricht-schreiben"),
        ("foerderung", "nachricht-schreiben"),
        ("Warteliste", "warteliste"),
        ("löschung auskunft", "datenschutz"),
        ("Einhorn", ""),
        ("", ""),
    ],
)
def test_the_search_of_the_handbook(client, book, editor, asked, first):
    answer = client.get("/admin/handbook/", {"q": asked})
    hits = [hit.page.slug for hit in answer.context["hits"]]
    assert hits[:1] == ([first] if first else [])
    assert f"/admin/handbook/{first or 'warteliste'}/" in answer.content.decode()


def test_what_was_asked_is_shown_and_harmless(client, book, editor):
    page = client.get("/admin/handbook/", {"q": "<script>" + "x" * 200}).content.decode()
    assert "&lt;script&gt;xxx" in page
    assert "<script>xxx" not in page


def test_unknown_chapter_is_missing(client, book, editor):
    assert client.get("/admin/handbook/nichts/", follow=True).status_code == 404


def test_empty_book_says_how_to_begin(client, book, editor):
    for first in Page.objects.filter(pk__in=HandbookPage.objects.filter(depth=2)):
        first.specific.delete()
    assert "Noch gibt es keine Seiten im Handbuch" in client.get("/admin/handbook/").content.decode()


@pytest.mark.parametrize(
    "address",
    ["/de/handbuch/", "/en/handbook/", "/de/nachricht-schreiben/", "/de/handbuch/nachricht-schreiben/"],
)
def test_public_finds_no_handbook(client, book, address):
    assert client.get(address).status_code == 404


def test_chapter_that_was_moved_below_the_site_is_not_served_either(client, book, site_tree):
    page = HandbookPage.objects.get(slug="nachricht-schreiben")
    page.move(site_tree.de, pos="last-child")
    assert client.get("/de/nachricht-schreiben/").status_code == 404


def test_search_and_sitemap_do_not_know_the_handbook(client, book):
    call_command("rebuild_references_index", verbosity=0)
    call_command("update_index", verbosity=0)
    assert "nachricht-schreiben" not in client.get("/de/suche/?q=Bildnachweis").content.decode()
    assert b"handbuch" not in client.get("/sitemap-pages.xml").content


def test_visitors_and_members_are_sent_away(client, book):
    assert client.get("/admin/handbook/").status_code == 302
    client.force_login(enroll("person@example.org"))
    assert client.get("/admin/handbook/").status_code in {302, 403}


def test_editor_may_edit_a_chapter_and_sees_the_preview(client, book, editor):
    page = HandbookPage.objects.get(slug="nachricht-schreiben")
    assert client.get(f"/admin/pages/{page.pk}/edit/").status_code == 200
    shown = page.make_preview_request(preview_mode="")
    assert "Eine Nachricht schreiben" in shown.content.decode()
