"""Lists change in place: the address follows, the way back works, the focus stays; without script it is a page."""

import re

import pytest
from playwright.sync_api import expect


def begin(page, address: str) -> None:
    page.goto(address)
    page.evaluate("window.stayed = true")


def stayed(page) -> bool:
    return page.evaluate("window.stayed === true")


@pytest.mark.parametrize(
    ("address", "box"),
    [
        ("/de/einrichtungen/", "#filter-kind-clinic"),
        ("/de/marktplatz/", "#filter-category-microscopy"),
        ("/de/aktuelles/", "input[name=kind] >> nth=1"),
        ("/de/veranstaltungen/", ".facets input >> nth=0"),
    ],
)
def test_a_filter_changes_the_list_in_place(window, address, box):
    begin(window, address)
    before = window.locator(".result").inner_text()
    ticked = window.locator(box)
    name = ticked.get_attribute("id")
    ticked.check()
    expect(window.locator(".result")).not_to_have_text(before)
    assert stayed(window)
    expect(window).to_have_url(re.compile(r"\?"))
    assert window.evaluate("document.activeElement.id") == name
    assert window.locator(".result").get_attribute("role") == "status"
    again = window.context.new_page()
    again.goto(window.url)
    assert again.locator(".result").inner_text() == window.locator(".result").inner_text()
    window.go_back()
    expect(window.locator(".result")).to_have_text(before)
    expect(window.locator(box)).not_to_be_checked()
    assert window.locator("footer").count() == 1


def test_words_are_searched_in_place(window):
    begin(window, "/de/marktplatz/")
    before = window.locator(".result").inner_text()
    window.fill("main input[type=search]", "Zentrifuge")
    window.keyboard.press("Enter")
    expect(window.locator(".result")).not_to_have_text(before)
    assert stayed(window)
    assert "q=Zentrifuge" in window.url
    assert window.locator("main input[type=search]").input_value() == "Zentrifuge"


def test_months_turn_in_place_and_the_focus_stays_on_the_arrow(window):
    begin(window, "/de/veranstaltungen/?view=month")
    title = window.locator(".month-head h2")
    before = title.inner_text()
    window.locator("#month-next").focus()
    window.keyboard.press("Enter")
    expect(title).not_to_have_text(before)
    assert stayed(window)
    assert "month=" in window.url
    assert window.evaluate("document.activeElement.id") == "month-next"
    window.go_back()
    expect(title).to_have_text(before)


def test_a_page_reached_from_the_list_leads_back_to_the_whole_list(window):
    begin(window, "/de/einrichtungen/")
    window.locator("#filter-kind-clinic").check()
    expect(window).to_have_url(re.compile("kind=clinic"))
    found = window.locator(".result").inner_text()
    window.locator(".card h2 a").first.click()
    window.wait_for_load_state()
    window.go_back()
    expect(window.locator(".result")).to_have_text(found)
    expect(window.locator("header nav")).not_to_have_count(0)


def test_filters_work_without_script(open_window):
    page = open_window(java_script_enabled=False)
    page.goto("/de/einrichtungen/")
    before = page.locator(".result").inner_text()
    page.locator("#filter-kind-clinic").check()
    page.locator(".drawer-actions button").click()
    assert "kind=clinic" in page.url
    assert page.locator(".result").inner_text() != before


def test_seats_are_asked_again_when_the_reader_comes_back(window):
    window.goto("/de/veranstaltungen/")
    for link in [a.get_attribute("href") for a in window.locator(".event-row h3 a").all()]:
        window.goto(link)
        if window.locator("#box[hx-get]").count():
            break
    facts = window.locator("#box").inner_text()
    with window.expect_response(lambda r: r.request.headers.get("hx-request-type") == "partial") as answer:
        window.evaluate("window.dispatchEvent(new Event('focus'))")
    assert answer.value.ok
    assert "<html" not in answer.value.text()
    assert window.locator("#box").inner_text() == facts


def test_the_map_leads_by_keyboard_to_a_district_and_on_to_its_listings(window):
    window.goto("/de/")
    district = window.locator(".region-map a[aria-label^='Bochum:']")
    district.focus()
    window.keyboard.press("Enter")
    window.wait_for_url("**/de/einrichtungen/?district=05911")
    assert window.locator(".region-map a[aria-current]").get_attribute("aria-label").startswith("Bochum:")
    window.get_by_role("link", name=re.compile("aus Bochum auf dem Marktplatz")).click()
    window.wait_for_url("**/de/marktplatz/?district=05911")
    assert "Bochum" in window.locator(".chips").inner_text()
