"""A new event has its drafts at once, leads through them, and the drafts of a series are handed in together."""

import pytest
from django.urls import reverse

from events.kinds import Rhythm
from events.pages import EventPage
from events.staff import copies, drafts
from portal.accounts.people import enroll

pytestmark = pytest.mark.usefixtures("today")


@pytest.fixture
def editor(client, db):
    user = enroll("editor@example.org", staff_groups=("Editors",))
    client.force_login(user)
    return user


def test_drafts_in_both_languages_are_begun_once_and_belong_together(event, calendar_en, editor):
    made = drafts.begin(event, by=editor)
    assert [(page.locale.language_code, page.live, page.title) for page in made] == [
        ("de", False, event.name),
        ("en", False, event.name),
    ]
    assert made[0].translation_key == made[1].translation_key
    assert drafts.begin(event, by=editor) == []


def test_the_missing_language_joins_the_page_that_is_there(event, calendar_en, publish, editor):
    german = publish(event)
    (english,) = drafts.begin(event, by=editor)
    assert (english.locale.language_code, english.translation_key) == ("en", german.translation_key)


def test_who_may_write_no_pages_begins_none(event, calendar_en):
    assert drafts.begin(event, by=enroll("guest@example.org")) == []


def test_an_event_leads_to_its_pages_and_a_page_to_its_event(client, editor, event, calendar_en):
    page = drafts.begin(event, by=editor)[0]
    edit = reverse("wagtailsnippets_events_event:edit", args=[event.pk])
    words = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert words in client.get(edit).content.decode()
    assert edit in client.get(words).content.decode()


def test_beginning_leads_to_the_first_page(client, editor, event, calendar_en):
    answer = client.post(reverse("events_begin_pages", args=[event.pk]))
    german = EventPage.objects.order_by("pk").first()
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[german.pk])
    assert client.get(reverse("events_begin_pages", args=[event.pk])).status_code == 405


def test_all_drafts_of_a_series_are_handed_in_at_once_but_those_without_words(client, editor, event, publish):
    publish(event, teaser="Worum es geht.")
    made = copies.repeat(event, rhythm=Rhythm.WEEKLY, times=2, by=editor)
    bare = EventPage.objects.get(event=made[1])
    bare.teaser = ""
    bare.save_revision(clean=False)
    waiting = drafts.open_drafts(event, editor)
    assert [page.event for page in waiting] == made

    address = reverse("events_drafts", args=[event.pk])
    assert client.get(address).status_code == 200
    assert not any(page.workflow_in_progress for page in waiting)
    answer = client.post(address, {"page": [page.pk for page in waiting]}, follow=True).content.decode()
    assert "1 Seite ist zur Freigabe eingereicht" in answer
    assert "Hier fehlen noch Texte" in answer
    pages = EventPage.objects.filter(event__in=made).order_by("pk")
    assert [page.workflow_in_progress for page in pages] == [True, False]


def test_nothing_chosen_and_strange_keys_say_so(client, editor, event, publish):
    publish(event)
    address = reverse("events_drafts", args=[event.pk])
    for said in ({}, {"page": ["x", "²", "9" * 30]}):
        assert client.post(address, said, follow=True).status_code == 200


def test_no_door_for_who_may_not_write(client, event):
    client.force_login(enroll("finance@example.org", staff_groups=("Finance",)))
    for name in ("events_drafts", "events_begin_pages", "events_enter_guest"):
        answer = client.post(reverse(name, args=[event.pk]))
        assert (answer.status_code, EventPage.objects.count()) in {(403, 0), (302, 0)}


def test_what_is_published_is_no_draft(event, editor, publish):
    publish(event)
    assert drafts.open_drafts(event, editor) == []
