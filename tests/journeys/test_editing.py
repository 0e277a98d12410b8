"""Editors write, moderators publish, translators translate side by side."""

from urllib.parse import urlsplit

import psycopg
from playwright.sync_api import expect

from tests.journeys import filling, inspecting

LISTS = (
    "snippets/payments/payment/",
    "payments/transfers/",
    "snippets/events/event/",
    "reports/image-rights/",
    "persons/",
    "users/",
    "letters/",
)
CUT_OFF = """() => [...document.querySelectorAll("main *")]
    .filter(part => part.getBoundingClientRect().right > innerWidth + 1 && !part.closest(".footer, svg"))
    .map(part => part.outerHTML.slice(0, 120))"""


def test_the_admin_is_entered_by_the_portals_own_login(window, demo):
    for door in ("/admin/", "/admin/login/"):
        window.goto(demo.base_url + door)
        assert urlsplit(window.url).path == urlsplit(demo.story["pages"]["login"]).path


def test_an_editor_writes_and_a_moderator_publishes(open_window, demo, known):
    editor = open_window(storage_state=known("editor"))
    editor.goto(
        demo.story["pages"]["admin"] + f"pages/add/home/newspage/{_page_of(demo, demo.story['pages']['news'])}/"
    )
    editor.fill("#id_title", "Rundbrief zur Förderung erschienen")
    editor.fill("#id_teaser", "Drei Themen, eine Seite, kein Anhang.")
    _from_the_menu(editor, "button[name=action-submit]")

    moderator = open_window(storage_state=known("moderator"))
    moderator.goto(demo.story["pages"]["admin"])
    moderator.get_by_role("link", name="Rundbrief zur Förderung erschienen").first.click()
    moderator.wait_for_load_state("networkidle")
    _from_the_menu(moderator, "button[data-workflow-action-name=approve]")

    visitor = open_window(390, 844)
    visitor.goto(demo.story["pages"]["news"])
    filling.press(visitor, "Rundbrief zur Förderung erschienen")
    assert visitor.get_by_text("kein Anhang").first.is_visible()
    assert urlsplit(visitor.url).path.endswith("/rundbrief-zur-foerderung-erschienen/")


def test_the_desk_of_events_fits_a_laptop(open_window, demo, known):
    """No table is cut, and the longest form is folded: its tab of registration was 9,600 pixels high."""
    page = open_window(1280, 900, storage_state=known("moderator"))
    events, guests = demo.story["pages"]["admin"] + "snippets/events/event/", demo.story["events"]["matching"]["id"]
    for address in (events, f"{events}?when=past", f"{demo.story['pages']['admin']}events/{guests}/registrations/"):
        page.goto(address)
        wide = "tables => tables.map(table => [table.getBoundingClientRect().right, table.parentElement.clientWidth])"
        edges = page.locator("main table").evaluate_all(wide)
        assert edges
        assert all(right <= 1281 and room > 0 for right, room in edges), address
    page.goto(events)
    page.get_by_role("link", name="Jahresforum").first.click()
    page.get_by_role("tab", name="Anmeldung").first.click()
    assert page.locator("main").evaluate("main => main.scrollHeight") < 3000


def test_the_desk_fits_a_phone_and_is_read_in_the_dark(open_window, demo, known):
    """Wagtail hides what sticks out: the window never scrolls, the words are just gone."""
    page = open_window(390, 844, storage_state=known("admin"), color_scheme="dark", reduced_motion="reduce")
    faults = {}
    for address in LISTS:
        page.goto(demo.story["pages"]["admin"] + address)
        faults[address] = page.evaluate(CUT_OFF) + inspecting.violations(page, inspecting.CONTRAST)
    assert {address: found for address, found in faults.items() if found} == {}
    page.goto(demo.story["pages"]["admin"] + LISTS[0])
    named = "cell => getComputedStyle(cell, '::before').content"
    assert page.locator("td[data-column='Betrag']").first.evaluate(named) == '"Betrag: "'


def test_a_list_of_guests_is_printed_without_the_desk_around_it(open_window, demo, known):
    page = open_window(720, 1000, storage_state=known("moderator"))
    page.goto(f"{demo.story['pages']['admin']}events/{demo.story['events']['full']['id']}/registrations/")
    page.emulate_media(media="print")
    assert not page.locator("#wagtail-sidebar, .sidebar-nav-toggle, main .button").filter(visible=True).count()
    assert page.evaluate(CUT_OFF) == []
    assert page.locator("main table tbody tr").first.evaluate("row => getComputedStyle(row).display") == "table-row"


def test_a_page_is_translated_side_by_side_and_stands_in_english(open_window, demo, known):
    german, address = _without_translation(demo)
    visitor = open_window(390, 844)
    visitor.goto(demo.base_url + address)

    editor = open_window(storage_state=known("editor"))
    editor.goto(demo.story["pages"]["admin"] + f"localize/submit/page/{german}/")
    editor.check("input[name=locales]")
    with editor.expect_navigation():
        editor.locator("main form [type=submit]").last.click()
    editor.get_by_text("Übersetzung Deutsch – Englisch").first.wait_for()
    assert "to Englisch" not in editor.locator("main").inner_text()
    _translate(editor, "Central Germany joins forces")

    moderator = open_window(storage_state=known("moderator"))
    moderator.goto(editor.url)
    with moderator.expect_navigation():
        moderator.get_by_role("button", name="Auf Englisch veröffentlichen").click()

    visitor.reload()
    filling.press(visitor, "English")
    assert "/en/news/" in visitor.url
    assert visitor.locator("h1").inner_text() == "Central Germany joins forces"
    assert "Words in English" in visitor.locator("main").inner_text()


def _from_the_menu(page, action: str) -> None:
    """An action behind the arrow beside the editor's main button."""
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    with page.expect_navigation():
        page.locator(action).first.click()
    page.wait_for_load_state()


DRAWN = "new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn, 50))))"


def _translate(page, title: str) -> None:
    """Fill in every piece of the page in wagtail-localize's editor."""
    pieces = page.get_by_role("button", name="Übersetzen", exact=True)
    pieces.first.wait_for()
    number = 0
    # They come one after the other: how many there are is known when none is left.
    while left := pieces.count():
        pieces.first.click()
        field = page.locator("main textarea").first
        field.wait_for()
        # The field is emptied once more after it was drawn first: words that come before are gone.
        page.evaluate(DRAWN)
        field.fill(f"Words in English, piece {number}." if number else title)
        # The button goes before the words have arrived; whoever publishes then is refused.
        with page.expect_response(lambda answer: "/strings/" in answer.url and answer.request.method == "PUT"):
            page.get_by_role("button", name="Speichern", exact=True).first.click()
        expect(pieces).to_have_count(left - 1)
        number += 1


def _page_of(demo, address: str) -> int:
    with psycopg.connect(demo.database_url) as database:
        slug = urlsplit(address).path.strip("/").split("/")[-1]
        return database.execute("select id from wagtailcore_page where slug = %s", [slug]).fetchone()[0]


def _without_translation(demo) -> tuple[int, str]:
    """Number and address of the news item that waits for its translation."""
    alone = (
        "select min(page.id), min(slug) from wagtailcore_page page join home_newspage on page_ptr_id = page.id"
        " where live group by translation_key having count(*) = 1 order by min(page.id) limit 1"
    )
    with psycopg.connect(demo.database_url) as database:
        number, slug = database.execute(alone).fetchone()
    return number, urlsplit(demo.story["pages"]["news"]).path + slug + "/"
