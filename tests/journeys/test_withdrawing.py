"""A private person registers on a phone, pays, withdraws without an account, and finance finds the refund."""

import os
import re
from pathlib import Path

from playwright.sync_api import expect

from tests.journeys import filling

GUEST = "widerruf@visitor.example"
# Where pictures of the screens go, if somebody wants to look at them.
PICTURES = os.environ.get("WITHDRAWAL_SHOTS", "")


def shot(page, name: str) -> None:
    if PICTURES:
        width = page.viewport_size["width"]
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.screenshot(path=Path(PICTURES) / f"{name}-{width}-{scheme}.png", full_page=True)


def test_a_guest_withdraws_on_a_phone(phone, demo, open_window, known):
    phone.goto(demo.story["events"]["paid"]["register_url"])
    assert "Als Privatperson können Sie diesen Vertrag" in phone.locator("main").inner_text()
    shot(phone, "register")
    filling.registration(phone, name="Ada Verbraucherin", email=GUEST, seats=1)
    asked = demo.wait_for_mail(GUEST, "Bitte um Zahlung").get_body(("plain",)).get_content()
    assert "Widerrufsrecht" in asked
    filling.to_own_page(phone, demo, GUEST)
    phone.goto(phone.locator("main a[href*='/zahlung/']").first.evaluate("link => link.href"))
    reference = re.search(r"TP-\d{6}", phone.locator("main").inner_text())[0]
    shot(phone, "pay")
    filling.press(phone, "Jetzt bezahlen")
    phone.locator("button.pay").click()
    phone.wait_for_url(re.compile(re.escape(demo.base_url)))
    demo.wait_for_mail(GUEST, "Ihre Anmeldung")

    phone.goto(f"{demo.base_url}/de/")
    phone.locator("footer").get_by_role("link", name="Vertrag widerrufen").click()
    expect(phone).to_have_title(re.compile("Vertrag widerrufen"))
    shot(phone, "declare")
    said = {"name": "Ada Verbraucherin", "contract": reference, "email": GUEST}
    for name, value in said.items():
        phone.fill(f"input[name={name}]", value)
    phone.get_by_role("button", name="Weiter: prüfen und bestätigen").click()
    phone.get_by_role("button", name="Widerruf bestätigen").wait_for()
    shot(phone, "confirm")
    assert all(value in phone.locator("main").inner_text() for value in said.values())
    phone.get_by_role("button", name="Widerruf bestätigen").click()
    phone.get_by_role("heading", name="Ihr Widerruf ist eingegangen").wait_for()
    shot(phone, "received")
    moment = re.search(r"\w+, \d+\. \w+ \d{4}, \d+:\d{2} Uhr \(MES?Z\)", phone.locator("main").inner_text())[0]

    receipt = demo.wait_for_mail(GUEST, "Wir haben Ihren Widerruf erhalten").get_body(("plain",)).get_content()
    assert moment in receipt
    assert reference in receipt
    demo.wait_for_mail(GUEST, "Ihr Widerruf ist ausgeführt")
    back = demo.wait_for_mail(GUEST, "Sie erhalten Ihr Geld zurück").get_body(("plain",)).get_content()
    assert "Sie haben den Vertrag widerrufen." in back

    desk = open_window(storage_state=known("finance"))
    desk.goto(f"{demo.base_url}/admin/snippets/payments/payment/?back=due")
    assert reference in desk.locator("main").inner_text()
    desk.goto(f"{demo.base_url}/admin/snippets/withdrawals/withdrawal/")
    shot(desk, "list")
    wide = open_window(storage_state=known("moderator"))
    wide.goto(f"{demo.base_url}/admin/snippets/withdrawals/withdrawal/?state=received")
    wide.get_by_role("link", name="Unterweisung Biosicherheit", exact=False).first.click()
    shot(wide, "inspect")
    wide.get_by_role("link", name="Ausführen", exact=True).click()
    shot(wide, "carry-out")


def test_the_screens_on_a_wide_window(window, demo):
    window.goto(f"{demo.base_url}/de/widerruf/")
    shot(window, "declare")
    for name, value in {"name": "Ada", "contract": "TP-000001", "email": "ada@visitor.example"}.items():
        window.fill(f"input[name={name}]", value)
    window.get_by_role("button", name="Weiter: prüfen und bestätigen").click()
    window.get_by_role("button", name="Widerruf bestätigen").wait_for()
    shot(window, "confirm")
    window.get_by_role("button", name="Ändern").click()
    assert window.input_value("input[name=contract]") == "TP-000001"
