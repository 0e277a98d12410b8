"""What a page costs and whether it stays still: nothing moves while it loads, the first view is light."""

import gzip
from urllib.parse import urlsplit

import pytest

from tests.journeys import places
from tests.journeys.slow_line import slow_line

FIRST_VIEW = 80_000
SHORT_PAGE = "/de/konto/password/reset/"
PHOTOS = ("/media/", "/images/")
WITH_PICTURES = ["home", "news index", "article", "about", "sections", "section", "project", "directory", "institution"]
WITH_PICTURES += ["event", "marketplace", "device"]
SIZES = ((390, 844), (1280, 900))
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
STANDING = """[...document.images].map(image => {
  const {x, y, width, height} = image.getBoundingClientRect();
  return [image.alt, ...[x, y, width, height].map(Math.round)];
})"""
ARRIVED = """Promise.all([...document.images].map(image => {
  image.loading = "eager";
  return image.decode();
}))"""


@pytest.mark.parametrize("name", places.PLACES)
def test_a_page_is_light_and_nothing_moves_while_it_loads(name, open_window, demo):
    visited, moved = [], []
    page, answers = _opened(open_window, *SIZES[0])
    page.on("framenavigated", lambda frame: visited.append(frame))
    places.PLACES[name](page, demo)
    address, came_straight = page.url, len(visited) == 1
    for number, (width, height) in enumerate(SIZES):
        if number or not came_straight:
            # Where a visitor comes from does not count, only the page itself, with an empty cache.
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


@pytest.mark.parametrize("name", WITH_PICTURES)
def test_a_picture_that_comes_late_finds_its_place_kept(name, open_window, demo):
    for before, after in _places_of_late_pictures(name, open_window, demo):
        assert before == after


def test_late_pictures_show_a_place_that_was_not_kept(open_window, demo):
    forget = "for (const image of document.images) image.removeAttribute('height')"
    assert all(before != after for before, after in _places_of_late_pictures("news index", open_window, demo, forget))


def _places_of_late_pictures(name: str, open_window, demo, script: str = "null"):
    """Where all pictures of a page stand while none has come, and when all have; a pair for each of `SIZES`."""
    finding = open_window()
    places.PLACES[name](finding, demo)
    for width, height in SIZES:
        page = open_window(width, height)
        release = _hold_photos(page)
        page.goto(finding.url, wait_until="domcontentloaded")
        page.evaluate("document.fonts.ready.then(() => null)")
        page.evaluate(script)
        before = page.evaluate(STANDING)
        release()
        page.evaluate(ARRIVED)
        yield before, page.evaluate(STANDING)


def _hold_photos(page):
    """No photo comes before the answer is called."""
    held, wait = [], True

    def hold(route):
        held.append(route) if wait else route.continue_()

    def release():
        nonlocal wait
        wait = False
        for route in held:
            route.continue_()

    for part in PHOTOS:
        page.route(f"**{part}**", hold)
    return release


def _moved_at(address: str, open_window) -> list:
    moved = []
    for width, height in SIZES:
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
