"""Without a mouse: every step has a visible focus, every mistake gets it."""

from tests.journeys import filling


def _focused(page) -> dict:
    """What has the focus, and how that shows."""
    return page.evaluate(
        """() => {
            const it = document.activeElement, style = getComputedStyle(it), box = it.getBoundingClientRect();
            return {
                name: (it.innerText || it.getAttribute('aria-label') || it.name || '').trim(),
                href: it.getAttribute('href'), field: it.getAttribute('name'), id: it.id, tag: it.tagName,
                outline: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
                visible: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
            };
        }"""
    )


def _tab_to(page, found, *, most: int = 80) -> dict:
    """Press Tab until `found` says yes; everything on the way has to show its focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        focus = _focused(page)
        if focus["tag"] == "BODY":
            continue
        assert focus["outline"], f"no visible focus on {focus}"
        assert focus["visible"], f"the focus is out of sight on {focus}"
        if found(focus):
            return focus
    raise AssertionError("the keyboard never gets there")


def _enter(page) -> None:
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_the_skip_link_is_first_and_leads_to_the_content(phone, demo):
    phone.goto(demo.story["pages"]["home_de"])
    skip = _tab_to(phone, lambda focus: True, most=1)
    assert skip["href"] == "#content"
    phone.keyboard.press("Enter")
    assert _focused(phone)["id"] == "content"


def test_menu_language_and_theme_work_by_keyboard(phone, demo):
    phone.goto(demo.story["pages"]["home_de"])
    _tab_to(phone, lambda focus: focus["tag"] == "BUTTON" and "Dunkle" in focus["name"])
    before = phone.evaluate("getComputedStyle(document.body).backgroundColor")
    phone.keyboard.press("Space")
    phone.wait_for_function("before => getComputedStyle(document.body).backgroundColor !== before", arg=before)

    _tab_to(phone, lambda focus: focus["name"] == "Menü")
    phone.keyboard.press("Enter")
    assert phone.locator("#main-menu").is_visible()
    _tab_to(phone, lambda focus: focus["name"] == "Veranstaltungen")
    _enter(phone)
    assert phone.url == demo.story["pages"]["events"]

    _tab_to(phone, lambda focus: focus["name"] == "English")
    _enter(phone)
    assert phone.locator("html").get_attribute("lang") == "en"


def test_somebody_registers_by_keyboard_and_is_led_to_the_mistakes(phone, demo):
    phone.goto(demo.story["events"]["matching"]["url"])
    _tab_to(phone, lambda focus: focus["name"] == "Jetzt anmelden")
    _enter(phone)
    _tab_to(phone, lambda focus: focus["field"] == "name")
    phone.keyboard.type("Tamsin Taste")
    _tab_to(phone, lambda focus: focus["tag"] == "BUTTON" and focus["name"] == "Anmelden")
    _enter(phone)

    phone.wait_for_function("() => document.activeElement.id === 'errors'")
    assert phone.locator("input[name=name]").input_value() == "Tamsin Taste"
    _tab_to(phone, lambda focus: focus["href"] == "#id_email")
    phone.keyboard.press("Enter")
    assert _focused(phone)["field"] == "email"
    phone.keyboard.type("tamsin@visitor.example")
    _tab_to(phone, lambda focus: focus["field"] == "target_group")
    phone.keyboard.press("ArrowDown")
    _tab_to(phone, lambda focus: focus["field"] == "consent")
    phone.keyboard.press("Space")
    _tab_to(phone, lambda focus: focus["tag"] == "BUTTON" and focus["name"] == "Anmelden")
    _enter(phone)
    filling.to_own_page(phone, demo, "tamsin@visitor.example")
    assert phone.get_by_text("Sie sind angemeldet.").first.is_visible()


def test_somebody_books_and_cancels_by_keyboard(open_window, demo, known):
    phone = open_window(390, 844, storage_state=known("institution_b"))
    phone.goto(demo.story["listings"]["device"]["url"])
    _tab_to(phone, lambda focus: focus["name"] == "Nächste Woche")
    _enter(phone)
    _tab_to(phone, lambda focus: "start=" in (focus["href"] or ""))
    _enter(phone)
    assert phone.input_value("input[name=start]")
    _tab_to(phone, lambda focus: focus["field"] == "start")
    _enter(phone)
    assert "meine-bestellungen" in phone.url
    for press in ("Bestellung stornieren", "Ja, Bestellung stornieren"):
        _tab_to(phone, lambda focus, press=press: focus["name"] == press)
        _enter(phone)
    assert phone.get_by_text("storniert").first.is_visible()
