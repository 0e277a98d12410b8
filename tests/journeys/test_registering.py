"""A visitor registers, pays, waits, moves up and cancels: on a phone, with real mail."""

import re

import psycopg
from icalendar import Calendar

from tests.journeys import filling


def _calendar(mail) -> Calendar:
    part = next(part for part in mail.walk() if part.get_content_type() == "text/calendar")
    return Calendar.from_ical(part.get_payload(decode=True))


def test_a_visitor_registers_gets_the_mail_and_cancels_in_two_steps(phone, demo):
    phone.goto(demo.story["events"]["free"]["url"])
    filling.press(phone, "Jetzt anmelden")
    filling.registration(phone, name="Jördis Weiß-Grün", email="joerdis@visitor.example")
    filling.to_own_page(phone, demo, "joerdis@visitor.example")
    assert phone.get_by_text("Sie sind angemeldet.").first.is_visible()

    mail = demo.wait_for_mail("joerdis@visitor.example", "Ihre Anmeldung")
    event = _calendar(mail).events[0]
    assert event["SUMMARY"]
    assert event["DTSTART"].dt.tzinfo
    assert mail.get_body(("html",))

    phone.goto(filling.link(mail, "meine-anmeldung"))
    assert "Jördis Weiß-Grün" in phone.locator("main").inner_text()
    filling.press(phone, "Anmeldung stornieren")
    filling.press(phone, "Ja, stornieren")
    assert phone.get_by_text("Ihre Anmeldung ist storniert.").first.is_visible()

    mail = demo.wait_for_mail("joerdis@visitor.example", "storniert")
    assert _calendar(mail)["METHOD"] == "CANCEL"


def test_who_waits_for_a_full_event_accepts_the_seat_that_somebody_gives_back(open_window, demo):
    event = demo.story["events"]["coaching"]
    _fill_up(open_window(390, 844), demo, event)

    phone = open_window(390, 844)
    phone.goto(event["url"])
    phone.goto(phone.locator("nav.lang a[lang=en]").evaluate("link => link.href"))
    filling.press(phone, "Join the waiting list")
    filling.registration(phone, name="Avery Waits", email="avery@visitor.example")
    filling.to_own_page(phone, demo, "avery@visitor.example", "my-registration")
    assert phone.get_by_text("You are on the waiting list.").first.is_visible()
    demo.wait_for_mail("avery@visitor.example", "On the waiting list")

    somebody = open_window(390, 844)
    somebody.goto(filling.link(demo.wait_for_mail("last@visitor.example", "Ihre Anmeldung"), "meine-anmeldung"))
    filling.press(somebody, "Anmeldung stornieren")
    filling.press(somebody, "Ja, stornieren")

    offer = demo.wait_for_mail("avery@visitor.example", "A seat for you")
    phone.goto(filling.link(offer, "my-registration"))
    filling.press(phone, "Accept the seats")
    assert _calendar(demo.wait_for_mail("avery@visitor.example", "Your registration")).events
    assert phone.get_by_text("You are registered.").first.is_visible()


def _fill_up(page, demo, event: dict) -> None:
    """Take the seats that are left; the last of them goes to last@visitor.example."""
    with psycopg.connect(demo.database_url) as database:
        taken = database.execute(demo.story["sql"]["seats_confirmed"], {"event": event["id"]}).fetchone()[0]
    left = event["capacity"] - taken
    groups = [*([4] * ((left - 1) // 4)), (left - 1) % 4, 1]
    for number, seats in enumerate(group for group in groups if group):
        last = sum(groups[: number + 1]) == left
        page.goto(event["register_url"])
        email = "last@visitor.example" if last else f"group{number}@visitor.example"
        filling.registration(page, name="Robin Gruppe", email=email, seats=seats)
        filling.to_own_page(page, demo, email)
        assert page.get_by_text("Sie sind angemeldet.").first.is_visible()


def test_the_fee_of_an_event_is_paid_on_the_test_payment_page(phone, demo):
    phone.goto(demo.story["events"]["paid"]["register_url"])
    assert "49,90" in phone.locator("main").inner_text()
    filling.registration(phone, name="Paula Preis", email="paula@visitor.example", seats=2)
    filling.to_own_page(phone, demo, "paula@visitor.example")
    if "Jetzt bezahlen" in phone.locator("main").inner_text() and "anmeldung" in phone.url:
        filling.press(phone, "Jetzt bezahlen")
    filling.press(phone, "Jetzt bezahlen")
    assert "99,80" in phone.locator("body").inner_text()
    assert re.search("test", phone.locator("body").inner_text(), re.IGNORECASE)
    phone.locator("button.pay").click()
    phone.wait_for_url(re.compile(re.escape(demo.base_url)))

    mail = demo.wait_for_mail("paula@visitor.example", "Ihre Anmeldung")
    phone.goto(filling.link(mail, "meine-anmeldung"))
    assert phone.get_by_text("Sie sind angemeldet.").first.is_visible()
    with psycopg.connect(demo.database_url) as database:
        query = "select state, amount from payments_payment where payer_email = 'paula@visitor.example'"
        assert [(state, str(amount)) for state, amount in database.execute(query)] == [("paid", "99.80")]


def test_a_group_is_named_while_registering(phone, demo):
    phone.goto(demo.story["events"]["matching"]["register_url"])
    seats, second, third = (phone.locator(f"input[name={name}]") for name in ("seats", "guest2_name", "guest3_name"))
    assert second.count() == 0
    assert not phone.get_by_role("button", name="Namen weiterer Gäste eingeben").count()
    seats.fill("3")
    second.fill("Bea Beispiel")
    third.fill("Cem Beispiel")
    # A seat less and one more again: what was typed is still there.
    seats.fill("2")
    assert (second.input_value(), third.count()) == ("Bea Beispiel", 0)
    seats.fill("3")
    assert third.input_value() == "Cem Beispiel"
    filling.registration(phone, name="Ada Gruppe", email="gruppe@visitor.example", seats=3)
    filling.to_own_page(phone, demo, "gruppe@visitor.example")
    told = phone.locator("main").inner_text()
    assert "Bea Beispiel" in told
    assert "Cem Beispiel" in told
