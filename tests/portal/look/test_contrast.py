"""The colour pairs keep WCAG's contrast in light and dark, computed from the tokens as they stand."""

import re

import pytest

from portal.look.finders import PARTS

TEXT, SHAPES = 4.5, 3.0
PAIRS = [
    *[("ink", ground, TEXT) for ground in ("page", "surface", "sunken", "brand-tint")],
    *[("muted", ground, TEXT) for ground in ("page", "surface", "sunken")],
    *[("link", ground, TEXT) for ground in ("page", "surface", "brand-tint")],
    *[("brand", ground, TEXT) for ground in ("page", "surface", "brand-tint")],
    *[(tone, f"{tone}-tint", TEXT) for tone in ("accent", "ok", "warn", "bad", "info", "indigo")],
    *[(tone, ground, TEXT) for tone in ("accent", "ok", "bad") for ground in ("page", "surface")],
    ("on-brand", "brand", TEXT),
    ("on-brand", "brand-hover", TEXT),
    ("on-deep", "deep", TEXT),
    ("on-deep-2", "deep", TEXT),
    ("line-strong", "surface", SHAPES),
    ("line-strong", "page", SHAPES),
    ("focus", "deep", SHAPES),
]


def tokens(scheme: int) -> dict[str, str]:
    """Name and colour of every token; scheme 0 is light, 1 is dark."""
    text = (PARTS / "tokens.css").read_text()
    pairs = re.findall(r"--c-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", text)
    single = re.findall(r"--c-([\w-]+): (#\w{6})", text)
    return {name: (light, dark)[scheme] for name, light, dark in pairs} | dict(single)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_twenty_one():
    assert round(contrast("#000000", "#FFFFFF"), 2) == 21


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_pair_has_enough_contrast(front, ground, least, scheme):
    colours = tokens(scheme)
    assert contrast(colours[front], colours[ground]) >= least
