"""A page that is kept for everybody is what each would have got, and holds nothing of anybody who was here before."""

import re

import pytest

from portal.caching import memory, stamps
from portal.caching.pages import is_storable
from tests.hostile.doors import address, doors
from tests.hostile.world import ROLES, forget_limits

TOKEN = re.compile(rb'(name="csrfmiddlewaretoken" value=")[^"]*')
OTHER_HEADERS = {
    "accept-language": ("de", "en"),
    "user-agent": ("Firefox", "curl"),
    "referer": ("", "https://x.example/"),
    "cookie": ("", "_ga=1"),
}
pytestmark = pytest.mark.django_db


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
        settings.PAGE_CACHE_MB = 32 if kept else 0
        forget_limits()
        return clients[role].get(path, headers=headers)

    return get


def test_who_is_logged_in_gets_their_own_and_everybody_else_the_one_for_all(world, paths, ask):
    seen, differs, told, private = 0, [], [], [user.email for user in world.users.values() if user]
    for path in paths:
        fresh = ask("anonymous", path, kept=False)
        if not is_storable(fresh):
            continue
        seen += 1
        for role in ROLES[1:]:
            theirs = ask(role, path, kept=True)
            if "public" in theirs.get("Cache-Control", "") and "public" not in fresh.get("Cache-Control", ""):
                told.append((role, path))
        for again in range(2):
            kept = ask("anonymous", path, kept=True)
            if kept.cookies or TOKEN.sub(rb"\1", kept.content) != TOKEN.sub(rb"\1", fresh.content):
                differs.append((path, again))
            told += [("anonymous", path, name) for name in private if name.encode() in kept.content]
    assert (differs, told) == ([], [])
    assert seen > 30


@pytest.mark.parametrize("header", OTHER_HEADERS)
def test_nothing_else_that_a_browser_says_changes_a_page_with_its_language_in_the_address(paths, ask, header):
    """What would, had to be part of the key."""
    differs = []
    for path in paths:
        one, other = (ask("anonymous", path, kept=False, **{header: value}) for value in OTHER_HEADERS[header])
        says = path.startswith(("/de/", "/en/")) or header != "accept-language"
        if says and is_storable(one) and TOKEN.sub(b"", one.content) != TOKEN.sub(b"", other.content):
            differs.append(path)
    assert differs == []
