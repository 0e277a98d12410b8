"""Drawings that stand in for missing photographs: one per device category, and a few for pages.

Each file in `drawings/` is the inside of an SVG of 400 x 300 units and paints with six variables, `--a1`
(ground) to `--a6` (dark), which `css/components/picture.css` sets per tone and per light or dark scheme.
"""

from functools import cache
from pathlib import Path

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

FOLDER = Path(__file__).parent / "drawings"
SCENES = ("event", "news", "person_placeholder", "network", "project", "section", "not_found")
CATEGORIES = tuple(sorted({file.stem for file in FOLDER.glob("*.svg")} - {*SCENES}))
TONES = ("a", "b", "c", "d")
GROUND = (
    '<rect width="400" height="300" fill="var(--a1)"/>'
    '<circle cx="330" cy="60" r="120" fill="var(--a2)" opacity=".2"/>'
    '<circle cx="60" cy="270" r="110" fill="var(--a4)" opacity=".25"/>'
)


@cache
def shapes(name: str) -> str:
    """The inside of a drawing; a name without a file gets the drawing `general`."""
    file = FOLDER / f"{name}.svg"
    return file.read_text(encoding="utf-8") if file.is_file() else shapes("general")


@cache
def render(name: str, tone: str = "a") -> SafeString:
    """A decorative `<svg>` (hidden from assistive technology) in one of the four tones a, b, c, d."""
    known = name if name in CATEGORIES or name in SCENES else "general"
    return format_html(
        '<svg class="art tone-{}" viewBox="0 0 400 300" width="400" height="300"'
        ' preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">{}</svg>',
        tone if tone in TONES else "a",
        mark_safe(GROUND + shapes(known)),
    )
