"""The public list of participants: with consent, for a limited time, revocable."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from time_machine import travel

from events.guests import public_list
from events.models import Registration
from events.registration import self_service
from events.registration import verbs as registration
from portal.web import tokens

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(now):
    with travel(now, tick=False):
        yield


@pytest.fixture
def shown(make_event, now):
    """An event whose page names participants until the day after it."""
    return make_event(participants_until=timezone.localdate(now) + timedelta(days=31))


def names(event, now):
    return [name for name, _institution in public_list.named(event, now)]


def test_only_those_who_agreed_are_named_in_order(shown, guest, now):
    guest(shown, name="Zoe Ja", institution="Universität", listed=True)
    guest(shown, name="Anna Ja", listed=True)
    guest(shown, name="Nora Nein")
    assert public_list.named(shown, now) == [("Anna Ja", ""), ("Zoe Ja", "Universität")]


def test_only_the_confirmed_are_named(make_event, guest, now):
    event = make_event(capacity=1, participants_until=timezone.localdate(now) + timedelta(days=31))
    first = guest(event, name="Anna Ja", listed=True)
    guest(event, name="Wanda Wartet", listed=True)
    assert names(event, now) == ["Anna Ja"]
    registration.cancel(first, now=now)
    assert names(event, now) == ["Wanda Wartet"]


def test_the_list_ends_with_its_last_day(shown, guest, now):
    guest(shown, name="Anna Ja", listed=True)
    assert names(shown, now + timedelta(days=31)) == ["Anna Ja"]
    assert names(shown, now + timedelta(days=32)) == []


def test_without_a_list_nobody_is_asked_and_nobody_agrees(client, event, publish, guest):
    publish(event)
    assert guest(event, listed=True).listed_at is None
    assert 'name="listed"' not in client.get(reverse("events:register", args=[event.pk])).content.decode()


def test_the_form_asks_and_does_not_insist(client, shown, publish):
    publish(shown)
    door = reverse("events:register", args=[shown.pk])
    assert 'name="listed"' in client.get(door).content.decode()
    said = {"name": "Anna", "email": "a@example.org", "seats": 1, "target_group": "startup", "consent": "on"}
    assert client.post(door, said).status_code == 303
    assert client.post(door, said | {"email": "b@example.org", "listed": "on"}).status_code == 303
    agreed = {one.email: bool(one.listed_at) for one in Registration.objects.all()}
    assert agreed == {"a@example.org": False, "b@example.org": True}


def test_the_page_names_them(client, shown, publish, guest):
    page = publish(shown)
    guest(shown, name="Anna <b>Ja</b>", institution="Universität", listed=True)
    told = client.get(page.url).content.decode()
    assert "Anna &lt;b&gt;Ja" in told
    assert "Universität" in told


def test_the_page_asks_as_often_for_three_as_for_one(client, shown, publish, guest):
    page = publish(shown)

    def asks() -> int:
        client.get(page.url)
        with CaptureQueriesContext(connection) as asked:
            client.get(page.url)
        return len(asked)

    guest(shown, listed=True)
    alone = asks()
    for _ in range(2):
        guest(shown, listed=True)
    assert asks() == alone <= 11


def test_consent_is_taken_back_and_given_on_the_own_page(client, shown, publish, guest, now):
    publish(shown)
    mine = guest(shown, name="Anna Ja", listed=True)
    door = reverse("events:listed", args=[tokens.make("manage", mine)])
    assert client.get(door).status_code == 405
    assert "Nicht mehr nennen" in client.get(mine.get_absolute_url()).content.decode()
    assert client.post(door).status_code == 303
    assert names(shown, now) == []
    client.post(door, {"agrees": "1"})
    assert names(shown, now) == ["Anna Ja"]


def test_consent_can_be_taken_back_when_the_list_is_over(shown, guest, now):
    mine = guest(shown, listed=True)
    later = now + timedelta(days=90)
    assert self_service.decide(mine, agrees=False, now=later).listed_at is None
    assert self_service.decide(mine, agrees=True, now=later).listed_at is None


def test_the_erased_are_not_named(shown, guest, now):
    mine = guest(shown, listed=True)
    registration.forget(mine, now=shown.ends_at + timedelta(minutes=1))
    assert names(shown, now) == []
