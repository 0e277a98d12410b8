"""The history of a registration: what happened, when, and who did it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from time_machine import travel

from events.guests import history
from events.registration import self_service
from events.registration import verbs as registration
from portal.accounts.people import enroll
from tests import post_office

pytestmark = pytest.mark.django_db


def told(registration):
    return [step.what for step in history.of(registration)]


def test_it_tells_the_way_from_the_waiting_list_to_the_seat(make_event, guest, now):
    event = make_event(capacity=1, offer_hours=24)
    first, waits = guest(event), guest(event)
    registration.cancel(first, now=now + timedelta(hours=1))
    self_service.accept(waits, now=now + timedelta(hours=2))
    assert told(waits) == ["Angemeldet", "Plätze von der Warteliste angeboten", "Bestätigt"]
    assert [step.at - now for step in history.of(waits)] == [timedelta(hours=hours) for hours in range(3)]


def test_it_names_who_decided(event, guest, now):
    boss = enroll("chef@example.org", first_name="Erika", last_name="Chef")
    mine = guest(event)
    registration.cancel(mine, by=boss, now=now + timedelta(hours=1))
    assert history.of(mine)[-1].who == "Erika Chef"


def test_letters_stand_there_once_they_were_sent(event, guest, now):
    with travel(now, tick=False):
        mine = guest(event)
        assert "Schreiben verschickt" not in told(mine)
        post_office.deliver_waiting()
    letters = [step.note for step in history.of(mine) if step.what == "Schreiben verschickt"]
    assert sorted(letters) == ["Bestätigung", "Mitteilung an uns: Anmeldung"]


def test_the_fee_stands_there(make_event, guest):
    mine = guest(make_event(fee=20))
    assert [step.note for step in history.of(mine) if step.what == "Teilnahmegebühr angefordert"] == ["20\u00a0€"]


def test_it_stands_below_the_details(client, event, guest):
    client.force_login(enroll("admin@example.org", is_superuser=True))
    page = client.get(reverse("wagtailsnippets_events_registration:inspect", args=[guest(event).pk]))
    assert "Verlauf" in page.content.decode()
