"""Tickets, vouchers and sessions in the form of registration, and how often it may be sent."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import translation
from time_machine import travel

from events.models import Registration, TicketType
from events.registration import limits
from portal.language.money import as_text
from portal.web import tokens
from tests.events.filling import door
from tests.events.reading import fresh

pytestmark = pytest.mark.usefixtures("rules_hold")


@pytest.fixture
def shop(make_event, publish, ticket, coupon, session, now):
    event = make_event()
    publish(event, title="Bioprozesstag")
    ticket(event)
    ticket(event, "Start-up", fee=Decimal(29), capacity=5)
    coupon(event, kind="percent", value=50)
    session(event, "Labor", capacity=3)
    with travel(now, tick=False):
        yield event


def answers(**more):
    return {"name": "Ada", "email": "ada@example.org", "seats": "1", "target_group": "startup", "consent": "on"} | more


@pytest.mark.parametrize("facts", [{"mode": "online", "online_url": "https://meet.example/x"}, {"month_only": True}])
def test_where_no_door_opens_nobody_gets_a_ticket(client, make_event, publish, guest, today, facts):
    event = make_event(**facts)
    publish(event)
    one = guest(event)
    assert 'class="ticket-code"' not in client.get(one.get_absolute_url()).content.decode()
    assert client.get(reverse("events:ticket_file", args=[tokens.make("manage", one), 1])).status_code == 404


def test_where_this_visitor_can_buy_nothing_the_page_says_so_instead_of_asking(
    make_event, publish, ticket, client, now
):
    event = make_event()
    page = publish(event)
    kept = ticket(event, sale_from=now + timedelta(hours=1))
    with travel(now, tick=False), translation.override("de"):
        door = reverse("events:register", args=[event.pk])
        asked = client.get(door).content.decode()
        assert "Zurzeit sind keine Tickets im Verkauf." in asked
        assert 'name="consent"' not in asked
        assert door not in client.get(page.url).content.decode()
        TicketType.objects.filter(pk=kept.pk).update(sale_from=None, members_only=True)
        asked = client.get(door).content.decode()
        assert "nur für Mitglieder" in asked
        assert f"?next={door}" in asked
        assert door in client.get(page.url).content.decode()


def test_sessions_are_changed_on_the_own_page_and_their_seats_follow(event, guest, session, client, now):
    lab, talk = session(event), session(event, "Vortrag", hour=1)
    beside, full = session(event, "Daneben", hour=1), session(event, "Voll", hour=2, capacity=1)
    one = guest(event, seats=2, sessions=[lab])
    door = one.get_absolute_url() + "aendern/"
    with travel(now, tick=False):
        assert "Labor" in client.get(door).content.decode()
        for wrong in ([talk, beside], [full]):
            said = {"name": "Ada", "sessions": [row.pk for row in wrong]}
            assert client.post(door, said).status_code == 422
        assert client.post(door, {"name": "Ada", "sessions": [talk.pk]}).status_code == 303
    assert [fresh(row).seats_taken for row in (lab, talk, beside, full)] == [0, 2, 0, 0]
    assert [seat.session for seat in one.session_seats.all()] == [talk]


def test_the_form_shows_tickets_with_price_and_seats(client, shop):
    page = client.get(door(shop)).content.decode()
    assert "Start-up – 29\u00a0€, 5 Plätze frei" in page
    assert "zahlungspflichtig" in page
    assert "Labor, 3 Plätze frei" in page


def test_registering_with_ticket_voucher_and_session(client, shop):
    cheap, lab = shop.ticket_types.get(name_de="Start-up"), shop.sessions.get()
    prices = f"{cheap.pk}:29.00"
    said = answers(ticket=cheap.pk, voucher="ruhr", sessions=[lab.pk], shown_prices=prices)
    assert client.post(door(shop), said).status_code == 303
    one = Registration.objects.get()
    assert (one.amount, one.ticket_type, fresh(lab).seats_taken) == (Decimal("14.50"), cheap, 1)
    assert "Labor" in client.get(one.get_absolute_url()).content.decode()


def test_a_changed_ticket_price_is_shown_and_must_be_confirmed(client, shop):
    cheap = shop.ticket_types.get(name_de="Start-up")
    said = answers(ticket=cheap.pk, shown_prices=f"{cheap.pk}:19.00")
    again = client.post(door(shop), said)
    assert (again.status_code, Registration.objects.count()) == (422, 0)
    assert f"{cheap.pk}:29.00" in again.content.decode()


def test_form_without_a_ticket_is_answered_beside_the_field(client, shop):
    again = client.post(door(shop), answers())
    assert again.status_code == 422
    assert 'id="id_ticket_error"' in again.content.decode()


def test_guessing_codes_is_slowed_down(client, shop):
    cheap = shop.ticket_types.get(name_de="Start-up")
    status = [
        client.post(door(shop), answers(ticket=cheap.pk, voucher=f"X{n}", email=f"a{n}@example.org")).status_code
        for n in range(11)
    ]
    assert status == [422] * 10 + [429]
    right = client.post(door(shop), answers(ticket=cheap.pk, voucher="RUHR"))
    assert right.status_code == 429
    assert 0 < int(right["Retry-After"]) <= 3600


def test_registering_for_one_mailbox_again_and_again_is_slowed_down(client, make_event, publish, now):
    event = make_event()
    publish(event)
    with travel(now, tick=False):
        status = [client.post(door(event), answers()).status_code for _ in range(61)]
    assert status == [*[303] * 60, 429]


def test_an_address_that_registers_without_end_is_slowed_down_but_not_this_machine(
    client, make_event, publish, now, monkeypatch
):
    monkeypatch.setattr(limits, "PER_ADDRESS", 2)
    event = make_event()
    publish(event)
    with travel(now, tick=False):
        for address, expected in (("203.0.113.7", [303, 303, 429]), ("127.0.0.1", [303] * 3), ("::1", [303] * 3)):
            guests = [answers(email=f"{n}@{address.replace(':', 'x')}.example.org") for n in range(3)]
            told = [client.post(door(event), guest, REMOTE_ADDR=address).status_code for guest in guests]
            assert told == expected


def test_total_stands_above_the_button_without_scripts_too(client, shop):
    page = client.get(door(shop)).content.decode()
    assert page.index("Summe:") < page.index("zahlungspflichtig")
    ticket = shop.ticket_types.get(name_de="Normal")
    asked = client.post(door(shop), {"ticket": ticket.pk, "seats": 3, "name": "", "reckon": "1"})
    told = asked.content.decode().replace("\u00a0", " ")
    assert asked.status_code == 200
    assert as_text(ticket.fee * 3).replace("\u00a0", " ") in told
    assert "has-error" not in told
    assert Registration.objects.count() == 0


@pytest.mark.parametrize("said", [{}, {"ticket": "x"}, {"ticket": "1", "seats": "viele"}, {"seats": "-1"}])
def test_total_of_what_makes_no_sense_is_not_known(client, shop, said):
    asked = client.post(door(shop), said | {"reckon": "1"})
    assert asked.status_code == 200
    assert "data-total>–<" in asked.content.decode()


def test_parts_that_exclude_each_other_say_so_while_choosing(client, make_event, publish, session, guest):
    event = make_event()
    publish(event)
    one = session(event, "Zellen")
    two = session(event, "Daten", hour=0.5)
    later = session(event, "Abend", hour=3)
    change = guest(event, sessions=[one]).get_absolute_url() + "aendern/"
    for address in (door(event), change):
        page = client.get(address).content.decode()
        assert f'data-excludes="{two.pk}"' in page
        assert f'data-excludes="{one.pk}"' in page
        assert page.count("data-excludes") == 2
        assert "gleichzeitig mit: Daten" in page
        assert f'value="{later.pk}"' in page
        assert "/events/js/parts" in page
    # Without scripts the server says it.
    answer = client.post(change, {"name": "Anna", "sessions": [one.pk, two.pk]})
    assert answer.status_code == 422
    assert "finden gleichzeitig statt" in answer.content.decode()


def test_without_parts_no_script_for_them(client, event, publish):
    publish(event)
    assert "/events/js/parts" not in client.get(door(event)).content.decode()
