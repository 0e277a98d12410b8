"""A new event has its drafts at once, leads through them, and the drafts of a series are handed in together."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from events.kinds import Rhythm
from events.models import Event
from events.pages import EventPage, Speaker
from events.staff import copies, drafts
from home.models import Person
from portal.accounts.models import Institution
from portal.accounts.people import enroll
from tests.events.filling import typed

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


def rows(name: str, chosen, column: str) -> dict:
    """What a multiple chooser sends."""
    said = nested_form_data({name: inline_formset([{column: one.pk} for one in chosen])})
    return {key: value for key, value in said.items() if not key.endswith(("-id", "-DELETE"))}


def words(page, **said) -> dict:
    """What the form of a page sends."""
    empty = {
        "body": streamfield([]),
        "agenda": streamfield([]),
        "gallery": streamfield([]),
        "material": streamfield([]),
    }
    empty |= {"related_news": streamfield([]), "report": rich_text(""), "comments": inline_formset([])}
    own = {"title": page.title, "slug": page.slug, "event": page.event_id, "teaser": "", "seo_title": ""}
    return nested_form_data(empty | own) | rows("speaker_rows", [], "person") | said


def test_from_the_list_over_the_facts_and_both_pages_to_the_release(client, editor, event, calendar_en):
    """One way: the list, the form of the facts, the German words, the English ones, submitted together."""
    add, houses = reverse("wagtailsnippets_events_event:add"), []
    for name in ("Zeche Zukunft", "Aseptik Hagen"):
        houses.append(Institution.objects.create(name=name, slug=name.lower().replace(" ", "-"), kind="university"))
    assert add in client.get(reverse("wagtailsnippets_events_event:list")).content.decode()
    assert client.get(add).status_code == 200

    made = client.post(add, typed(event, name="Bioprozesstag") | rows("host_rows", houses, "institution"))
    fresh = Event.objects.get(name="Bioprozesstag")
    assert fresh.hosts_in_order == houses
    german, english = EventPage.objects.filter(event=fresh).order_by("locale_id")
    assert made.url == reverse("wagtailadmin_pages:edit", args=[german.pk])

    # From each page to the event and to the other page, and from the event to both.
    screens = {
        page: client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        for page in (german, english)
    }
    facts = reverse("wagtailsnippets_events_event:edit", args=[fresh.pk])
    for page, other in ((german, english), (english, german)):
        assert facts in screens[page]
        assert reverse("wagtailadmin_pages:edit", args=[other.pk]) in screens[page]
    assert all(
        reverse("wagtailadmin_pages:edit", args=[page.pk]) in client.get(facts).content.decode() for page in screens
    )

    speakers = [Person.objects.create(first_name="Zoë", last_name=name) for name in ("Zander", "Abel")]
    for page, teaser in ((german, "Vom Kolben in den Kessel."), (english, "From flask to vessel.")):
        said = words(page, teaser=teaser) | (rows("speaker_rows", speakers, "person") if page == german else {})
        assert client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), said).status_code == 302
    assert EventPage.objects.get(pk=german.pk).get_latest_revision_as_object().speakers == speakers

    submit = reverse("events_drafts", args=[fresh.pk])
    answer = client.post(submit, {"page": [german.pk, english.pk]}, follow=True).content.decode()
    assert "2 Seiten sind zur Freigabe eingereicht" in answer
    assert all(page.workflow_in_progress for page in EventPage.objects.filter(event=fresh))


def test_who_hosts_and_who_speaks_is_chosen_from_lists_that_search_and_take_several(client, editor, event, publish):
    facts = client.get(reverse("wagtailsnippets_events_event:edit", args=[event.pk])).content.decode()
    page = client.get(reverse("wagtailadmin_pages:edit", args=[publish(event).pk])).content.decode()
    for screen, name in ((facts, "host_rows"), (page, "speaker_rows")):
        assert f"id_{name}-OPEN_MODAL" in screen
        assert "<select" not in screen or f'name="{name}"' not in screen


def test_copies_keep_hosts_and_speakers_in_their_order(event, publish, editor):
    houses = [Institution.objects.create(name=name, slug=name.lower(), kind="university") for name in ("Z", "A")]
    people = [Person.objects.create(first_name="Zoë", last_name=name) for name in ("Z", "A")]
    for place, house in enumerate(houses):
        event.host_rows.create(institution=house, sort_order=place)
    page = publish(event)
    page.speaker_rows = [Speaker(person=person, sort_order=place) for place, person in enumerate(people)]
    page.save_revision().publish()
    (copy,) = copies.repeat(event, rhythm=Rhythm.WEEKLY, times=1, by=editor)
    assert copy.hosts_in_order == houses
    assert EventPage.objects.get(event=copy).speakers == people


def test_translations_have_the_same_speakers(event, publish, calendar_en):
    page = publish(event)
    page.speaker_rows = [Speaker(person=Person.objects.create(first_name="Zoë", last_name="Z"))]
    page.save_revision().publish()
    english = page.copy_for_translation(calendar_en.locale)
    assert english.speakers == page.speakers
