"""Online events say when and where the link will be, before it is set too: page, registration, letter, calendar."""

from datetime import timedelta

import pytest
from django.urls import reverse
from icalendar import Calendar
from time_machine import travel

from events import ical, meeting
from events.letters import paper
from events.models import Registration
from events.pages import EventPage
from events.registration import verbs as registration
from events.staff import dates
from portal.demo.content.events import EVENTS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("rules_hold", "today")]
URL = "https://meet.example/geheim"
DAY = timedelta(days=1)
# The example event begins on 20 December 2026 at 10:00 in Berlin.
MOMENT = "Samstag, 19. Dezember 2026, 10:00 Uhr (MEZ)"


def described(content: bytes) -> str:
    (entry,) = Calendar.from_ical(content).events
    return str(entry.get("description", ""))


def fact(mine) -> str:
    return dict(paper.facts(mine, mine.event)).get("Online-Treffen", "")


@pytest.fixture(params=["", URL], ids=["not set", "set"])
def online(request, make_event, publish):
    event = make_event(mode="online", online_url=request.param)
    publish(event)
    return event


def test_everything_names_the_moment_before_it_has_come(client, online, guest, settings):
    mine = guest(online)
    own_page = client.get(mine.get_absolute_url()).content.decode()
    page = client.get(EventPage.objects.get(event=online).url).content.decode()
    told = [page, own_page, fact(mine), described(ical.invitation(mine)), described(ical.single(online))]
    assert [MOMENT in text for text in told] == [True] * 5
    assert not any(URL in text for text in told)


def test_the_link_stands_on_page_letter_and_both_calendars_when_its_time_has_come(client, make_event, publish, guest):
    event = make_event(mode="hybrid", online_url=URL)
    publish(event)
    mine = guest(event)
    with travel(event.starts_at - DAY, tick=False):
        private = [client.get(mine.get_absolute_url()).content.decode(), fact(mine), described(ical.invitation(mine))]
        private.append(str(ical.personal_entry(mine).get("description")))
        public = [client.get(EventPage.objects.get(event=event).url).content.decode(), described(ical.single(event))]
    assert [URL in text for text in private + public] == [True] * 4 + [False] * 2


def test_a_link_that_is_late_is_said_to_be_late_and_sent_at_once(make_event, guest, post_office):
    event = make_event(mode="online")
    mine = guest(event, "a@example.org")
    before = len(post_office())
    with travel(event.starts_at - DAY / 2, tick=False):
        assert fact(mine) == "Der Link steht noch nicht fest. Wir schicken ihn per E-Mail, sobald er da ist."
        dates.relocate(event, online_url=URL)
        (mail,) = post_office()[before:]
    assert mail.subject.startswith("Ihr Link zum Online-Treffen")
    assert URL in mail.body
    assert Registration.objects.get(pk=mine.pk).reminded_at


def test_a_link_that_nobody_knows_yet_is_set_without_a_letter(make_event, guest, post_office):
    event = make_event(mode="online")
    guest(event, "a@example.org")
    before = len(post_office())
    dates.relocate(event, online_url=URL)
    assert len(post_office()) == before


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"mode": "on_site"}, ""),
        ({"external_url": "https://other.example/"}, "Den Link bekommen Sie vom Veranstalter."),
        ({"admission": "invitation"}, "Der Link kommt mit der Einladung."),
        ({"admission": "open"}, f"Der Link steht auf der Seite der Veranstaltung, ab: {MOMENT}."),
        ({"month_only": True}, "Angemeldete bekommen den Link am Tag vorher per E-Mail."),
    ],
)
def test_how_people_come_in_decides_what_is_said(make_event, facts, told):
    assert meeting.to_everybody(make_event(**{"mode": "online"} | facts)) == told


SURE = "Sobald Ihr Platz sicher ist, schicken wir Ihnen den Link zum Online-Treffen per E-Mail"
HOPING = [
    ({"capacity": 0}, "waiting"),
    ({"capacity": 0, "offer_hours": 24}, "offered"),
    ({"fee": 10}, "awaiting_payment"),
    ({"admission": "approval"}, "requested"),
]


@pytest.mark.parametrize(("facts", "state"), HOPING, ids=[state for _facts, state in HOPING])
def test_whoever_hopes_for_a_seat_reads_when_the_link_comes(
    client, make_event, publish, guest, post_office, facts, state
):
    event = make_event(**{"mode": "online", "online_url": URL} | facts)
    publish(event)
    mine = guest(event, "a@example.org")
    if state == "offered":
        dates.resize(event, capacity=1)
        mine.refresh_from_db()
    letter = [mail for mail in post_office() if "a@example.org" in mail.to[0]][-1]
    page = client.get(mine.get_absolute_url()).content.decode()
    assert mine.state == state
    assert fact(mine) == f"{SURE}: {MOMENT}."
    assert all(MOMENT in text and URL not in text for text in (letter.body, page))
    with travel(event.starts_at - DAY / 2, tick=False):
        assert fact(mine) == f"{SURE}."


def test_whoever_hopes_for_a_seat_at_an_open_date_reads_the_day_before(make_event, guest):
    mine = guest(make_event(mode="online", month_only=True, capacity=0))
    assert fact(mine) == (
        "Sobald Ihr Platz sicher ist, schicken wir Ihnen den Link zum Online-Treffen am Tag vorher per E-Mail."
    )


def test_whoever_comes_no_more_is_promised_nothing(make_event, guest):
    mine = guest(make_event(mode="online", online_url=URL))
    registration.cancel(mine)
    assert meeting.to_guest(Registration.objects.get(pk=mine.pk)) == ""


def test_an_open_event_shows_the_link_on_its_page_when_the_time_has_come(client, make_event, publish):
    event = make_event(mode="online", online_url=URL, admission="open")
    page = publish(event)
    assert URL not in client.get(page.url).content.decode()
    with travel(event.starts_at - DAY, tick=False):
        assert f'href="{URL}"' in client.get(page.url).content.decode()


def test_the_feed_says_it_too(client, online):
    assert "Angemeldete bekommen den Link per E-Mail" in described(client.get(reverse("events:feed")).content)


def test_the_demo_has_links():
    online = [row for row in EVENTS if row["mode"] != "on_site" and not row["external_url"]]
    assert len(online) > 1
    assert [row["slug"] for row in online if not row["online_url"]] == []
