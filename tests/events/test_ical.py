"""iCalendar, read back by a parser and by plain text rules of RFC 5545."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import translation
from icalendar import Calendar
from time_machine import travel
from wagtail.models import PageViewRestriction

from events import ical
from events.calendar import feeds
from events.models import Event
from events.pages import EventPage
from events.registration import verbs as registration
from events.staff import dates
from home.models import Section


@pytest.fixture(autouse=True)
def _today(now):
    with travel(now, tick=False):
        yield


def feed(client, language="de", query="", **headers):
    with translation.override(language):
        return client.get(reverse("events:feed") + query, headers=headers)


def entries(content: bytes):
    return Calendar.from_ical(content).events


@pytest.fixture
def published(make_event, publish):
    event = make_event()
    publish(event, title="Abend; mit, Komma\\", teaser="Zeile")
    return event


def test_file_of_an_event_reads_back_as_what_was_planned(client, published):
    response = client.get(reverse("events:ics", args=[published.pk]))
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="veranstaltung.ics"'
    (entry,) = entries(response.content)
    assert (str(entry["uid"]), entry["sequence"]) == (str(published.uid), 0)
    assert (entry.start, entry.end) == (published.starts_at, published.ends_at)
    assert entry["dtstart"].params["TZID"] == "Europe/Berlin"
    assert str(entry["summary"]) == "Abend; mit, Komma\\"
    assert str(entry["location"]) == "Technologiezentrum, Otto-Hahn-Straße 15, 44227 Dortmund"
    assert str(entry["url"]).startswith("http://testserver/de/veranstaltungen/")


def test_lines_are_folded_and_end_as_the_standard_wants(client, published):
    content = client.get(reverse("events:ics", args=[published.pk])).content
    assert content.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert content.replace(b"\r\n", b"").count(b"\n") == 0
    assert max(map(len, content.split(b"\r\n"))) <= 75


def test_same_event_is_the_same_bytes(published):
    assert ical.single(published) == ical.single(published)


def test_control_characters_in_a_title_do_not_reach_the_file(client, published):
    EventPage.objects.update(title="Glocke\x07\x0b")
    content = client.get(reverse("events:ics", args=[published.pk])).content
    assert not set(content) & (set(range(32)) - {10, 13})


@pytest.mark.parametrize(
    ("start", "hours", "expected"),
    [
        (datetime(2027, 3, 28, 0, 30, tzinfo=UTC), 3, ["20270328T013000", "20270328T053000"]),
        (datetime(2027, 10, 30, 21, 0, tzinfo=UTC), 6, ["20271030T230000", "20271031T040000"]),
    ],
)
def test_nights_when_the_clocks_change_keep_local_time_and_true_length(make_event, publish, start, hours, expected):
    event = make_event(starts_at=start, ends_at=start + timedelta(hours=hours))
    publish(event)
    (entry,) = entries(ical.single(event))
    assert [at.dt.strftime("%Y%m%dT%H%M%S") for at in (entry["dtstart"], entry["dtend"])] == expected
    assert entry.end.astimezone(UTC) - entry.start.astimezone(UTC) == timedelta(hours=hours)


def test_event_with_open_date_has_no_file_and_is_not_in_the_feed(client, make_event, publish):
    event = make_event(month_only=True)
    publish(event)
    assert client.get(reverse("events:ics", args=[event.pk])).status_code == 404
    assert entries(feed(client).content) == []


def test_feed_says_how_it_is_fetched_again(client, published):
    text = feed(client).content.decode().replace("\r\n ", "")
    assert "METHOD:PUBLISH\r\n" in text
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n" in text
    assert "X-PUBLISHED-TTL:PT6H\r\n" in text
    assert "SOURCE;VALUE=URI:http://testserver/de/kalender.ics\r\n" in text
    assert f"UID:{feeds.uid({})}\r\n" in text


def test_feed_exists_per_language_with_names_of_its_own(client, published):
    assert feed(client, "en").request["PATH_INFO"] == "/en/calendar.ics"
    german, english = (Calendar.from_ical(feed(client, code).content) for code in ("de", "en"))
    assert (str(german["name"]), str(english["name"])) == (
        "Transferportal Ruhr: Veranstaltungen",
        "Transfer Portal Ruhr: events",
    )
    assert german["uid"] != english["uid"]


def test_feed_answers_304_until_something_changes(client, published, now):
    first = feed(client)
    assert feed(client, if_none_match=first["ETag"]).status_code == 304
    with travel(now + timedelta(minutes=1)):
        dates.relocate(published, venue="Neues Haus")
        again = feed(client, if_none_match=first["ETag"])
    assert again.status_code == 200
    assert "Neues Haus" in str(entries(again.content)[0]["location"])


def test_feed_is_never_called_unchanged_when_it_is_not(
    client, published, make_event, publish, calendar, django_capture_on_commit_callbacks
):
    """Renamed, narrowed otherwise, moved, closed to the public, opened, withdrawn, deleted: each is news."""
    section = Section.objects.create(slug="bio", name_de="Bio", name_en="Bio")
    event = make_event(section=section)
    page = publish(event)
    day = timedelta(days=1)
    closed = PageViewRestriction(page=calendar, restriction_type=PageViewRestriction.LOGIN)
    deeds = {
        "format": lambda: save(event.format, name_de="Seminar"),
        "section": lambda: save(section, slug="biologie"),
        "date": lambda: dates.move(event, starts_at=event.starts_at + day, ends_at=event.ends_at + day),
        "cancelled": lambda: dates.call_off(published),
        "address": lambda: save(calendar, slug="termine"),
        "closed": closed.save,
        "opened": closed.delete,
        "unpublished": lambda: EventPage.objects.get(pk=page.pk).unpublish(),
        "deleted": lambda: (EventPage.objects.get(pk=page.pk).delete(), Event.objects.filter(pk=event.pk).delete()),
    }
    tag = feed(client)["ETag"]
    for name, deed in deeds.items():
        with django_capture_on_commit_callbacks(execute=True):
            deed()
        answer = feed(client, if_none_match=tag)
        assert answer.status_code == 200, name
        assert answer.content == anew(client), name
        tag = answer["ETag"]
        assert feed(client, if_none_match=tag).status_code == 304, name


def anew(client) -> bytes:
    cache.clear()
    return feed(client).content


def save(row, **changes):
    for name, value in changes.items():
        setattr(row, name, value)
    row.save()


def test_feed_moves_with_the_day_in_berlin_and_not_in_between(client, make_event, publish):
    midnight = datetime(2026, 11, 20, 23, 0, tzinfo=UTC)
    publish(make_event(starts_at=midnight + timedelta(days=365, hours=5)))
    with travel(midnight - timedelta(minutes=1), tick=False):
        before = feed(client)
    with travel(midnight, tick=False):
        after = feed(client, if_none_match=before["ETag"])
    with travel(midnight + timedelta(hours=23, minutes=59), tick=False):
        assert feed(client, if_none_match=after["ETag"]).status_code == 304
    assert [len(entries(answer.content)) for answer in (before, after)] == [0, 0]
    with travel(midnight + timedelta(days=1), tick=False):
        assert len(entries(feed(client, if_none_match=after["ETag"]).content)) == 1


def test_an_unchanged_feed_costs_two_questions(client, published, django_assert_max_num_queries):
    tag = feed(client)["ETag"]
    with django_assert_max_num_queries(2):
        assert feed(client, if_none_match=tag).status_code == 304


def test_feed_reaches_from_a_month_back_to_a_year_ahead(client, make_event, publish, now):
    for days in (-40, -20, 300, 400):
        publish(make_event(starts_at=now + timedelta(days=days)), title=f"Tag {days}")
    assert [str(entry["summary"]) for entry in entries(feed(client).content)] == ["Tag -20", "Tag 300"]


def test_cancelled_events_stay_in_the_feed_for_thirty_days(client, published, now):
    dates.call_off(published, now=now)
    (entry,) = entries(feed(client).content)
    assert (str(entry["status"]), entry["sequence"]) == ("CANCELLED", 1)
    with travel(now + timedelta(days=29)):
        assert len(entries(feed(client).content)) == 1
    with travel(now + timedelta(days=31)):
        assert entries(feed(client).content) == []


def test_feed_can_be_narrowed_to_a_format_or_a_section(client, make_event, publish):
    section = Section.objects.create(slug="bio", name_de="Bio", name_en="Bio")
    publish(make_event(section=section), title="Bio")
    publish(make_event(), title="Anderes")
    assert [str(entry["summary"]) for entry in entries(feed(client, query="?section=bio").content)] == ["Bio"]
    assert len(entries(feed(client, query="?format=talk").content)) == 2
    assert feed(client, query="?section=" + "x" * 1000 + "&format=' or 1=1").status_code == 200


def test_feed_costs_the_same_with_one_and_three_events(client, make_event, publish, django_assert_max_num_queries):
    asked = []
    for number in (1, 2):
        for _ in range(number):
            publish(make_event())
        feed(client)  # warm
        publish(make_event())
        with django_assert_max_num_queries(10) as queries:
            feed(client)
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_atom_feed_is_well_formed_whatever_the_title_says(client, make_event, publish):
    from xml.etree import ElementTree

    publish(make_event(), title="]]><script>&")
    with translation.override("de"):
        content = client.get(reverse("events:atom")).content
    entry = ElementTree.fromstring(content).find("{http://www.w3.org/2005/Atom}entry")
    assert entry.find("{http://www.w3.org/2005/Atom}title").text == "]]><script>&"


def sequence(content):
    (entry,) = entries(content)
    return entry["sequence"]


def test_invitation_names_guest_and_organiser_and_where_to_meet(make_event, publish, guest):
    event = make_event(mode="hybrid", online_url="https://meet.example/x")
    publish(event)
    one = guest(event, "jm@example.org", name='Müller, "Jörg"')
    assert b"meet.example" not in ical.invitation(one)
    with travel(event.starts_at, tick=False):
        content = ical.invitation(one)
    calendar = Calendar.from_ical(content)
    (entry,) = calendar.events
    assert str(calendar["method"]) == "REQUEST"
    assert str(entry["attendee"]) == "mailto:jm@example.org"
    assert entry["attendee"].params["PARTSTAT"] == "ACCEPTED"
    assert str(entry["organizer"]).startswith("mailto:")
    assert "https://meet.example/x" in str(entry["description"])


def test_move_keeps_the_uid_and_raises_the_sequence(published, guest, now):
    one = guest(published)
    before = entries(ical.invitation(one))[0]
    later = timedelta(days=7)
    dates.move(published, starts_at=published.starts_at + later, ends_at=published.ends_at + later, now=now)
    one = type(one).objects.get(pk=one.pk)
    after = entries(ical.invitation(one))[0]
    assert (after["uid"], after["sequence"]) == (before["uid"], before["sequence"] + 1)
    assert after.start - before.start == later


def test_cancelling_and_coming_back_raises_the_sequence_each_time(published, guest, now):
    one = guest(published, "a@example.org")
    invited = sequence(ical.invitation(one))
    registration.cancel(one, now=now)
    withdrawn = ical.withdrawal(type(one).objects.get(pk=one.pk))
    assert str(Calendar.from_ical(withdrawn)["method"]) == "CANCEL"
    again = guest(published, "a@example.org", now=now + timedelta(minutes=5))
    assert invited < sequence(withdrawn) < sequence(ical.invitation(again))


def test_calling_off_withdraws_with_the_next_sequence(published, guest, now):
    one = guest(published)
    invited = sequence(ical.invitation(one))
    dates.call_off(published, now=now)
    assert sequence(ical.withdrawal(type(one).objects.get(pk=one.pk))) == invited + 1


def test_several_days_are_one_entry(make_event, publish, now):
    start = datetime(2027, 4, 26, 7, tzinfo=UTC)
    event = make_event(starts_at=start, ends_at=start + timedelta(days=1, hours=7))
    publish(event)
    (entry,) = entries(ical.single(event))
    assert (entry.start.date(), entry.end.date()) == (date(2027, 4, 26), date(2027, 4, 27))
