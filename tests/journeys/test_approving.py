"""A firm registers several people and names them later; a registration is sent back, changed and approved."""

import psycopg
import pytest

from tests.journeys import filling


def test_a_firm_takes_three_seats_and_names_its_people_later(phone, demo):
    phone.goto(demo.story["events"]["free"]["register_url"])
    filling.registration(phone, name="Greta Gruppe", email="greta@firm.example", seats=3)
    phone.goto(filling.link(demo.wait_for_mail("greta@firm.example", "Ihre Anmeldung"), "meine-anmeldung"))
    filling.press(phone, "Angaben und Namen ändern")
    phone.get_by_label("Platz 2: Name").fill("Hanno Zweiter")
    phone.get_by_label("Platz 2: E-Mail-Adresse").fill("kein Postfach")
    assert filling.send(phone).status == 422
    assert phone.get_by_label("Platz 2: Name").input_value() == "Hanno Zweiter"
    phone.get_by_label("Platz 2: E-Mail-Adresse").fill("hanno@firm.example")
    filling.send(phone)
    told = phone.locator("main").inner_text()
    assert "Hanno Zweiter, hanno@firm.example" in told
    assert "Sie sind angemeldet." in told


@pytest.fixture
def by_approval(demo):
    """The free event, for a while by approval."""
    event = demo.story["events"]["free"]

    def admit(way: str) -> None:
        with psycopg.connect(demo.database_url) as database:
            database.execute("update events_event set admission = %s where id = %s", [way, event["id"]])

    admit("approval")
    yield event
    admit("registration")


def test_a_request_is_sent_back_changed_and_approved(phone, open_window, known, demo, by_approval):
    phone.goto(by_approval["register_url"])
    filling.registration(phone, name="Ria Anfrage", email="ria@visitor.example")
    demo.wait_for_mail("ria@visitor.example", "ist eingegangen")

    desk = open_window(storage_state=known("admin"))
    _decide(desk, demo, "Zur Änderung zurückgeben", "Bitte nennen Sie Ihre Einrichtung.")
    mail = demo.wait_for_mail("ria@visitor.example", "Bitte ändern Sie")
    phone.goto(filling.link(mail, "meine-anmeldung"))
    filling.press(phone, "Ändern und erneut einreichen")
    assert phone.get_by_text("Bitte nennen Sie Ihre Einrichtung.").is_visible()
    phone.fill("input[name=institution]", "Institut für Nachreichung")
    filling.send(phone)

    _decide(desk, demo, "Freigeben")
    phone.goto(filling.link(demo.wait_for_mail("ria@visitor.example", "Ihre Anmeldung"), "meine-anmeldung"))
    assert phone.get_by_text("Sie sind angemeldet.").first.is_visible()


def _decide(desk, demo, deed: str, reason: str = "") -> None:
    """As staff find it: the list of registrations, its page, the menu beside the name."""
    desk.goto(demo.base_url + "/admin/snippets/events/registration/?q=ria@visitor.example")
    desk.get_by_role("link", name="Ria Anfrage").first.click()
    desk.locator("header [data-w-dropdown-target=toggle]").last.click()
    desk.get_by_role("link", name=deed).first.click()
    if reason:
        desk.fill("textarea[name=reason]", reason)
    desk.get_by_role("button", name=deed).click()
    desk.get_by_text("Erledigt.").first.wait_for()
