"""Every component is a pair of template and style sheet, renders its examples, and keeps the content policy."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template
from django.test import RequestFactory

from portal.look import drawings, examples, icons

ROOT = Path(__file__).resolve().parents[3]
LOOK = ROOT / "portal" / "look"
COMPONENTS = sorted(path.stem for path in (LOOK / "templates" / "components").glob("*.html"))
# Parts of the frame that need a whole page around them; the guide shows them in pages of their own.
NEEDS_A_PAGE = {"site_header", "site_footer"}
PUBLIC = [
    path
    for top in ("portal", "home", "events", "marketplace")
    for path in sorted((ROOT / top).glob("**/templates/**/*.html"))
    if not {"letters", "wagtailadmin", "admin", "wagtailcore"} & {*path.parts}
]
SOURCES = [
    path
    for top in ("portal", "home", "events", "marketplace")
    for kind in ("py", "html")
    for path in (ROOT / top).rglob(f"*.{kind}")
]
FORBIDDEN = re.compile(r"\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\bsrc=)(?![^>]*application/ld\+json)|javascript:")
TAGS = re.compile(r"{%.*?%}", re.DOTALL)


every_example = pytest.mark.parametrize(
    ("name", "state", "given"), [pytest.param(*one, id=f"{one[0]}-{one[1]}") for one in examples.all_examples()]
)


def render(name: str, given: dict) -> str:
    return get_template(f"components/{name}.html").render(dict(given), request=RequestFactory().get("/de/?page=5"))


def test_every_component_has_a_style_sheet_of_the_same_name():
    styled = sorted(path.stem for path in (LOOK / "static/look/css/components").glob("*.css"))
    assert styled == COMPONENTS


@pytest.mark.parametrize("name", COMPONENTS)
def test_component_states_its_parameters_in_a_head_comment(name):
    source = (LOOK / "templates" / "components" / f"{name}.html").read_text()
    assert source.startswith("{% comment %}"), name


def test_every_component_has_an_example():
    shown = {name for name, _, _ in examples.all_examples()}
    assert sorted(shown | NEEDS_A_PAGE) == COMPONENTS


@pytest.mark.parametrize("name", COMPONENTS)
def test_pages_use_every_component_that_the_guide_shows(name):
    uses = re.compile(rf'components/{name}\.html|component "{name}"|{{% {name}[ %]')
    itself = {LOOK / "templates" / "components" / f"{name}.html", LOOK / "examples.py"}
    assert [path for path in SOURCES if path not in itself and uses.search(path.read_text())]


def test_no_page_writes_a_component_by_hand():
    surfaces = re.compile(r'class="(box|panel|prose|meta|links|person)[ "]')
    by_hand = [path.name for path in PUBLIC if path.parent.name != "components" and surfaces.search(path.read_text())]
    assert by_hand == []


@every_example
def test_component_renders_its_example(name, state, given):
    html = render(name, given)
    assert not FORBIDDEN.search(html), html
    assert "{%" not in html
    assert "{{" not in html


@every_example
def test_component_closes_what_it_opens(name, state, given):
    html = render(name, given)
    for tag in ("div", "ul", "ol", "li", "span", "p", "a", "svg", "section", "table", "form", "fieldset", "label"):
        assert len(re.findall(rf"<{tag}[\s>]", html)) == html.count(f"</{tag}>"), (name, tag)


def test_no_public_template_holds_inline_style_or_script():
    wrong = [str(path.relative_to(ROOT)) for path in PUBLIC if FORBIDDEN.search(TAGS.sub("", path.read_text()))]
    assert wrong == []


def test_no_style_sheet_fetches_from_elsewhere():
    for path in (LOOK / "static").rglob("*.css"):
        assert not re.search(r"@import|https?:", path.read_text()), path


def test_every_device_category_has_its_own_drawing():
    drawn = {path.stem for path in drawings.FOLDER.glob("*.svg")}
    assert drawn == {*drawings.CATEGORIES, *drawings.SCENES}


def test_unknown_drawing_and_tone_fall_back():
    assert drawings.render("no-such-device", "z") == drawings.render("general", "a")


@pytest.mark.parametrize("name", [*drawings.CATEGORIES, *drawings.SCENES])
def test_drawing_paints_only_with_the_six_variables(name):
    shapes = drawings.shapes(name)
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', shapes)) <= {f"var(--a{n})" for n in range(1, 7)} | {"none"}


def test_unknown_icon_is_an_error_and_not_a_gap():
    with pytest.raises(KeyError):
        icons.render("no-such-icon")


def test_icon_is_hidden_unless_it_has_a_label():
    assert 'aria-hidden="true"' in icons.render("cal")
    assert 'role="img" aria-label="Termin &amp; Ort"' in icons.render("cal", label="Termin & Ort")


def test_icons_named_in_templates_exist():
    used = {name for path in PUBLIC for name in re.findall(r'{% icon "([\w-]+)"', path.read_text())}
    assert used - set(icons.all_icons()) == set()
