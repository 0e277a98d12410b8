"""Forged requests, followed links, cookies, and what is not there."""

import re
from html.parser import HTMLParser

import pytest
from django.test import Client

from tests.hostile.doors import address, doors
from tests.hostile.staff_doors import staff_doors, where
from tests.hostile.test_matrix import fingerprints
from tests.hostile.world import forget_limits

EVIL = {"origin": "https://evil.example", "referer": "https://evil.example/"}
# Wagtail's GET that logs out is none; these leave the portal or end the session.
LEFT_OUT = ("logout", "/media/", "/static/", "mailto:", "tel:", "webcal:", "#")


class Links(HTMLParser):
    def __init__(self, page: str):
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        if tag == "a" and told.get("href"):
            self.found.append(told["href"])


def crawl(client: Client, start: list[str], *, inside: str, limit: int) -> dict[str, int]:
    """Follow every link whose address matches `inside`, as mail scanners and impatient browsers do."""
    seen: dict[str, int] = {}
    waiting = list(start)
    while waiting and len(seen) < limit:
        path = waiting.pop(0)
        if path in seen:
            continue
        response = client.get(path)
        seen[path] = response.status_code
        if response.headers.get("Content-Type", "").startswith("text/html") and response.status_code == 200:
            links = (
                link.removeprefix("http://testserver").split("#")[0] for link in Links(response.content.decode()).found
            )
            waiting += [link for link in links if re.match(inside, link) and not any(part in link for part in LEFT_OUT)]
    return seen


@pytest.mark.parametrize(
    ("role", "start", "inside"),
    [
        ("anonymous", ["/de/", "/en/"], r"/(de|en)/"),
        ("manager_a", ["/de/konto/"], r"/de/(konto|mein|angebot)"),
        ("root", ["/de/konto/"], r"/de/(konto|mein|angebot)"),
    ],
)
def test_following_every_link_changes_nothing_and_finds_no_dead_end(world, as_, role, start, inside):
    client, before = as_(role), fingerprints()
    seen = crawl(client, start, inside=inside, limit=90)
    assert {path: status for path, status in seen.items() if status >= 400} == {}
    assert {table for table, print_ in fingerprints().items() if before[table] != print_} == set()
    assert len(seen) > 8


def test_every_unsafe_door_asks_for_the_token(world):
    """Of all doors, the webhook alone takes a POST without the token or from another site."""
    client, open_doors = Client(enforce_csrf_checks=True, raise_request_exception=False), set()
    client.force_login(world.users["root"], backend="django.contrib.auth.backends.ModelBackend")
    for door in [*doors(), *(door for door in staff_doors() if door.is_ours and "snippets/" not in door.prefix)]:
        for options in ({}, {"headers": EVIL}) if door.is_ours else ({},):
            forget_limits()
            if client.post(where(door, world), {"a": "b"}, **options).status_code not in {403, 404, 405}:
                open_doors.add(door.name)
    assert open_doors == {"stripe:webhook"}


def test_content_pages_set_no_cookie_and_store_nothing(world, as_):
    client = as_("anonymous")
    plain = [page.url for name, page in world.pages.items() if name not in {"join"}]
    plain += [
        world.a.get_absolute_url(),
        "/de/suche/?q=x",
        "/de/kalender.ics",
        "/de/news.atom",
        "/de/konto/einladung/x/",
    ]
    for path in plain:
        assert client.get(path).cookies == {}, path


def test_pages_behind_a_token_are_kept_by_nobody(world, as_):
    secret = {
        "events:manage",
        "events:my_feed",
        "events:cancel",
        "events:invitation",
        "payments:pay",
        "invoices:ask",
        "invoices:file",
        "withdrawals:of_contract",
        "withdrawals:received",
        "accounts:invitation",
    }
    found = {door.name: address(door, world) for door in doors() if door.name in secret}
    assert found.keys() == secret
    for name, path in found.items():
        response = as_("anonymous").get(path)
        assert "no-store" in response["Cache-Control"], name
        assert "noindex" in response["X-Robots-Tag"], name
        assert response["Referrer-Policy"] in {"no-referrer", "strict-origin"}, name
        page = response.content.decode()
        assert not re.search(r'(?:src|action)="https?://(?!testserver)', page), name


def test_a_token_of_one_purpose_or_row_opens_no_other_door(world, as_):
    client = as_("anonymous")
    manage = address(next(door for door in doors() if door.name == "events:manage"), world).split("/")[-2]
    assert client.get(f"/de/zahlung/{manage}/").status_code == 404
    pk, _, secret = manage.partition("-")
    assert client.get(f"/de/meine-anmeldung/{world.payer.pk}-{secret}/").status_code == 404
    assert client.get(f"/de/meine-anmeldung/{pk}-{secret[:-1]}/").status_code == 404
    world.guest.revoke_links()
    assert client.get(f"/de/meine-anmeldung/{manage}/").status_code == 404


@pytest.mark.parametrize(
    "path",
    ["/.git/config", "/.env", "/db.sqlite3", "/media/", "/static/../manage.py", "/media/../.env", "/de/_util/login/"]
    + ["/media/documents/x.pdf", "/manage.py", "/var/demo.json", "/.well-known/x", "/static/", "/admin/login/x"],
)
def test_what_is_none_of_visitors_business_is_not_there(world, as_, path):
    assert as_("anonymous").get(path, follow=True).status_code == 404 or path.startswith("/admin/")


def test_a_password_alone_reaches_the_admin_by_one_login_only(world, as_):
    """Wagtail's own logins would skip the second factor."""
    response = as_("anonymous").get("/admin/login/")
    assert response.status_code in {301, 302}
    assert response["Location"].startswith("/de/konto/login/")


def test_the_language_is_no_way_to_write(world, as_):
    for path in ("/i18n/setlang/", "/de/i18n/setlang/", "/jsi18n/"):
        assert as_("anonymous").post(path, {"language": "de'--"}).status_code in {302, 403, 404}


def test_each_door_of_a_room_has_a_name_in_both_languages(world, as_):
    """No German path word is left under /en/: `/en/anmeldung/…` is nobody's address."""
    client = as_("anonymous")
    for path in ("/en/anmeldung/1/", "/en/meine-bestellungen/", "/de/registration/1/", "/de/my-orders/"):
        assert client.get(path).status_code == 404, path
