"""The handbook's pictures, from a running demo: `python -m tests.handbook_shots http://127.0.0.1:8000 [CHAPTER …]`.

Each is taken by somebody of the role that the chapter is for; an error, a closed door or a message of refusal ends it.
Writes portal/demo/content/handbook/pictures/<chapter>-<language>.webp, at most 50 kB each.
"""

import io
import re
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.journeys.conftest import CHROMIUM, FLAGS, log_in_as
from tests.journeys.handbook_screens import WALKS, Walk, addresses, is_shown
from tests.shots import running

PICTURES = Path(__file__).resolve().parent.parent / "portal" / "demo" / "content" / "handbook" / "pictures"
SIZE = {"width": 1280, "height": 800}
SHOWN = (1000, 625)
MOST_BYTES = 50_000
# Menus unfold and previews arrive; some of these pages ask the server for ever.
SETTLED = 2500
LANGUAGES = {"de": "de-DE", "en": "en-GB"}


def _show(window: Page, walk: Walk, asked: str) -> None:
    answer = window.goto(asked)
    if fault := is_shown(window.url, answer.status, asked, window.content()):
        raise SystemExit(fault)
    if walk.press:
        answer = window.goto(window.get_by_role("link", name=walk.press).first.get_attribute("href"))
        if fault := is_shown(window.url, answer.status, window.evaluate("location.pathname"), window.content()):
            raise SystemExit(fault)
    if walk.find:
        window.fill("main input[name=email]", walk.find)
        with window.expect_navigation():
            window.locator("main form:has(input[name=email]) button").first.click()
    if walk.tab:
        window.get_by_role("tab", name=re.compile(walk.tab, re.IGNORECASE)).click()
    window.wait_for_timeout(SETTLED)


def _keep(png: bytes, target: Path) -> None:
    with Image.open(io.BytesIO(png)) as shot:
        small = shot.convert("RGB").resize(SHOWN, Image.Resampling.LANCZOS)
        for quality in (80, 70, 60, 50):
            out = io.BytesIO()
            small.save(out, "WEBP", quality=quality, method=6)
            if out.tell() <= MOST_BYTES:
                break
    target.write_bytes(out.getvalue())


def main(base_url: str, *chosen: str) -> None:
    demo = running(base_url)
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for language, locale in LANGUAGES.items():
            windows: dict[str, Page] = {}
            for chapter, walk in WALKS.items():
                if chosen and chapter not in chosen:
                    continue
                if walk.role not in windows:
                    context = browser.new_context(
                        base_url=base_url, locale=locale, viewport=SIZE, reduced_motion="reduce"
                    )
                    windows[walk.role] = context.new_page()
                    log_in_as(windows[walk.role], demo, walk.role)
                _show(windows[walk.role], walk, addresses(walk, demo, language)[0])
                _keep(windows[walk.role].screenshot(), PICTURES / f"{chapter}-{language}.webp")
            for window in windows.values():
                window.context.close()
        browser.close()
    sizes = [path.stat().st_size for path in PICTURES.glob("*.webp")]
    print(f"{len(sizes)} pictures, {sum(sizes) // 1024} kB")


if __name__ == "__main__":
    main(*sys.argv[1:])
