"""A person's own calendar: one secret address, replaced at will, telling of nobody else."""

import pytest
from allauth.account.models import EmailAddress
from allauth.account.signals import email_confirmed
from django.urls import reverse
from django.utils import translation
from icalendar import Calendar
from time_machine import travel

from events.calendar import personal
from events.models import CalendarKey
from events.registration import verbs as registration
from portal.accounts.models import User


@pytest.fixture(autouse=True)
def _today(now):
    with travel(now, tick=False), translation.override("de"):
        yield


@pytest.fixture
def person(db):
    return User.objects.create_user(email="jm@example.org", password="x")


@pytest.fixture
def mine(client, person):
    client.force_login(person)
    return client


def address(client) -> str:
    page = client.get(reverse("events:mine")).content.decode()
    return page.split('id="my-feed-address"')[1].split('value="')[1].split('"')[0].removeprefix("http://testserver")


def told(client, url: str):
    return Calendar.from_ical(client.get(url).content).events


def test_the_address_is_made_by_a_button_and_not_by_looking(mine):
    assert "my-feed-address" not in mine.get(reverse("events:mine")).content.decode()
    assert mine.get(reverse("events:renew_calendar")).status_code == 405
    assert not CalendarKey.objects.exists()
    response = mine.post(reverse("events:renew_calendar"))
    assert response.status_code == 303
    assert (
        f'<copy-link data-url="http://testserver{address(mine)}"' in mine.get(reverse("events:mine")).content.decode()
    )
    assert address(mine).startswith("/de/mein-kalender/")


def test_the_feed_tells_of_this_person_alone(client, mine, person, make_event, publish, guest):
    first, second = make_event(), make_event()
    for event, title in ((first, "Meins"), (second, "Fremdes")):
        publish(event, title=title)
    guest(first, "jm@example.org", user=person)
    guest(second, "else@example.org")
    mine.post(reverse("events:renew_calendar"))
    url = address(mine)
    client.logout()
    (entry,) = told(client, url)
    assert str(entry["summary"]) == "Meins"
    assert entry["uid"] == str(first.uid)
    assert "else@example.org" not in client.get(url).content.decode()


def test_what_was_given_up_stays_for_thirty_days_as_cancelled(mine, person, event, publish, guest):
    publish(event)
    one = guest(event, "jm@example.org", user=person)
    mine.post(reverse("events:renew_calendar"))
    registration.cancel(one)
    (entry,) = told(mine, address(mine))
    assert str(entry["status"]) == "CANCELLED"
    again = guest(event, "jm@example.org", user=person)
    (entry,) = told(mine, address(mine))
    assert (str(entry["status"]), again.state) == ("CONFIRMED", "confirmed")


def test_the_feed_answers_304_until_something_changes(mine, person, event, publish, guest):
    publish(event)
    mine.post(reverse("events:renew_calendar"))
    url = address(mine)
    first = mine.get(url)
    assert mine.get(url, headers={"if-none-match": first["ETag"]}).status_code == 304
    guest(event, "jm@example.org", user=person)
    assert len(Calendar.from_ical(mine.get(url, headers={"if-none-match": first["ETag"]}).content).events) == 1


def test_who_confirms_an_address_owns_what_it_had_registered(mine, person, event, publish, guest, rf):
    publish(event, title="Meins")
    guest(event, "jm@example.org")
    guest(event, "else@example.org")
    mine.post(reverse("events:renew_calendar"))
    url = address(mine)
    assert told(mine, url) == []
    confirmed = EmailAddress(user=person, email="JM@example.org", verified=True)
    email_confirmed.send(EmailAddress, request=rf.get("/"), email_address=confirmed)
    assert [str(entry["summary"]) for entry in told(mine, url)] == ["Meins"]


def test_a_new_address_makes_the_old_one_worthless(mine):
    mine.post(reverse("events:renew_calendar"))
    old = address(mine)
    mine.post(reverse("events:renew_calendar"))
    assert mine.get(old).status_code == 404
    assert mine.get(address(mine)).status_code == 200


def test_the_address_of_a_closed_account_is_worthless(client, person):
    key = personal.renew(person)
    from events.calendar import feeds

    url = feeds.address(key).removeprefix("http://testserver")
    assert client.get(url).status_code == 200
    User.objects.update(is_active=False)
    assert client.get(url).status_code == 404


def test_the_feed_costs_the_same_with_one_and_three_events(
    client, person, make_event, publish, guest, django_assert_max_num_queries
):
    from events.calendar import feeds

    url = feeds.address(personal.renew(person)).removeprefix("http://testserver")
    asked = []
    client.get(url)  # warm: who speaks here is kept for a minute
    for number in (1, 2):
        for _ in range(number):
            event = make_event()
            publish(event)
            guest(event, "jm@example.org", user=person)
        with django_assert_max_num_queries(10) as queries:
            client.get(url)
        asked.append(len(queries))
    assert asked[0] == asked[1]
