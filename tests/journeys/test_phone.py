"""What a thumb reaches: the foot of a page on one screen, the ways in and to the office in the menu."""

import pytest

from tests.journeys import places


@pytest.fixture
def phone(open_window):
    return open_window(390, 844, reduced_motion="reduce")


@pytest.mark.parametrize("name", ["home", "event", "marketplace"])
def test_the_foot_of_a_page_fits_on_one_screen(name, phone, demo):
    places.PLACES[name](phone, demo)
    assert phone.locator(".foot").bounding_box()["height"] < 844


def test_the_menu_leads_in_and_to_the_office(phone, demo):
    phone.goto(demo.story["pages"]["home_de"])
    phone.get_by_role("button", name="Menü", exact=True).click()
    drawer = phone.get_by_role("navigation", name="Hauptmenü")
    assert drawer.get_by_role("link", name="Anmelden").is_visible()
    assert drawer.get_by_role("link", name="Mitmachen").is_visible()
    drawer.get_by_role("link", name="Kontakt").click()
    for heading in ("Wer Ihnen weiterhilft", "Wann Sie uns erreichen", "So kommen Sie zu uns"):
        assert phone.get_by_role("heading", name=heading).is_visible()


def test_the_rows_of_the_region_are_folded_on_a_phone_only(phone, open_window, demo):
    phone.goto(demo.story["pages"]["home_de"])
    rows = phone.locator(".region-list")
    assert not rows.is_visible()
    phone.get_by_text("Als Liste", exact=True).click()
    assert rows.is_visible()
    wide = open_window()
    wide.goto(demo.story["pages"]["home_de"])
    assert wide.locator(".region-list").is_visible()


def test_the_first_event_on_the_home_page_can_still_be_booked(phone, demo):
    phone.goto(demo.story["pages"]["home_de"])
    assert "Anmeldung geschlossen" not in phone.locator("main").inner_text()
