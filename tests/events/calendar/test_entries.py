"""Calendar entries are made when something is saved, and follow every change of facts and words."""

import pytest
from django.http import QueryDict
from django.urls import reverse
from django.utils import translation
from icalendar import Calendar
from time_machine import travel

from events.calendar import browse, entries
from events.calendar.found import Asked
from events.models import CalendarEntry
from events.pages import EventPage
from events.staff import dates


@pytest.fixture(autouse=True)
def _today(now):
    with travel(now, tick=False):
        yield


def text(event, language="de"):
    return CalendarEntry.objects.get(event=event, language=language).text.replace("\r\n ", "")


def feed(client, query=""):
    with translation.override("de"):
        return client.get(reverse("events:feed") + query).content


def test_every_language_has_its_entry(event, publish, calendar_en):
    publish(event, title="Abend")
    publish(event, parent=calendar_en, title="Evening", slug="evening")
    assert "SUMMARY:Abend" in text(event)
    assert "SUMMARY:Evening" in text(event, "en")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda event, page: dates.relocate(event, venue="Neues Haus"), "LOCATION:Neues Haus"),
        (lambda event, page: dates.call_off(event), "STATUS:CANCELLED"),
        (lambda event, page: _rename(page, "Anders"), "SUMMARY:Anders"),
        (lambda event, page: _reformat(event.format, "Seminar"), "CATEGORIES:Seminar"),
        (lambda event, page: _slug(page.get_parent().specific, "termine"), "/de/termine/"),
        (lambda event, page: _slug(page, "neu"), "/veranstaltungen/neu/"),
    ],
    ids=["place", "cancelled", "title", "format", "address of the calendar", "address of the page"],
)
def test_an_entry_follows(event, publish, change, told, django_capture_on_commit_callbacks):
    page = publish(event, title="Abend")
    assert told not in text(event)
    with django_capture_on_commit_callbacks(execute=True):
        change(event, EventPage.objects.get(pk=page.pk))
    assert told in text(event)


def _rename(page, title):
    page.title = title
    page.save_revision().publish()


def _reformat(kind, name):
    kind.name_de = name
    kind.save()


def _slug(page, slug):
    page.slug = slug
    page.save_revision().publish()


def test_a_feed_is_the_stored_entries_one_after_the_other(client, make_event, publish):
    for title in ("Erster", "Zweiter"):
        publish(make_event(), title=title)
    CalendarEntry.objects.filter(language="de").update(text="BEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT\r\n")
    content = feed(client)
    assert content.count(b"UID:x\r\n") == 2
    assert content.endswith(b"END:VCALENDAR\r\n")


def test_a_missing_entry_is_made_in_passing_and_not_stored(client, event, publish):
    publish(event, title="Abend")
    CalendarEntry.objects.all().delete()
    assert [str(one["summary"]) for one in Calendar.from_ical(feed(client)).events] == ["Abend"]
    assert not CalendarEntry.objects.exists()


def test_the_nightly_run_writes_what_no_signal_told(event, publish):
    publish(event)
    CalendarEntry.objects.update(text="old")
    assert entries.render([event.pk]) == 2
    assert "old" not in {one.text for one in CalendarEntry.objects.all()}


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("?language=en", ["B"]),
        ("?audience=clinic", ["A"]),
        ("?district=05913", ["A"]),
        ("?mode=online", ["B"]),
        ("?language=de&mode=online", []),
        ("?language=de&language=en", ["A", "B"]),
        ("?district=05913&district=05911&mode=on_site", ["A"]),
    ],
)
def test_a_feed_can_be_narrowed_like_the_list(client, make_event, publish, query, told):
    publish(make_event(languages=["de"], audience=["clinic", "sme"], district="05913"), title="A")
    publish(make_event(languages=["en"], audience=["startup"], mode="online"), title="B")
    assert [str(one["summary"]) for one in Calendar.from_ical(feed(client, query)).events] == told


def test_the_address_to_subscribe_to_keeps_every_filter():
    shown = browse.subscribe(Asked.from_query(QueryDict("language=en&language=de&mode=online&view=month")))
    assert shown["feed"].endswith(".ics?mode=online&language=de&language=en")
    assert shown["embed"].endswith("/?mode=online&language=de&language=en")
