"""A page that is kept for everybody is what each would have got, and holds nothing of anybody who was here before."""

import re

import pytest
from django.template.base import Template

from portal.caching import memory, stamps
from portal.caching.pages import is_storable
from tests.hostile.doors import address, doors
from tests.hostile.world import ROLES, forget_limits

TOKEN = re.compile(rb'(name="csrfmiddlewaretoken" value=")[^"]*')
PLAIN = {"accept-language": "de", "user-agent": "Firefox"}
OTHER = {"accept-language": "en", "user-agent": "curl", "referer": "https://x.example/", "cookie": "_ga=1"}
# What might make another answer of the same address: sent by whoever wants everybody else to get it.
POISON = [
    {"hx-request-type": "partial"},
    {"hx-request": "true", "hx-request-type": "partial"},
    {"hx-target": "found"},
    {"x-forwarded-host": "evil.example"},
    {"x-forwarded-port": "1", "x-forwarded-prefix": "/evil", "x-script-name": "/evil"},
    {"forwarded": "host=evil.example;proto=https"},
    {"x-original-url": "/de/suche/", "x-rewrite-url": "/de/suche/"},
    {"x-http-method-override": "POST"},
    {"accept": "application/json"},
    {"accept-encoding": "br"},
    {"range": "bytes=0-10"},
    {"authorization": "Basic YTpi"},
    {"x-requested-with": "XMLHttpRequest"},
    {"cookie": "django_language=en"},
    {"cookie": "messages=evil; csrftoken=" + 32 * "a"},
    {"purpose": "prefetch", "save-data": "on", "dnt": "1"},
]
pytestmark = pytest.mark.django_db


def _words(response) -> bytes:
    """Without the token of its forms."""
    return TOKEN.sub(rb"\1", response.content)


@pytest.fixture
def paths(world) -> list[str]:
    pages = {page.url for page in world.pages.values()}
    return sorted(pages | {address(door, world) for door in doors() if door.is_ours})


@pytest.fixture
def ask(world, as_, settings):
    clients = {role: as_(role) for role in ROLES}
    memory.pages.cache_clear()
    stamps.tables.cache_clear()

    def get(role: str, path: str, *, kept: bool, **headers):
        size = 32 if kept else 0
        if size != settings.PAGE_CACHE_MB:
            # Another size is another, empty memory.
            settings.PAGE_CACHE_MB = size
        forget_limits()
        return clients[role].get(path, headers=headers)

    return get


def test_who_is_logged_in_gets_their_own_and_everybody_else_the_one_for_all(world, paths, ask, monkeypatch):
    seen, differs, told, private = 0, [], [], [user.email for user in world.users.values() if user]
    for path in paths:
        fresh = ask("anonymous", path, kept=False)
        if not is_storable(fresh):
            continue
        seen += 1
        first = ask("anonymous", path, kept=True)
        for role in ROLES[1:]:
            with monkeypatch.context() as patch:
                # What they get tells the head; the words are drawn for everybody's page.
                patch.setattr(Template, "_render", lambda self, context: role)  # noqa: B023
                theirs = ask(role, path, kept=True)
            if theirs.headers.get("ETag") == first["ETag"]:
                told.append((role, path, "the page of everybody"))
            if "public" in theirs.get("Cache-Control", "") and "public" not in fresh.get("Cache-Control", ""):
                told.append((role, path))
        for again in range(2):
            kept = ask("anonymous", path, kept=True)
            if kept.cookies or _words(kept) != _words(fresh):
                differs.append((path, again))
            told += [("anonymous", path, name) for name in private if name.encode() in kept.content]
    assert (differs, told) == ([], [])
    assert seen > 30


def test_nothing_else_that_a_browser_says_changes_a_page_with_its_language_in_the_address(paths, ask):
    """What would, had to be part of the key."""
    differs = []
    for path in paths:
        one, other = (ask("anonymous", path, kept=False, **said) for said in (PLAIN, OTHER))
        if path.startswith(("/de/", "/en/")) and is_storable(one) and _words(one) != _words(other):
            differs.append(path)
    assert differs == []


@pytest.mark.parametrize("headers", POISON, ids=lambda said: next(iter(said)))
def test_nobody_can_put_another_page_in_everybodys_place(world, ask, headers):
    for path in (world.pages["events"].url, world.pages["market"].url):
        fresh = ask("anonymous", path, kept=False)
        assert is_storable(fresh)
        ask("anonymous", path, kept=True, **headers)
        after = ask("anonymous", path, kept=True)
        assert "Content-Encoding" not in after.headers
        assert _words(after) == _words(fresh)


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "POST", "PUT", "DELETE"])
def test_only_what_was_asked_for_to_be_read_is_kept(world, as_, ask, settings, method):
    path = world.pages["events"].url
    fresh = ask("anonymous", path, kept=False)
    settings.PAGE_CACHE_MB = 32
    as_("anonymous").generic(method, path)
    assert ask("anonymous", path, kept=True).content == fresh.content


def test_an_address_of_endless_questions_fills_nothing(world, ask):
    path = world.pages["events"].url + "?q=" + "a" * 1_000
    ask("anonymous", path, kept=True)
    assert not memory.pages()._entries
