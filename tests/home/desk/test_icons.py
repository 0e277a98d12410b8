"""Every icon that a screen of the staff names is there: a missing one is an empty space that nobody reports."""

import re
from pathlib import Path

from wagtail import hooks
from wagtail.snippets.models import get_snippet_models

ROOT = Path(__file__).resolve().parents[3]
ROOMS = ("portal", "marketplace", "events", "home")
NAMED = re.compile(r"""\b(?:icon|icon_name|header_icon)["']?\s*[=:]\s*["']([a-z][a-z0-9-]*)["']""")


def known() -> set[str]:
    paths = [path for hook in hooks.get_hooks("register_icons") for path in hook([])]
    return {Path(path).stem for path in paths}


def of_the_staff(path: Path) -> bool:
    text = path.read_text()
    if path.suffix == ".html":
        return "wagtailadmin" in text
    return "wagtail_hooks" in path.name or "desk" in path.parts or "staff" in path.parts or "wagtail.admin" in text


def test_every_icon_of_the_staff_is_there():
    icons = known()
    assert len(icons) > 100
    named = {
        f"{path.relative_to(ROOT)}: {icon}"
        for room in ROOMS
        for path in (ROOT / room).rglob("*")
        if path.suffix in {".py", ".html"} and of_the_staff(path)
        for icon in NAMED.findall(path.read_text())
        if icon not in icons
    }
    named |= {model.__name__ for model in get_snippet_models() if model.snippet_viewset.icon not in icons}
    assert "; ".join(sorted(named)) == ""
