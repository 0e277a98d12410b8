"""Screenshots of a running demo: `python -m tests.shots http://127.0.0.1:8000 [--readme] [NAME …]`.

Writes var/shots/<page>-<width>-<light|dark>.png: every kind of public page, the pages of members, the main screens of
the admin. With `--readme` only the pictures of the README. Names choose pages ("home", "admin-dashboard").
"""

import json
import sys
import urllib.request
from functools import partial
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.journeys import places
from tests.journeys.admin_places import ADMIN
from tests.journeys.built_demo import BuiltDemo
from tests.journeys.conftest import CHROMIUM, FLAGS, log_in_as

ROOT = Path(__file__).resolve().parent.parent
SHOTS = ROOT / "var" / "shots"
WIDTHS = (390, 1280)
SCHEMES = ("light", "dark")
STAFF = {"style guide": places.address("/styleguide/")}


def _all_places() -> dict[str, tuple[str | None, dict]]:
    """By who looks: nobody known, a member of an institution, staff."""
    return {None: places.PLACES, "institution_b": places.INSIDE, "finance": places.NOTHING_YET, "admin": STAFF | ADMIN}


def _name(place: str) -> str:
    return place.replace(" ", "-")


def _settle(page) -> None:
    # A shot of the whole page scrolls nowhere, and pictures below wait for that.
    page.evaluate("() => document.querySelectorAll('img').forEach(image => { image.loading = 'eager' })")
    page.wait_for_load_state("networkidle")


def _shoot(browser, demo, chosen: set[str]) -> None:
    for who, found in _all_places().items():
        wanted = {_name(place): go for place, go in found.items() if not chosen or _name(place) in chosen}
        if not wanted:
            continue
        context = browser.new_context(
            reduced_motion="reduce", locale="de-DE", viewport={"width": WIDTHS[-1], "height": 900}
        )
        page = context.new_page()
        if who:
            log_in_as(page, demo, who)
        for name, go in wanted.items():
            page.set_viewport_size({"width": WIDTHS[-1], "height": 900})
            page.emulate_media(color_scheme="light")
            go(page, demo)
            _each_face(page, name)
        context.close()


def _each_face(page, name: str) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            _settle(page)
            page.screenshot(path=SHOTS / f"{name}-{width}-{scheme}.png", full_page=True)


def _small(target: Path) -> None:
    # All colours: with 256 the pictures of events show stripes, and thin lines lose their colour.
    with Image.open(target) as shot:
        shot.convert("RGB").save(target, optimize=True)
    if target.stat().st_size > 250_000:
        raise SystemExit(f"{target.name} is larger than 250 kB")


def _for_readme(browser, demo) -> None:
    """What a reader of the README sees first: the fold of five pages, and a phone."""
    wide, phone = (1280, 900), (390, 844)
    pictures = [
        ("screenshot", None, wide, "light", places.PLACES["home"]),
        ("marketplace", None, wide, "light", places.PLACES["marketplace"]),
        ("event", None, wide, "light", places.PLACES["paid event"]),
        ("device-dark", None, wide, "dark", places.PLACES["device"]),
        ("phone", None, phone, "light", places.PLACES["month"]),
        ("dashboard", "admin", wide, "light", ADMIN["admin dashboard"]),
    ]
    for name, who, (width, height), scheme, go in pictures:
        context = browser.new_context(locale="de-DE", viewport={"width": width, "height": height}, color_scheme=scheme)
        page = context.new_page()
        if who:
            log_in_as(page, demo, who)
        go(page, demo)
        page.wait_for_load_state("networkidle")
        target = ROOT / "docs" / f"{name}.png"
        page.screenshot(path=target)
        _small(target)
        context.close()


def running(base_url: str) -> BuiltDemo:
    urllib.request.urlopen(f"{base_url}/healthz", timeout=5)
    story = json.loads((ROOT / "var" / "demo.json").read_text())
    story = json.loads(json.dumps(story).replace(story["base_url"], base_url))
    return BuiltDemo(base_url, story["database_url"], story)


def main(base_url: str, *options: str) -> None:
    demo = running(base_url)
    chosen = {option for option in options if not option.startswith("--")}
    shoot = _for_readme if "--readme" in options else partial(_shoot, chosen=chosen)
    SHOTS.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        shoot(browser, demo)
        browser.close()
    print(f"{len(list(SHOTS.glob('*.png')))} screenshots in {SHOTS.relative_to(ROOT)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
