"""wagtail-localize's known traps stay mended."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, TranslationSource

from home import samples
from home.answers.page import JoinPage
from home.pages import NewsPage, StandardPage
from tests.home.conftest import add

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client, db):
    user = get_user_model().objects.create_superuser("editor@example.org", "pw")
    client.force_login(user)
    return user


def translate_by_hand(client, page, capture, *, subtree=True):
    """As an editor does it: "Translate this page" with its subtree."""
    english = Locale.objects.get(language_code="en")
    data = {"locales": [english.pk]} | ({"include_subtree": "on"} if subtree else {})
    with capture(execute=True):
        response = client.post(f"/admin/localize/submit/page/{page.pk}/", data)
    assert response.status_code == 302


def publish_translations(capture) -> None:
    """As a moderator does, from the top of the tree down."""
    with capture(execute=True):
        for page in Page.objects.filter(locale__language_code="en", live=False).order_by("path"):
            page.get_latest_revision().publish()


def test_a_new_translation_is_a_draft_until_somebody_publishes_it(
    client, editor, article, django_capture_on_commit_callbacks
):
    translate_by_hand(client, article.get_parent(), django_capture_on_commit_callbacks)
    assert not NewsPage.objects.get(locale__language_code="en").live
    assert client.get("/en/aktuelles/geraeteparks/").status_code == 404


def test_translating_a_subtree_leaves_a_sound_tree_and_living_pages(
    client, editor, article, django_capture_on_commit_callbacks
):
    translate_by_hand(client, article.get_parent(), django_capture_on_commit_callbacks)
    publish_translations(django_capture_on_commit_callbacks)
    assert [len(found) for found in Page.find_problems()] == [0, 0, 0, 0, 0]
    assert client.get("/en/aktuelles/").status_code == 200
    assert client.get("/en/aktuelles/geraeteparks/").status_code == 200


def test_a_page_can_be_added_below_a_translated_parent(client, editor, about, django_capture_on_commit_callbacks):
    add(about, StandardPage(title="Team", slug="team"))
    translate_by_hand(client, about, django_capture_on_commit_callbacks)
    publish_translations(django_capture_on_commit_callbacks)
    english = StandardPage.objects.get(locale__language_code="en", slug="ueber-uns")
    add(english, StandardPage(title="Jobs", slug="jobs"))
    assert client.get("/en/ueber-uns/jobs/").status_code == 200


def test_a_translated_article_keeps_its_facts(client, editor, article, django_capture_on_commit_callbacks):
    translate_by_hand(client, article.get_parent(), django_capture_on_commit_callbacks)
    english = NewsPage.objects.get(locale__language_code="en")
    assert (english.date, english.kind, english.image) == (article.date, article.kind, article.image)
    assert list(english.related_institutions.all()) == list(article.related_institutions.all())
    assert list(english.related_projects.all()) == list(article.related_projects.all())


def test_relations_of_an_article_follow_when_translations_are_updated(
    client, editor, article, django_capture_on_commit_callbacks
):
    translate_by_hand(client, article.get_parent(), django_capture_on_commit_callbacks)
    other = samples.project("other", acronym="O")
    article.related_projects.set([other])
    article.save_revision().publish()
    source = TranslationSource.objects.get(object_id=article.translation_key)
    source.update_from_db()
    source.translations.get().save_target()
    assert list(NewsPage.objects.get(locale__language_code="en").related_projects.all()) == [other]


def test_questions_keep_their_short_names_in_every_language(client, editor, join, django_capture_on_commit_callbacks):
    translate_by_hand(client, join, django_capture_on_commit_callbacks)
    publish_translations(django_capture_on_commit_callbacks)
    english = JoinPage.objects.get(locale__language_code="en")
    assert [f.clean_name for f in english.form_fields.all()] == [f.clean_name for f in join.form_fields.all()]
    assert [f.locale.language_code for f in english.form_fields.all()] == ["en"] * 3
    assert client.get(english.url).status_code == 200


def test_texts_of_all_blocks_can_be_translated(about, person, project):
    about.body = [
        {"type": "text", "value": "<p>Ein <b>Text</b>.</p>"},
        {"type": "goal", "value": {"goals": ["Z"], "measures": ["M"], "benefits": ["N"]}},
        {"type": "people", "value": {"heading": "H", "people": [person.pk]}},
        {"type": "funding", "value": {"project": project.pk}},
        {"type": "links", "value": {"heading": "L", "links": [{"text": "t", "page": None, "address": "/de/"}]}},
        {"type": "events", "value": {"heading": "E", "number": 3, "more": {"text": "", "page": None, "address": ""}}},
    ]
    about.save_revision().publish()
    about.refresh_from_db()
    source, _created = TranslationSource.get_or_create_from_instance(about)
    english, _created = source.create_or_update_translation(Locale.objects.get(language_code="en"), fallback=True)
    assert [block.block_type for block in english.body] == [block.block_type for block in about.body]
    assert english.body[2].value["people"][0] == person
    assert english.body[4].value["links"][0]["address"] == "/de/"


@pytest.fixture
def english(client, editor, article, django_capture_on_commit_callbacks):
    """The article's English draft, nothing translated."""
    translate_by_hand(client, article.get_parent(), django_capture_on_commit_callbacks)
    publish_translations(django_capture_on_commit_callbacks)
    return NewsPage.objects.get(locale__language_code="en")


