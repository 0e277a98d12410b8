"""Our rules in the checker beside the preview, run by axe in a real browser."""

from pathlib import Path

import axe_playwright_python
from django.contrib.staticfiles import finders
from django.test import RequestFactory
from playwright.sync_api import sync_playwright
from wagtail.admin.userbar import AdminItem, ContentCheckerItem

from home.checks.content_checker import PortalChecker, check_as_the_house_does
from home.pages import StandardPage
from tests.journeys.conftest import CHROMIUM, FLAGS

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))
SCRIPT = finders.find("home/js/checker.js")
# What Wagtail's userbar does with our script and our configuration.
BAR = """
window.checks = {};
document.querySelector("wagtail-userbar").registerCheck = (id, check) => { checks[id] = check };
"""
RUN = """async ([spec, rules]) => {
    axe.configure({ ...spec, checks: spec.checks.map((check) => ({ ...check, evaluate: checks[check.id] })) });
    return await axe.run({ runOnly: rules });
}"""
OURS = "portal-"


def faults(checker: PortalChecker, *pages: str) -> list[list[str]]:
    """Per page the ids of our rules that it breaks, once per element."""
    spec = checker.get_axe_spec(RequestFactory().get("/"))
    # Wagtail's own checks bring JavaScript of their own, which stays in Wagtail.
    spec = {name: [row for row in rows if row["id"].startswith(OURS)] for name, rows in spec.items()}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        window = browser.new_page()
        found = [_broken(window, spec, html) for html in pages]
        browser.close()
    return found


def _broken(window, spec: dict, html: str) -> list[str]:
    page = f"<main><h1>Titel</h1>{html}</main><wagtail-userbar></wagtail-userbar>"
    window.set_content(f"<!doctype html><html lang=de>{page}</html>")
    window.add_script_tag(path=AXE)
    window.add_script_tag(content=BAR)
    window.add_script_tag(path=SCRIPT)
    told = window.evaluate(RUN, [spec, [rule["id"] for rule in spec["rules"]]])
    return [violation["id"] for violation in told["violations"] for _node in violation["nodes"]]


def link(text: str, address: str = "/x/") -> str:
    return f'<p>Das Programm steht <a href="{address}">{text}</a>.</p>'


def test_vague_link_is_marked_while_one_types():
    vague = ["hier", "Hier", "HIER KLICKEN", "mehr …", "Read more", "here."]
    assert faults(PortalChecker(None), *map(link, vague)) == [["portal-vague-link"]] * len(vague)


def test_link_with_an_aim_is_not_marked():
    assert faults(PortalChecker(None), *map(link, ["Zur Anmeldung", "Hierarchie", "mehr über Bioprozesse"])) == [[]] * 3


def test_file_says_type_and_size():
    texts = ["Programm", "Programm (PDF, 1,2 MB)", "Liste PDF, 12 KB"]
    told = faults(PortalChecker(None), *(link(text, "/documents/3/x.pdf") for text in texts))
    assert told == [["portal-untold-file"], [], []]


def test_what_only_the_server_knows_is_marked_at_the_title():
    checker = PortalChecker(None)
    checker.found = {"image-credit"}
    assert faults(checker, "") == [["portal-image-credit"]]
    assert faults(PortalChecker(None), "") == [[]]


def test_the_server_hands_over_what_it_found_on_the_page(image):
    type(image).objects.update(credit="")
    value = {"image": {"image": image.pk, "alt_text": "x", "decorative": False}, "caption": ""}
    page = StandardPage(title="x", slug="x", body=[{"type": "image", "value": value}])
    assert PortalChecker(page).found == {"image-credit"}


def test_a_picture_in_the_text_needs_words_or_is_decoration(image):
    for alt, decorative, told in [("x", False, set()), ("", True, set()), ("", False, {"image-alt"})]:
        value = {"image": {"image": image.pk, "alt_text": alt, "decorative": decorative}, "caption": ""}
        page = StandardPage(title="x", slug="x", body=[{"type": "image", "value": value}])
        assert PortalChecker(page).found == told


def test_every_rule_of_ours_has_words():
    checker = PortalChecker(None)
    rules = [rule["id"] for rule in checker.get_axe_custom_rules(None) if rule["id"].startswith(OURS)]
    assert set(rules) <= set(checker.get_axe_messages(None))
    assert set(rules) <= set(checker.get_axe_run_only(None))


def test_the_editor_and_the_frame_beside_it_know_the_same_rules():
    """Else the checker ends as soon as something is mended: axe refuses to run a rule that the frame does not know."""
    before, after = PortalChecker(None), PortalChecker(None)
    before.found = {"image-credit"}
    assert before.get_axe_run_only(None) == after.get_axe_run_only(None)
    assert before.get_axe_messages(None) == after.get_axe_messages(None)


def test_wagtails_checker_is_replaced_and_the_rest_of_the_bar_stays():
    items = [AdminItem(), ContentCheckerItem()]
    check_as_the_house_does(None, items, None)
    assert [type(item) for item in items] == [AdminItem, PortalChecker]
