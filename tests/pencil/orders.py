"""What the story shows, and where it is kept."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from portal.demo import pictures
from portal.demo.content.events import EVENTS
from portal.demo.content.institutions import INSTITUTIONS
from portal.demo.content.listings import LISTINGS
from portal.demo.content.news import NEWS
from portal.demo.content.projects import FUNDERS
from portal.demo.content.sections import SECTIONS
from tests.pencil import logo, picture


def orders() -> dict[Path, Callable[[], bytes]]:
    """How to draw each file; an empty emblem stands for a logo."""
    named = [
        *((row["slug"], row["name"], seed) for seed, row in enumerate(INSTITUTIONS)),
        *((row["slug"], row["name_de"], seed) for seed, row in enumerate(SECTIONS, 90)),
        *((row["slug"], row["name_de"], seed) for seed, row in enumerate(FUNDERS, 121) if not row["emblem"]),
    ]
    shown = [*(row["picture"] for row in [*EVENTS, *NEWS]), *(photo[0] for row in LISTINGS for photo in row["photos"])]
    return {
        **{pictures.picture(*drawn): partial(picture, *drawn) for drawn in shown},
        **{pictures.logo(slug): partial(logo, name, seed) for slug, name, seed in named},
    }
