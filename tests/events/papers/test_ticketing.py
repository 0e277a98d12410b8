"""Tickets: who may read them, what they tell, when they stop counting."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from events.models import Attendance
from events.papers import tickets
from events.registration import verbs as registration


@pytest.fixture
def one(make_event, guest, publish, now):
    event = make_event(starts_at=timezone.now() + timedelta(hours=2))
    publish(event, title="Abendvortrag")
    return guest(event, name="Jördis Weiß-Grün", seats=2, now=timezone.now())


def test_a_ticket_opens_its_own_seat_and_carries_192_bits(one):
    token = tickets.token(one, 2)
    assert tickets.read(token) == (one, 2)
    assert tickets.read(f"https://portal.example/e/{token}/") == (one, 2)
    assert len(token.partition("-")[2]) * 4 == 192


def test_a_seat_number_cannot_be_changed_and_forgeries_open_nothing(one):
    secret = tickets.token(one, 1).partition(".")[2]
    said = ["", ".", "x", f"2.{secret}", f"1.{secret[:-1]}", f"²{secret}", f"0.{secret}", "1." + "9" * 400, "1.1-"]
    assert [tickets.read(word) for word in said] == [None] * len(said)


def test_a_new_nonce_makes_the_ticket_worthless(one, client):
    address = tickets.path(one, 1)
    assert client.get(address).status_code == 200
    one.revoke_links()
    assert client.get(address).status_code == 404


def test_the_code_is_a_drawing_without_scripts_or_styles(one):
    drawn = ElementTree.fromstring(tickets.code(one, 1))
    assert drawn.tag.endswith("svg")
    assert {part.tag.rpartition("}")[2] for part in drawn.iter()} <= {"svg", "path"}
    assert not any("style" in part.attrib for part in drawn.iter())


def test_a_stranger_learns_the_first_name_and_nothing_else(one, client):
    response = client.get(tickets.path(one, 1))
    page = response.content.decode()
    assert "Dieses Ticket ist gültig." in page
    assert "Jördis" in page
    assert "Weiß-Grün" not in page
    assert one.email not in page
    assert response["Cache-Control"].startswith("max-age=0")
    assert response["X-Robots-Tag"] == "noindex, nofollow"


def test_reading_a_ticket_checks_nobody_in(one, client, admin_client):
    for who in (client, admin_client):
        who.get(tickets.path(one, 1))
    assert Attendance.objects.count() == 0


def test_a_cancelled_ticket_says_so_and_names_nobody(one, client):
    registration.cancel(one)
    page = client.get(tickets.path(one, 1)).content.decode()
    assert "Dieses Ticket ist nicht gültig." in page
    assert "Jördis" not in page


def test_staff_see_the_guest_with_the_button(one, admin_client):
    page = admin_client.get(tickets.path(one, 2)).content.decode()
    assert "Gast von Jördis Weiß-Grün" in page
    assert "Einchecken" in page
