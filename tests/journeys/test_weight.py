"""What a page costs and whether it stays still: nothing moves while it loads, the first view is light."""

import gzip
from urllib.parse import urlsplit

import pytest

from tests.journeys import places
from tests.journeys.slow_line import slow_line

FIRST_VIEW = 80_000
SHORT_PAGE = "/de/konto/password/reset/"
PHOTOS = ("/media/", "/images/")
# Shifts that nobody caused: those after a key or a click are wanted.
WATCH = """
window.shifts = [];
new PerformanceObserver(list => {
  for (const shift of list.getEntries()) {
    const moved = shift.sources.map(source => source.node?.outerHTML?.slice(0, 90));
    if (!shift.hadRecentInput) window.shifts.push([shift.value, ...moved]);
  }
}).observe({type: "layout-shift", buffered: true});
"""


@pytest.mark.parametrize("name", places.PLACES)
def test_a_page_is_light_and_nothing_moves_while_it_loads(name, open_window, demo):
    moved = []
    for width, height in ((390, 844), (1280, 900)):
        page, answers = _opened(open_window, width, height)
        visited = []
        page.on("framenavigated", lambda frame, seen=visited: seen.append(frame))
        places.PLACES[name](page, demo)
        if len(visited) > 1:
            # Where a visitor comes from does not count, only the page itself, with an empty cache.
            address = page.url
            page, answers = _opened(open_window, width, height)
            page.goto(address)
        page.evaluate("document.fonts.ready.then(() => null)")
        parts = [answer for answer in answers if answer.status < 300 or answer.status >= 400]
        weighed = {urlsplit(answer.url).path: _compressed(answer) for answer in parts if not _is_photo(answer)}
        assert sum(weighed.values()) <= FIRST_VIEW, weighed
        _walk_down(page, height)
        moved += page.evaluate("window.shifts")
    assert moved == []


@pytest.mark.parametrize("path", ["/de/", SHORT_PAGE, "/de/marktplatz/"])
def test_a_page_on_a_slow_line_stays_still(path, open_window, demo):
    with slow_line(demo.base_url) as line:
        assert _moved_at(line + path, open_window) == []


def test_the_slow_line_shows_what_a_page_does_that_is_drawn_too_early(open_window, demo):
    with slow_line(demo.base_url, change=lambda page: page.replace(b'rel="expect"', b'rel="none"')) as line:
        assert _moved_at(line + SHORT_PAGE, open_window) != []


def _moved_at(address: str, open_window) -> list:
    moved = []
    for width, height in ((390, 844), (1280, 900)):
        page, _answers = _opened(open_window, width, height)
        page.goto(address)
        page.evaluate("document.fonts.ready.then(() => null)")
        page.wait_for_timeout(100)
        moved += page.evaluate("window.shifts")
    return moved


def _opened(open_window, width: int, height: int):
    """A window that watches what moves, and the answers that it gets."""
    page, answers = open_window(width, height), []
    page.add_init_script(WATCH)
    page.on("response", lambda answer: answers.append(answer))
    return page, answers


def _is_photo(answer) -> bool:
    return any(part in urlsplit(answer.url).path for part in PHOTOS) and answer.request.resource_type == "image"


def _compressed(answer) -> int:
    """Bytes as a server with compression sends them."""
    body = answer.body()
    packed = urlsplit(answer.url).path.endswith((".woff2", ".png", ".jpg", ".webp", ".avif"))
    return len(body) if packed else len(gzip.compress(body, 9))


def _walk_down(page, height: int) -> None:
    """Past everything that loads late."""
    for y in range(0, page.evaluate("document.documentElement.scrollHeight"), height):
        page.evaluate(f"window.scrollTo(0, {y})")
        page.wait_for_timeout(40)
