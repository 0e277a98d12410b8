"""The handbook's pictures, from a running demo: `python -m tests.handbook_shots http://127.0.0.1:8000 [de] [en]`.

Writes portal/demo/content/handbook/pictures/<chapter>-<language>.avif, at most 60 kB each.
"""

import io
import re
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.journeys.conftest import CHROMIUM, FLAGS

PICTURES = Path(__file__).resolve().parent.parent / "portal" / "demo" / "content" / "handbook" / "pictures"
SIZE = {"width": 1280, "height": 800}
SHOWN = (1000, 625)
MOST_BYTES = 60_000
WHO, PASSWORD = "admin@portal.example", "transfer-demo"
LANGUAGES = ("de", "en")
OUTSIDE = re.compile("Extern um Freigabe bitten|Ask somebody outside")


def _pages(window: Page, base: str, language: str) -> dict[str, str]:
    """The address of each chapter's screen."""
    index = _first(window, base, "home.NewsIndexPage", language)
    article = _first(window, base, "home.NewsPage", "de")
    return {
        "news": f"pages/add/home/newspage/{index}/",
        "translate": f"localize/submit/page/{article}/",
        "publish": "reports/publishing-checks/",
        "event": "snippets/events/event/",
        "waiting": "snippets/events/registration/",
        "letters": "letters/of/events.registered/",
        "release": "marketplace/releases/",
        "outside": "marketplace/releases/",
        "institution": "snippets/accounts/institution/",
        "payment": "snippets/payments/payment/",
        "go-live": "settings/home/office/",
        "numbers": "reports/attendance-report/",
    }


def _first(window: Page, base: str, model: str, language: str) -> int:
    listed = window.request.get(f"{base}/admin/api/main/pages/?type={model}&locale={language}")
    return listed.json()["items"][0]["id"]


def _go_on(window: Page, chapter: str) -> None:
    """Some screens are reached by one more press."""
    if chapter == "outside":
        window.locator("main table a").first.click()
        window.get_by_role("link", name=OUTSIDE).first.click()
    if chapter == "go-live":
        window.get_by_role("tab").last.click()
    window.wait_for_load_state("load")
    window.wait_for_timeout(700)


def _speak(window: Page, base: str, language: str) -> None:
    window.goto(f"{base}/admin/account/")
    window.select_option("select[name=locale-preferred_language]", language)
    window.locator("form [type=submit]").last.click()
    window.wait_for_load_state("load")


def _keep(png: bytes, target: Path) -> None:
    with Image.open(io.BytesIO(png)) as shot:
        small = shot.convert("RGB").resize(SHOWN, Image.Resampling.LANCZOS)
        for quality in (70, 60, 50, 40):
            out = io.BytesIO()
            small.save(out, "AVIF", quality=quality)
            if out.tell() <= MOST_BYTES:
                break
    target.write_bytes(out.getvalue())


def main(base: str, *languages: str) -> None:
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        window = browser.new_page(viewport=SIZE, locale="de-DE")
        window.goto(f"{base}/admin/")
        window.fill("input[name=login]", WHO)
        window.fill("input[name=password]", PASSWORD)
        window.locator("main form button[type=submit]").first.click()
        window.wait_for_load_state("load")
        for language in languages or LANGUAGES:
            _speak(window, base, language)
            for chapter, path in _pages(window, base, language).items():
                window.goto(f"{base}/admin/{path}")
                _go_on(window, chapter)
                _keep(window.screenshot(), PICTURES / f"{chapter}-{language}.avif")
        _speak(window, base, "de")
        browser.close()
    sizes = [path.stat().st_size for path in PICTURES.glob("*.avif")]
    print(f"{len(sizes)} pictures, {sum(sizes) // 1024} kB")


if __name__ == "__main__":
    main(*sys.argv[1:])
