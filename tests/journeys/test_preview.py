"""Beside the form stands the page as readers will see it, and what is missing on it is said while one types."""

from playwright.sync_api import expect

from tests.journeys.admin_places import page_of

WITH_PICTURE = page_of("nachricht-schreiben", "/admin/pages/{}/edit/")


def test_the_page_stands_beside_its_form_and_tells_of_a_picture_without_words(open_window, demo, known):
    editor = open_window(storage_state=known("editor"))
    WITH_PICTURE(editor, demo)
    editor.locator("[data-side-panel-toggle=preview]").click()
    shown = editor.frame_locator("#w-preview-iframe")
    expect(shown.locator("h1")).to_have_text("Eine Nachricht schreiben", timeout=20_000)

    # Two seconds after it stands, Wagtail notes how the form begins: what is typed before is no change.
    editor.wait_for_timeout(2_500)
    editor.locator("#id_title").fill("Ein anderer Titel")
    expect(shown.locator("h1")).to_have_text("Ein anderer Titel", timeout=20_000)

    told = editor.locator("[data-side-panel=checks]")
    editor.locator("[data-side-panel-toggle=checks]").click()
    expect(told).not_to_contain_text("Bild ohne Alternativtext", timeout=20_000)
    editor.locator("[name$='-alt_text']").first.fill("")
    expect(told).to_contain_text("Bild ohne Alternativtext", timeout=20_000)
