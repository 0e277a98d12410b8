"""A translation is handed in by its translator and released by whoever may; nobody is offered what they may not do."""

import json
import re
from html import unescape

import pytest
from wagtail.models import Locale
from wagtail_localize.models import TranslationSource

from home.languages.release import Step
from home.pages import NewsPage
from home.templatetags.translating import in_lines
from portal.accounts.people import enroll
from tests.home.languages.test_translating import translated

pytestmark = pytest.mark.django_db


@pytest.fixture
def english(article):
    """The article's English draft, every text translated."""
    locale = Locale.objects.get(language_code="en")
    source, _created = TranslationSource.update_or_create_from_instance(article)
    source.translations.create(target_locale=locale)
    page = source.translations.get().source.create_or_update_translation(
        locale, publish=False, copy_parent_pages=True, fallback=True
    )[0]
    translated(page)
    return page


@pytest.fixture
def come_in(client):
    def come_in(group: str):
        user = enroll(f"{group}@example.org", staff_groups=(group,))
        client.force_login(user)
        return user

    return come_in


def address(page) -> str:
    return f"/admin/pages/{page.pk}/edit/"


def buttons(client, page) -> list[str]:
    answer = client.get(address(page))
    assert answer.status_code == 200
    return re.findall(r'name="action" value="(\w+)"', answer.content.decode())


def press(client, page, step) -> NewsPage:
    assert client.post(address(page), {"action": step}).status_code == 302
    page.refresh_from_db()
    return page


def test_an_editor_hands_in_and_a_moderator_releases(client, english, come_in):
    come_in("Editors")
    assert buttons(client, english) == [Step.SUBMIT]
    assert not press(client, english, Step.SUBMIT).live
    assert english.workflow_in_progress
    assert buttons(client, english) == []
    assert "wartet auf die Freigabe" in client.get(address(english)).content.decode()

    come_in("Moderators")
    assert buttons(client, english) == [Step.RELEASE]
    page = press(client, english, Step.RELEASE)
    assert (page.live, page.title, page.workflow_in_progress) == (True, "English words", False)


def test_what_was_sent_back_is_handed_in_again(client, english, come_in):
    editor = come_in("Editors")
    press(client, english, Step.SUBMIT)
    english.current_workflow_task_state.reject(user=editor)
    assert buttons(client, english) == [Step.SUBMIT]
    assert press(client, english, Step.SUBMIT).workflow_in_progress


def test_words_that_came_after_the_submission_are_published_not_released_unseen(client, english, come_in):
    come_in("Editors")
    press(client, english, Step.SUBMIT)
    source = TranslationSource.objects.get(object_id=english.translation_key)
    for text in source.stringsegment_set.get_translations(english.locale)[:1]:
        text.data = "Later words"
        text.save()
    come_in("Moderators")
    assert buttons(client, english) == [Step.PUBLISH]
    assert press(client, english, Step.PUBLISH).live


def test_publishing_a_whole_translation_tells_of_no_missing_text(client, english, come_in):
    come_in("Moderators")
    press(client, english, Step.PUBLISH)
    page = client.get(address(english)).content.decode()
    assert "„English words“ ist veröffentlicht." in unescape(page)
    assert "fehlenden Übersetzungen" not in page


@pytest.mark.parametrize("step", [Step.PUBLISH, Step.RELEASE])
def test_an_editor_publishes_nothing(client, english, come_in, step):
    come_in("Editors")
    assert client.post(address(english), {"action": step}).status_code in {302, 403}
    english.refresh_from_db()
    assert not english.live


def test_translators_see_lines(english):
    source = TranslationSource.objects.get(object_id=english.translation_key)
    rich = source.templatesegment_set.first()
    segments = [
        {"type": "string", "contentPath": "teaser", "source": "One<br/>two"},
        {"type": "string", "contentPath": rich.context.path if rich else "x", "source": "One<br/>two"},
    ]
    told = json.loads(in_lines(json.dumps({"segments": segments}), source.translations.get()))["segments"]
    assert told[0]["source"] == "One\ntwo"
    assert rich is None or told[1]["source"] == "One<br/>two"
