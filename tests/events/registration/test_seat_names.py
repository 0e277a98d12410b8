"""The form asks the names of all seats of a group at once, where the event wants it."""

import pytest

from events.guests import presence
from events.kinds import SeatNames
from events.models import Registration
from events.papers import sheets
from events.registration import parting
from events.registration.change_forms import ChangeForm
from tests.events.filling import answers, door

pytestmark = pytest.mark.usefixtures("today", "rules_hold")
NAMED = {"seats": "3", "guest2_name": "Bea Beispiel", "guest3_name": "Cem Beispiel"}


@pytest.fixture
def asks(make_event, publish):
    """`asks(SeatNames.ASKED)`: an event with a page."""

    def make(when, **facts):
        event = make_event(seat_names=when, **facts)
        publish(event)
        return event

    return make


def send(client, event, **said):
    return client.post(door(event), answers(**said))


def names(registration) -> list[str]:
    return [seat.own_name for seat in presence.seats_of(registration)]


@pytest.mark.parametrize("when", [SeatNames.ASKED, SeatNames.REQUIRED])
def test_names_given_while_registering_stand_on_badges_and_tickets(client, asks, when, monkeypatch):
    event = asks(when)
    send(client, event, **NAMED)
    mine = Registration.objects.get()
    assert names(mine) == ["Łukasz Ó Briain", "Bea Beispiel", "Cem Beispiel"]
    told = {}
    monkeypatch.setattr(sheets, "_set", lambda name, event, title, **said: told.update({name: said["seats"]}))
    sheets.badges(event, presence.seats(event))
    sheets.tickets(event, presence.seats_of(mine))
    assert [row["name"] for row in told["badges"]] == ["Bea Beispiel", "Cem Beispiel", "Łukasz Ó Briain"]
    assert [row["name"] for row in told["ticket"]] == ["Łukasz Ó Briain", "Bea Beispiel", "Cem Beispiel"]


@pytest.mark.parametrize("when", SeatNames.values)
def test_only_an_event_that_wants_it_asks(client, asks, when):
    page = client.get(door(asks(when))).content.decode()
    asked = when != SeatNames.LATER
    assert ("<seat-names>" in page, "guest{seat}_name" in page) == (asked, asked)
    # Alone there is nobody to name.
    assert "guest2_name" not in page


def test_where_one_seat_is_all_nobody_is_asked(client, asks):
    assert "<seat-names>" not in client.get(door(asks(SeatNames.ASKED, capacity=1))).content.decode()


def test_without_scripts_a_button_asks_for_as_many_names_as_seats_and_keeps_what_was_typed(client, asks):
    event = asks(SeatNames.ASKED)
    answer = send(client, event, seats="3", guest2_name="Bea Beispiel", name="", reckon="names")
    page = answer.content.decode()
    assert (answer.status_code, answer.context["form"].errors) == (200, {})
    assert [f'name="guest{place}_name"' in page for place in (2, 3, 4)] == [True, True, False]
    assert "Bea Beispiel" in page
    assert not Registration.objects.exists()


def test_names_may_follow_unless_they_are_needed(client, asks):
    send(client, asks(SeatNames.ASKED), seats="3")
    assert names(Registration.objects.get()) == ["Łukasz Ó Briain", "", ""]
    answer = send(client, asks(SeatNames.REQUIRED), seats="3", guest2_name="Bea Beispiel")
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["guest3_name"])
    assert "Bitte geben Sie an: Platz 3: Name." in answer.content.decode()


def test_names_beyond_the_seats_and_those_nobody_asked_for_are_not_kept(client, asks):
    send(client, asks(SeatNames.ASKED), seats="2", guest2_name="Bea Beispiel", guest3_name="Zu viel")
    send(client, asks(SeatNames.LATER), **NAMED)
    assert [names(one) for one in Registration.objects.order_by("pk")] == [
        ["Łukasz Ó Briain", "Bea Beispiel"],
        ["Łukasz Ó Briain", "", ""],
    ]


@pytest.mark.parametrize("seats", ["0", "11", "x", "", "²"])
def test_seats_that_make_no_sense_ask_for_no_names(client, asks, seats):
    answer = send(client, asks(SeatNames.REQUIRED), seats=seats)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["seats"])


def test_whoever_waits_keeps_the_names_too(client, asks):
    send(client, asks(SeatNames.ASKED, capacity=0), **NAMED)
    assert names(Registration.objects.get())[1:] == ["Bea Beispiel", "Cem Beispiel"]


def test_seats_given_back_later_leave_the_names_of_the_others(client, asks):
    send(client, asks(SeatNames.REQUIRED), **NAMED)
    mine = parting.give_back(Registration.objects.get(), places=[2], of=3)
    assert names(mine) == ["Łukasz Ó Briain", "Cem Beispiel"]


def test_needed_names_cannot_be_taken_out_afterwards(client, asks):
    send(client, asks(SeatNames.REQUIRED), **NAMED)
    mine = Registration.objects.get()
    said = {"name": "Łukasz", "guest2_name": "", "guest3_name": "Cem Beispiel"}
    assert list(ChangeForm(said, registration=mine).errors) == ["guest2_name"]
