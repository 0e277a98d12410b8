"""Draws the demo's pictures and logos: flat, in the portal's colours, the same for the same seed.

`picture` and `logo` return PNG bytes. Everything is drawn at twice the size and scaled down, so edges are smooth.
"""

import random

from portal.demo.pictures.bench import chip, fermenter, microscope, plates
from portal.demo.pictures.canvas import THEMES, Canvas
from portal.demo.pictures.logos import draw_logo
from portal.demo.pictures.nature import cells, helix, network
from portal.demo.pictures.region import people, skyline_ruhr, spectrum

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
    """A PNG of `motif` (a key of MOTIFS) at `size` pixels; other proportions are cut from the middle."""
    rng = random.Random(f"{motif}-{seed}")
    canvas = Canvas(size, THEMES[seed % len(THEMES)], rng)
    MOTIFS[motif](canvas)
    return canvas.png()


def logo(name: str, seed: int) -> bytes:
    """A square PNG logo with the initials of `name` on white."""
    return draw_logo(name, random.Random(f"{name}-{seed}"))