def translated(page) -> None:
    """Every text of the page gets English words."""
    source = TranslationSource.objects.get(object_id=page.translation_key)
    for segment in source.stringsegment_set.exclude(context__path="slug"):
        StringTranslation.objects.get_or_create(
            translation_of_id=segment.string_id,
            locale=page.locale,
            context_id=segment.context_id,
            defaults={"data": "English words"},
        )


def press_publish(client, page, capture) -> NewsPage:
    with capture(execute=True):
        client.post(f"/admin/pages/{page.pk}/edit/", {"action": "publish"})
    page.refresh_from_db()
    return page


def test_a_half_translated_page_is_not_published(client, english, django_capture_on_commit_callbacks):
    english.unpublish()
    assert not press_publish(client, english, django_capture_on_commit_callbacks).live
    page = client.get(f"/admin/pages/{english.pk}/edit/").content.decode()
    assert "noch nicht übersetzt (Englisch)" in page
    translated(english)
    assert press_publish(client, english, django_capture_on_commit_callbacks).title == "English words"
    assert english.live


@pytest.mark.parametrize("below", [False, True])
def test_half_translated_pages_are_not_published_several_at_once(client, english, below):
    english.unpublish()
    chosen = english.get_parent() if below else english
    translated(english.get_parent())
    ask = {"include_descendants": "on"} if below else {}
    client.post(f"/admin/bulk/wagtailcore/page/publish/?next=/admin/&id={chosen.pk}", ask)
    english.refresh_from_db()
    assert not english.live


def test_syncing_publishes_nothing(client, english, article, django_capture_on_commit_callbacks):
    translated(english)
    press_publish(client, english, django_capture_on_commit_callbacks)
    article.title = "Dreizehn Millionen"
    article.save_revision().publish()
    client.force_login(member_of("Editors"))
    source = TranslationSource.objects.get(object_id=article.translation_key)
    assert "publish_translations" in client.get(f"/admin/localize/update/{source.pk}/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(f"/admin/localize/update/{source.pk}/", {"publish_translations": "on"})
    assert response.status_code == 302
    english.refresh_from_db()
    assert english.title == "English words"
    assert source.stringsegment_set.filter(string__data="Dreizehn Millionen").exists()


def test_only_who_may_publish_shows_the_source_instead_of_a_translation(client, english):
    client.force_login(member_of("Editors"))
    client.post(f"/admin/localize/page/{english.pk}/convert_to_alias/")
    english.refresh_from_db()
    assert english.alias_of is None


def member_of(group: str):
    user = get_user_model().objects.create_user("someone@example.org", "pw")
    user.groups.add(Group.objects.get(name=group))
    return user


def translate_title(page, words: str) -> None:
    """As translators do in the editor: one text after the other."""
    source = TranslationSource.objects.get_for_instance(page)
    segment = source.stringsegment_set.get(context__path="title")
    english = Locale.objects.get(language_code="en")
    StringTranslation.objects.create(
        translation_of=segment.string, locale=english, context=segment.context, data=words, translation_type="manual"
    )
    source.create_or_update_translation(english, publish=False, fallback=True)


@pytest.mark.parametrize(("words", "slug"), [("Funding", "funding"), ("Funding for Müller", "funding-for-mueller")])
def test_an_english_page_gets_an_english_slug(client, editor, about, words, slug, django_capture_on_commit_callbacks):
    translate_by_hand(client, about, django_capture_on_commit_callbacks)
    translate_title(about, words)
    english = StandardPage.objects.get(locale__language_code="en", translation_key=about.translation_key)
    assert (english.get_latest_revision_as_object().slug) == slug


def test_the_slug_of_a_live_page_and_one_that_was_chosen_stay(
    client, editor, about, django_capture_on_commit_callbacks
):
    translate_by_hand(client, about, django_capture_on_commit_callbacks)
    publish_translations(django_capture_on_commit_callbacks)
    translate_title(about, "About us")
    english = StandardPage.objects.get(locale__language_code="en", translation_key=about.translation_key)
    assert english.get_latest_revision_as_object().slug == about.slug
