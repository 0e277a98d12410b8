"""The style guide in a real browser: accessible, inside the content policy, never wider than the screen.

Requests of the browser are answered by Django's test client: no server, no second database.
"""

from contextvars import copy_context
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from portal.accounts.models import User
from tests.journeys.conftest import CHROMIUM, FLAGS

HOST = "http://localhost"
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # The guide shows two breadcrumbs, pages have one.
    "rules": {"target-size": {"enabled": True}, "landmark-unique": {"enabled": False}},
    "resultTypes": ["violations"],
}
# The dark has other colours and nothing else.
SCREENS = [
    (width, scheme, rules)
    for width in (390, 1280)
    for scheme, rules in (("light", RULES), ("dark", {"runOnly": ["color-contrast"], "resultTypes": ["violations"]}))
]


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def browse(chromium, client, db):
    """Open an address as staff; the page remembers what it asked of others and what the policy refused."""
    client.force_login(User.objects.create_superuser("staff@example.org", "a long password"))

    def answer(route):
        parts = urlsplit(route.request.url)
        if f"{parts.scheme}://{parts.netloc}" != HOST:
            strangers.append(route.request.url)
            return route.abort()
        given = here.run(client.get, f"{parts.path}?{parts.query}", follow=True)
        body = b"".join(given.streaming_content) if given.streaming else given.content
        return route.fulfill(status=given.status_code, headers=dict(given.headers), body=body)

    # Playwright calls back in a greenlet of its own, where Django would open another database connection.
    here = copy_context()
    strangers: list[str] = []
    complaints: list[str] = []

    def visit(address: str, width: int = 1280, scheme: str = "light"):
        page = chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        page.route("**/*", answer)
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{HOST}{address}")
        page.wait_for_load_state("networkidle")
        assert page.locator("h1").first.inner_text() == "Style guide"
        pages.append(page)
        return page

    pages = []
    visit.strangers, visit.complaints = strangers, complaints
    yield visit
    for page in pages:
        page.close()


@pytest.mark.parametrize(("width", "scheme", "rules"), SCREENS)
def test_style_guide_has_no_accessibility_fault(browse, width, scheme, rules):
    found = Axe().run(browse("/styleguide/", width, scheme), options=rules).response["violations"]
    assert [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found] == []


def test_style_guide_is_never_wider_than_the_screen(browse):
    page = browse("/styleguide/")
    for width in (320, 390, 768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_style_guide_keeps_the_content_policy_and_asks_nobody_else(browse):
    browse("/styleguide/")
    assert (browse.complaints, browse.strangers) == ([], [])


def test_theme_is_remembered_only_after_the_switch_was_pressed(browse):
    page = browse("/styleguide/")
    assert page.evaluate("localStorage.length") == 0
    page.locator("header theme-switch button").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.evaluate("localStorage.theme") == "dark"
    assert page.locator("header theme-switch button").get_attribute("aria-pressed") == "true"


def test_menu_opens_and_closes_on_a_phone_without_script(browse):
    page = browse("/styleguide/", 390)
    menu = page.locator("header #main-menu")
    assert not menu.is_visible()
    page.locator(".menubtn").click()
    assert menu.is_visible()
    page.keyboard.press("Escape")
    assert not menu.is_visible()


def test_week_shows_one_day_at_a_time_on_a_phone(browse):
    page = browse("/styleguide/", 390)
    head = page.locator("#week_grid thead th:visible")
    assert head.count() == 2
    page.locator("#week_grid .week-days label").nth(3).click()
    assert "21" in head.last.inner_text()


def test_skip_link_is_the_first_thing_that_takes_the_focus(browse):
    """The guide's example of a mistake takes the focus itself; the journey by keyboard presses the real Tab."""
    page = browse("/styleguide/")
    first = "a[href], button, input, select, textarea, summary, [tabindex='0']"
    assert page.locator(first).first.get_attribute("class") == "skip"
