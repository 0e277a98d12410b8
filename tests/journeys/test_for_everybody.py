"""Readers who set their own colours, want no motion, enlarge to 400 % or print: nothing is lost."""

import pytest

from tests.journeys import inspecting, places

SHOWN = ["home", "month", "marketplace", "device", "event", "registration with mistakes"]
# What tells a control apart when the page's colours are gone.
UNSEEN = """
() => [...document.querySelectorAll(".btn, .badge, input:not([type=hidden]), select, textarea, [aria-current]")]
  .filter(e => e.checkVisibility() && e.getBoundingClientRect().width > 4)
  .filter(e => {
    const style = getComputedStyle(e);
    const lines = ["Top", "Right", "Bottom", "Left"].some(side => parseFloat(style["border" + side + "Width"]) > 0);
    const marked = style.outlineStyle != "none" || style.textDecorationLine != "none" || +style.fontWeight >= 600;
    const native = ["checkbox", "radio"].includes(e.type);
    return !lines && !marked && !native && !["LI", "SPAN"].includes(e.tagName);
  })
  .map(e => e.outerHTML.slice(0, 120))
"""
SHAPES = """
selector => {
  const shapes = {current: [], others: []};
  for (const e of document.querySelectorAll(selector)) {
    const style = getComputedStyle(e);
    const shape = [style.borderBlockEndColor, style.boxShadow, style.fontWeight, style.textDecorationLine].join(" ");
    shapes[e.hasAttribute("aria-current") ? "current" : "others"].push(shape);
  }
  return shapes;
}
"""
MOVING = """
() => [...document.querySelectorAll("*")].filter(e => {
    const style = getComputedStyle(e);
    return parseFloat(style.transitionDuration) > 0.001 || parseFloat(style.animationDuration) > 0.001
        || style.scrollBehavior == "smooth";
  }).map(e => e.outerHTML.slice(0, 90))
"""
HIDDEN_IN_PRINT = ".mainnav, .utility, .stickybar, .searchbar, .pager, .facets, main form, .skip"


@pytest.mark.parametrize("name", SHOWN)
def test_controls_keep_their_shape_in_forced_colours(name, open_window, demo):
    page = open_window(390, 844, forced_colors="active")
    places.PLACES[name](page, demo)
    assert page.evaluate(UNSEEN) == []
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"


def test_the_current_choice_can_be_told_in_forced_colours(open_window, demo):
    page = open_window(390, 844, forced_colors="active")
    for name, choices in (("marketplace", ".segments a"), ("month", ".segments a"), ("home", "nav.lang a")):
        places.PLACES[name](page, demo)
        shapes = page.evaluate(SHAPES, choices)
        assert len(shapes["current"]) == 1, name
        assert shapes["current"][0] not in shapes["others"], name


@pytest.mark.parametrize("name", SHOWN)
def test_nothing_moves_for_those_who_want_no_motion(name, open_window, demo):
    page = open_window(reduced_motion="reduce")
    places.PLACES[name](page, demo)
    assert page.evaluate(MOVING) == []


def test_there_is_motion_to_be_switched_off(open_window, demo):
    page = open_window(reduced_motion="no-preference")
    places.PLACES["home"](page, demo)
    assert page.evaluate(MOVING) != []


@pytest.mark.parametrize("name", ["event", "device", "sale", "article", "registered"])
def test_print_shows_the_text_and_nothing_to_press(name, open_window, demo):
    page = open_window()
    places.PLACES[name](page, demo)
    page.emulate_media(media="print", color_scheme="dark")
    visible = f"""() => [...document.querySelectorAll("{HIDDEN_IN_PRINT}")].filter(e => e.checkVisibility())
        .map(e => e.outerHTML.slice(0, 100))"""
    assert page.evaluate(visible) == []
    assert page.locator("h1").is_visible()
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(255, 255, 255)"
    assert inspecting.violations(page, inspecting.CONTRAST) == []
