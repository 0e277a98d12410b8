"""Draws the demo's pictures and logos: flat, in the portal's colours, the same for the same seed.

`python -m tests.pencil` draws what the story shows into `portal/demo/pictures/`, where it is kept.
`picture` and `logo` return WebP bytes. Everything is drawn at twice the size and scaled down, so edges are smooth.
"""

import random

from tests.pencil.bench import chip, fermenter, microscope, plates
from tests.pencil.canvas import THEMES, Canvas
from tests.pencil.logos import draw_logo
from tests.pencil.nature import cells, helix, network
from tests.pencil.region import people, skyline_ruhr, spectrum

MOTIFS = {
    "cells": cells,
    "helix": helix,
    "network": network,
    "plates": plates,
    "fermenter": fermenter,
    "skyline_ruhr": skyline_ruhr,
    "spectrum": spectrum,
    "people": people,
    "chip": chip,
    "microscope": microscope,
}


def picture(motif: str, seed: int, size: tuple[int, int] = (1600, 1000)) -> bytes:
    """A WebP of `motif` (a key of MOTIFS) at `size` pixels; other proportions are cut from the middle."""
    rng = random.Random(f"{motif}-{seed}")
    canvas = Canvas(size, THEMES[seed % len(THEMES)], rng)
    MOTIFS[motif](canvas)
    return canvas.webp()


def logo(name: str, seed: int) -> bytes:
    """A square WebP logo with the initials of `name` on white."""
    return draw_logo(name, random.Random(f"{name}-{seed}"))
