"""Every page type of the house, found by itself: it has a place in the tree, answers, costs little, is previewed."""

import pytest
from django.db import connection
from django.db.models import NOT_PROVIDED
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.fields import StreamField
from wagtail.models import Page, get_page_models
from wagtail.test.utils.form_data import querydict_from_html

from events import samples as evenings
from events.models import Event
from home import samples as cluster
from home.models import Project, Section
from home.pages import HandbookPage, HomePage
from portal.sockets import FLOORS

pytestmark = pytest.mark.django_db

TYPES = [kind for kind in get_page_models() if kind.__module__.split(".")[0] in FLOORS]
EVERY_TYPE = pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
MOST_QUERIES = 10


FACTS = {Event: evenings.event, Project: cluster.project, Section: cluster.section}


def made(kind: type[Page], site_tree) -> Page:
    """A live German page of this type, below the first parent that allows it; its facts come from `FACTS`."""
    if kind is HomePage:
        return site_tree.de
    parents = kind.allowed_parent_page_models()
    if HomePage in parents:
        parent = site_tree.de
    elif Page in parents:
        parent = site_tree.de.get_parent()
    else:
        parent = made(parents[0], site_tree)
    needed = [
        field
        for field in kind._meta.local_concrete_fields
        if not (field.primary_key or field.blank or field.null) and field.default is NOT_PROVIDED
    ]
    said = {field.name: FACTS[field.related_model]() if field.is_relation else "Ein Satz" for field in needed}
    page = kind(title=kind.__name__, locale=site_tree.de.locale, **said)
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def translated(page: Page, site_tree) -> Page:
    other = page.get_translation_or_none(site_tree.en.locale)
    if other is None:
        other = page.copy_for_translation(site_tree.en.locale, copy_parents=True)
        other.save_revision().publish()
    return other.specific


def test_all_our_page_types_are_found():
    assert {"HomePage", "StandardPage", "EventPage", "CoachingPage", "MarketplacePage", "JoinPage"} <= {
        kind.__name__ for kind in TYPES
    }


@EVERY_TYPE
def test_a_page_type_says_what_it_is_and_some_parent_allows_it(kind):
    assert kind.allowed_parent_page_models() != []
    assert kind.get_page_description()
    assert str(kind._meta.verbose_name) != kind._meta.model_name


@EVERY_TYPE
def test_a_page_of_each_type_answers_in_both_languages_at_few_queries(kind, client, admin_client, site_tree):
    page = made(kind, site_tree)
    for shown, language in ((page, "de"), (translated(page, site_tree), "en")):
        if kind is HandbookPage:
            # Read in the administration only; its first page is the book itself.
            chapter = shown.add_child(instance=HandbookPage(title=f"Chapter {language}", locale=shown.locale))
            assert client.get(f"/{language}/{chapter.slug}/").status_code == 404
            answer = admin_client.get(reverse("handbook_chapter", args=[chapter.slug]))
            assert (answer.status_code, chapter.title in answer.content.decode()) == (200, True)
            continue
        client.get(shown.url)
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(shown.url)
        assert answer.status_code == 200
        assert f'<html lang="{language}"' in answer.content.decode()
        assert len(asked) <= MOST_QUERIES


@EVERY_TYPE
def test_the_editor_shows_a_live_preview_of_each_type(kind, admin_client, site_tree):
    page = made(kind, site_tree)
    form = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    typed = querydict_from_html(form, form_id="page-edit-form")
    # The editor's script draws the streams; here they stay empty.
    streams = [field.name for field in kind._meta.get_fields() if isinstance(field, StreamField)]
    typed |= {f"{name}-count": "0" for name in streams}
    typed["title"] = "Changed while typing"
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert admin_client.post(address, typed).json() == {"is_valid": True, "is_available": True}
    preview = admin_client.get(address)
    assert preview.status_code == 200
    assert "Changed while typing" in preview.content.decode()
    # The editor shows it in a frame.
    assert "frame-ancestors 'self'" in preview.headers["Content-Security-Policy"]
    assert preview.headers["X-Frame-Options"] == "SAMEORIGIN"
