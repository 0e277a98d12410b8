"""With JavaScript switched off everything still works."""

import pytest

from tests.journeys import filling


@pytest.fixture
def plain(open_window):
    return open_window(390, 844, java_script_enabled=False)


def test_search_and_filters_work(plain, demo):
    plain.goto(demo.story["pages"]["search"])
    plain.fill("main input[type=search]", "Bioreaktor")
    plain.keyboard.press("Enter")
    plain.wait_for_url("**q=Bioreaktor**")
    assert plain.locator("main a", has_text="bioreaktor").count()

    plain.goto(demo.story["pages"]["market"])
    everything = plain.locator("main .rows > .row").count()
    plain.locator(".segments a", has_text="Leih").first.click()
    plain.wait_for_url("**kind=loan**")
    assert 0 < plain.locator("main .rows > .row").count() <= everything
    plain.get_by_role("button", name="Filter").first.click()
    box = plain.locator(".facets input[type=checkbox]").first
    box.check()
    ticked = f"{box.get_attribute('name')}={box.get_attribute('value')}"
    plain.locator(".facets button[type=submit]").first.click()
    plain.wait_for_url(f"**{ticked}**")
    assert plain.locator("main .rows > .row").count()


def test_somebody_registers(plain, demo):
    plain.goto(demo.story["events"]["free"]["url"])
    filling.press(plain, "Jetzt anmelden")
    filling.registration(plain, name="Ohne Skript", email="plain@visitor.example")
    filling.to_own_page(plain, demo, "plain@visitor.example")
    assert plain.get_by_text("Sie sind angemeldet.").first.is_visible()


def test_a_group_is_named(plain, demo):
    plain.goto(demo.story["events"]["matching"]["register_url"])
    plain.fill("input[name=seats]", "2")
    filling.press(plain, "Namen weiterer Gäste eingeben")
    plain.fill("input[name=guest2_name]", "Bea Beispiel")
    filling.registration(plain, name="Ohne Skript", email="group@visitor.example", seats=2)
    filling.to_own_page(plain, demo, "group@visitor.example")
    assert "Bea Beispiel" in plain.locator("main").inner_text()


def test_somebody_claims_a_gift_on_a_phone(plain, demo, log_in):
    log_in(plain, "institution_b")
    plain.goto(demo.story["listings"]["gift"]["url"])
    filling.send(plain)
    assert "meine-bestellungen" in plain.url
    told = plain.locator("main").inner_text()
    assert "Labortische" in told
    assert "Abholung" in told
    assert "nach Absprache mit" in told


def test_the_menu_opens(plain, demo):
    plain.goto(demo.story["pages"]["home_de"])
    plain.get_by_role("button", name="Menü").click()
    assert plain.locator("#main-menu").is_visible()
    filling.press(plain, "Marktplatz")
    assert plain.url == demo.story["pages"]["market"]


def test_somebody_books_a_free_hour(plain, demo, log_in):
    log_in(plain, "institution_b")
    plain.goto(demo.story["listings"]["device"]["url"])
    plain.goto(plain.locator("a[rel=nofollow][href*='week=']").last.evaluate("link => link.href"))
    with plain.expect_navigation():
        plain.locator(".week a.slot").locator("visible=true").first.click()
    assert plain.input_value("input[name=start]")
    filling.send(plain)
    assert "meine-bestellungen" in plain.url
    assert "Parallelbioreaktor" in plain.locator("main").inner_text()
