"""An evening at the door, with a phone: search, check in, take back, somebody without registration."""

from tests.journeys import filling

READS = """
window.BarcodeDetector = class {
  static async getSupportedFormats() { return ["qr_code"]; }
  async detect(video) { return video.videoWidth ? [{ rawValue: "%s" }] : []; }
};
"""
REFUSED = "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'));"


def test_staff_check_guests_in_by_name_and_take_in_who_comes_without_registration(open_window, known, demo):
    phone = open_window(390, 844, has_touch=True, storage_state=known("moderator"))
    event = demo.story["events"]["tomorrow"]
    phone.goto(event["checkin_url"])
    name = phone.locator(".guest-row .guest-name").first.inner_text()
    phone.fill("input[name=q]", name)
    phone.locator(".searchbar button").click()
    phone.wait_for_url("**q=**")
    phone.locator(".guest-row").filter(has_text=name).get_by_role("button", name="Einchecken").first.tap()
    card = phone.locator(".desk-card")
    assert name in card.inner_text()
    assert "Eingecheckt um" in card.inner_text()

    card.get_by_role("button", name="Rückgängig").tap()
    phone.wait_for_url(lambda address: "last" not in address)
    assert name in phone.locator(".guest-list").inner_text()

    filling.press(phone, "Ohne Anmeldung")
    phone.fill("input[name=name]", "Toni Spontan")
    phone.select_option("select[name=target_group]", "sme")
    filling.send(phone)
    assert "Toni Spontan" in phone.locator(".desk-card").inner_text()
    assert phone.evaluate("document.documentElement.scrollWidth") == 390


def test_the_camera_reads_a_ticket_and_checks_its_guest_in(open_window, known, demo):
    """Chromium on Linux reads no codes: the detector is played, the camera, the policy and the page are real."""
    event = demo.story["events"]["tomorrow"]
    phone = open_window(390, 844, has_touch=True, storage_state=known("moderator"), permissions=["camera"])
    phone.add_init_script(READS % event["ticket_url"])
    phone.goto(event["checkin_url"])
    phone.get_by_role("button", name="Ticket scannen").tap()
    card = phone.locator(".desk-card")
    card.wait_for()
    assert "Eingecheckt um" in card.inner_text()
    card.get_by_role("button", name="Rückgängig").tap()
    phone.wait_for_url(lambda address: "last" not in address)


def test_a_refused_camera_leaves_the_search(open_window, known, demo):
    event = demo.story["events"]["tomorrow"]
    phone = open_window(390, 844, has_touch=True, storage_state=known("moderator"), permissions=[])
    phone.add_init_script(READS % event["ticket_url"] + REFUSED)
    phone.goto(event["checkin_url"])
    phone.get_by_role("button", name="Ticket scannen").tap()
    phone.get_by_text("Die Kamera lässt sich nicht verwenden.").wait_for()
    assert phone.locator("input[name=q]").is_visible()


def test_without_a_reader_of_codes_the_page_does_not_speak_of_the_camera(open_window, known, demo):
    phone = open_window(390, 844, storage_state=known("moderator"))
    phone.goto(demo.story["events"]["tomorrow"]["checkin_url"])
    assert phone.get_by_role("button", name="Ticket scannen").count() == 0


def test_a_ticket_opened_by_a_stranger_shows_the_code_and_the_first_name_alone(phone, demo):
    phone.goto(demo.story["events"]["tomorrow"]["ticket_url"])
    assert phone.get_by_text("Dieses Ticket ist gültig.").is_visible()
    assert phone.get_by_role("img", name="QR-Code des Tickets").is_visible()
    assert phone.get_by_role("button", name="Einchecken").count() == 0
