"""Every kind of page, in both languages, narrow and wide, light and dark: no fault a tool can find."""

import pytest

from tests.journeys import inspecting, places, speaking

PHONE, DESK, NARROWEST = (390, 844), (1280, 900), (320, 256)
LOOKED_AT = {
    "de": [(PHONE, inspecting.RUN), (DESK, inspecting.RUN)],
    "en": [(DESK, inspecting.WORDS)],
}


@pytest.mark.parametrize("name", places.PLACES)
def test_a_public_page_is_accessible_in_both_languages(name, open_window, demo):
    _inspect(open_window(*PHONE, reduced_motion="reduce"), demo, name, places.PLACES[name])


@pytest.mark.parametrize("name", places.INSIDE)
def test_a_page_of_members_is_accessible_in_both_languages(name, open_window, demo, known):
    _inspect(
        open_window(*PHONE, reduced_motion="reduce", storage_state=known("institution_b")),
        demo,
        name,
        places.INSIDE[name],
    )


@pytest.mark.parametrize("name", places.NOTHING_YET)
def test_a_page_with_nothing_on_it_is_accessible_in_both_languages(name, open_window, demo, known):
    page = open_window(*PHONE, reduced_motion="reduce", storage_state=known("finance"))
    _inspect(page, demo, name, places.NOTHING_YET[name])


def _inspect(page, demo, name, go):
    faults = []
    answer = go(page, demo)
    assert answer.status == places.EXPECTED.get(name, 200), answer.url
    names = speaking.proper_names(demo.database_url)
    faults += _look(page, "de", names)
    if name.endswith("with mistakes"):
        page.goto(page.url)
        inspecting.switch_language(page)
        answer = places.send_form(page)
    else:
        answer = inspecting.switch_language(page)
    assert answer.status == places.EXPECTED.get(name, 200), answer.url
    assert page.locator("html").get_attribute("lang") == "en"
    faults += _look(page, "en", names)
    faults += _look_at_long_words(page)
    assert faults == []


def _look(page, language: str, names: tuple[str, ...]) -> list[str]:
    faults = [f"{language} in the wrong language: {text}" for text in speaking.wrong(page, language, names)]
    for size, rules in LOOKED_AT[language]:
        page.set_viewport_size({"width": size[0], "height": size[1]})
        faults += [f"{language} {size[0]} {fault}" for fault in inspecting.violations(page, rules)]
    if language == "de":
        page.emulate_media(color_scheme="dark")
        faults += [f"dark {fault}" for fault in inspecting.violations(page, inspecting.CONTRAST)]
        page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": NARROWEST[0], "height": NARROWEST[1]})
    if inspecting.overflow(page) > 0:
        faults.append(f"{language} 320 wider than the window: {inspecting.widest(page)}")
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    return faults


def _look_at_long_words(page) -> list[str]:
    """A window of 1280 pixels enlarged to 400 % is 320 wide; the page is of no use after this."""
    inspecting.with_long_words(page)
    faults = []
    for size in (NARROWEST, PHONE, DESK):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        if inspecting.overflow(page) > 0:
            faults.append(f"long words at {size[0]}: {inspecting.widest(page)}")
    return faults + [f"long words: {fault}" for fault in inspecting.violations(page, inspecting.LAYOUT)]
