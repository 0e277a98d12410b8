"""The accent colours of sections as a style sheet: the content policy forbids inline styles."""

import re

from home.models import Section

HEX = re.compile(r"#[0-9A-Fa-f]{6}")
DARK_INK, LIGHT_INK = "#14272B", "#FFFFFF"


def style_sheet() -> str:
    """One class per section: `.accent-<slug>` sets `--accent` and an ink that can be read on it."""
    rows = Section.objects.order_by("slug").values_list("slug", "accent")
    rules = [
        f"  .accent-{slug} {{ --accent: {accent}; --on-accent: {ink_on(accent)}; }}"
        for slug, accent in rows
        if HEX.fullmatch(accent)
    ]
    return "\n".join(["@layer components {", *rules, "}", ""])


def ink_on(colour: str) -> str:
    """White or near-black, whichever has the higher contrast on `colour` (WCAG 2.2, relative luminance)."""
    return max((LIGHT_INK, DARK_INK), key=lambda ink: contrast(ink, colour))


def contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
