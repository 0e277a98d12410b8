"""Screenshots of the key pages of a running demo: `python -m tests.shots http://127.0.0.1:8000 [--readme]`.

Writes var/shots/<page>-<width>-<light|dark>.png; with `--readme` also docs/screenshot.png.
"""

import json
import sys
import urllib.request
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.journeys.conftest import CHROMIUM, FLAGS

ROOT = Path(__file__).resolve().parent.parent
SHOTS = ROOT / "var" / "shots"
WIDTHS = (390, 1280)


def _pages(story: dict) -> dict[str, str]:
    pages, events, listings = story["pages"], story["events"], story["listings"]
    return {
        "home": pages["home_de"],
        "home-en": pages["home_en"],
        "news": pages["news"],
        "events": pages["events"],
        "month": pages["calendar"],
        "event": events["free"]["url"],
        "registration": events["paid"]["register_url"],
        "market": pages["market"],
        "device": listings["device"]["url"],
        "sale": listings["sale"]["url"],
        "search": pages["search"] + "?q=zellkultur",
        "login": pages["login"],
    }


def _shoot(browser, story: dict) -> None:
    for width in WIDTHS:
        for scheme in ("light", "dark"):
            page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
            for name, address in _pages(story).items():
                page.goto(address)
                # A shot of the whole page scrolls nowhere, and pictures below wait for that.
                page.evaluate("() => document.querySelectorAll('img').forEach(image => { image.loading = 'eager' })")
                page.wait_for_load_state("networkidle")
                page.screenshot(path=SHOTS / f"{name}-{width}-{scheme}.png", full_page=True)
            page.close()


def _for_readme(browser, story: dict) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(story["pages"]["home_de"], wait_until="networkidle")
    target = ROOT / "docs" / "screenshot.png"
    page.screenshot(path=target)
    # 256 colours keep the file small; the face is flat anyway.
    with Image.open(target) as shot:
        shot.convert("RGB").quantize(256).save(target, optimize=True)


def main(base_url: str, *options: str) -> None:
    urllib.request.urlopen(f"{base_url}/healthz", timeout=5)
    story = json.loads((ROOT / "var" / "demo.json").read_text())
    story = json.loads(json.dumps(story).replace(story["base_url"], base_url))
    SHOTS.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        _shoot(browser, story)
        if "--readme" in options:
            _for_readme(browser, story)
        browser.close()
    print(f"{len(list(SHOTS.glob('*.png')))} screenshots in {SHOTS.relative_to(ROOT)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
