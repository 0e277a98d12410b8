"""Pages whose translation is missing, not published or older than they are."""

from datetime import timedelta

import pytest
from wagtail.models import Page

from home.checks.untranslated import BehindPages, behind
from home.pages import StandardPage
from portal.accounts.people import enroll
from tests.home.conftest import add, translate

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(db):
    return enroll("editor@example.org", staff_groups=("Editors",))


@pytest.fixture
def english(about, site_tree):
    return translate(about, site_tree.en.locale, "About", "about")


def standing(page) -> list[str]:
    return [found.standing for found in behind() if found.pk == page.pk]


def published(page, when) -> None:
    Page.objects.filter(pk=page.pk).update(last_published_at=when)


def test_a_page_without_translation_is_missing(about):
    assert standing(about) == ["missing"]


def test_an_english_page_without_german_is_missing_too(about, site_tree):
    english = add(site_tree.en, StandardPage(title="Only English", slug="only-english"))
    assert standing(english) == ["missing"]


def test_an_english_page_is_never_ahead_of_its_german(about, english):
    about.refresh_from_db()
    published(english, about.last_published_at + timedelta(days=1))
    assert standing(english) == []


def test_a_current_translation_is_no_news(about, english):
    published(english, about.last_published_at)
    assert standing(about) == []


def test_a_draft_of_the_translation_does_not_count(about, english):
    Page.objects.get(pk=english.pk).unpublish()
    assert standing(about) == ["draft"]


def test_a_translation_older_than_its_page_is_told(about, english):
    about.refresh_from_db()
    english.refresh_from_db()
    published(about, english.last_published_at + timedelta(days=1))
    assert standing(about) == ["older"]


def test_an_alias_is_no_translation(about, english):
    Page.objects.filter(pk=english.pk).update(alias_of=about.pk)
    assert standing(about) == ["missing"]


def test_the_panel_asks_once(editor, about, article, section_page, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert len(BehindPages(editor).rows()) >= 3


def test_editors_find_it_on_their_first_page_and_as_a_report(client, editor, about):
    client.force_login(editor)
    assert about.title in client.get("/admin/").content.decode()
    page = client.get("/admin/reports/untranslated/").content.decode()
    assert about.title in page
    assert "keine Übersetzung" in page
    for kind in ("csv", "xlsx"):
        assert client.get("/admin/reports/untranslated/", {"export": kind}).status_code == 200


def test_finance_translates_nothing(client):
    client.force_login(enroll("finance@example.org", staff_groups=("Finance",)))
    assert client.get("/admin/reports/untranslated/").status_code in {302, 403}
