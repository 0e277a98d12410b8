"""Lists, searches and addresses answer whatever is asked, and never with a 500."""

import re
from urllib.parse import quote, urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.hostile.doors import address, doors
from tests.hostile.texts import BYTES, HUGE, NOT_A_TIME

PAGES = ["-1", "abc", "0", str(10**20), "1.5", "", "²", "last", "9" * 5000, "\ufffd"]
MONTHS = ["99999-99", "2027-13", "2027-00", "0000-01", "-1", "abc", "²-²", "9" * 400, "2027-1", "1-1", "٢٠٢٧-٠١"]


@pytest.fixture
def lists(world) -> dict[str, tuple[str, ...]]:
    """Addresses that read a query, and what they read."""
    url = {name: page.url for name, page in world.pages.items()}
    return {
        "/de/suche/": ("q", "page"),
        url["events"]: ("view", "month", "year", "page", "format", "section", "mode"),
        url["market"]: (
            "q",
            "kind",
            "category",
            "institution",
            "city",
            "condition",
            "free_from",
            "free_to",
            "order",
            "page",
        ),
        url["directory"]: ("q", "kind", "category", "field", "district", "page"),
        url["news"]: ("kind", "year", "page"),
        world.device.get_absolute_url(): ("week", "start", "end"),
        "/de/kalender.ics": ("format", "section"),
        "/de/kalender.atom": ("format",),
    }


def _asked(client, path: str, query: str) -> int:
    return client.get(f"{path}?{query}").status_code


def test_lists_answer_every_page_month_and_byte(lists, as_):
    client, wrong = as_("anonymous"), []
    for path, names in lists.items():
        queries = ["&".join(f"{name}={raw}" for name in names) for raw in [*BYTES, quote(HUGE), quote("²٣")]]
        for name, texts in {"page": PAGES, "month": MONTHS, "year": MONTHS, "week": NOT_A_TIME}.items():
            if name in names:
                view = "archive" if name == "year" else "month"
                queries += [f"view={view}&{name}={quote(text)}" for text in texts]
        queries.append("&".join(f"{name}=a" for name in names for _ in range(300)))
        wrong += [(path, query[:60]) for query in queries if _asked(client, path, query) != 200]
    assert wrong == []


def test_of_a_huge_search_little_reaches_the_database(lists, as_):
    client = as_("anonymous")
    for path, names in lists.items():
        typed = ("(" * 200_000, "a " * 100_000, "ä" * 60_000, '"' * 1001, "a*:&|!<->" * 500)
        for text in typed if names[0] == "q" else typed[:1]:
            with CaptureQueriesContext(connection) as asked:
                assert _asked(client, path, f"{names[0]}={quote(text)}") == 200
            assert sum(len(query["sql"]) for query in asked) < 150_000


def test_filters_of_tables_behind_the_login_answer_everything(world, as_):
    client = as_("manager_a")
    for path in ("/de/meine-bestellungen/", "/de/meine-angebote/", "/de/meine-anmeldungen/", "/de/konto/"):
        # A number that no page has ends in 404 before the rest is read.
        for names in (("page", "out-page"), ("sort", "in-sort"), ("per_page", "out-per_page")):
            for text in ("-1", "0", "²", "-", "-orderer__password", "nonce", HUGE):
                query = "&".join(f"{name}={quote(text)}" for name in names)
                assert _asked(client, path, query) in {200, 404}, (path, query)


def test_numbers_beyond_the_database_are_not_found(world, as_):
    client, wrong = as_("root"), []
    for door in doors():
        if "<int:" in door.prefix:
            path = re.sub(r"(?<=[/-])\d+(?=[/.-])", HUGE, address(door, world), count=1)
            wrong += [
                (door.name, method) for method in ("get", "post") if getattr(client, method)(path).status_code >= 500
            ]
    assert wrong == []


def test_odd_paths_are_not_found_and_no_fault(world, as_):
    client = as_("anonymous")
    for raw in (*BYTES, "..%2f..%2fetc%2fpasswd", "%2e%2e/", "a" * 5000, "%E2%80%AE", "?", "//", "\\", ";x=1"):
        for prefix in ("/de/", "/", "/de/anmeldung/", "/de/einrichtungen/", "/documents/1/", "/media/images/"):
            assert client.get(prefix + raw).status_code < 500, prefix + raw


def test_payment_is_reached_by_its_token_only(world, client):
    for token in ("1", f"{world.payment.pk}-", f"{world.payment.pk}-{'0' * 48}", "-", "²-x", HUGE + "-x"):
        assert client.get(f"/de/zahlung/{token}/").status_code == 404
        assert client.get(f"/de/meine-anmeldung/{token}/").status_code == 404
        assert client.get(f"/de/konto/einladung/{token}/").status_code == 404


def test_json_of_the_framework_is_closed(world, as_):
    for path in ("/api/v2/pages/", "/api/v3/", "/api/", "/de/api/v2/pages/"):
        assert as_("anonymous").get(path, follow=True).status_code == 404


anything = st.text(st.characters(codec=None), max_size=60)
operators = st.text(alphabet="()&|!:*'\"\\<->%_ \t\n+~^$.?[]{}#@,;/=aä0\u00ad\u200b", max_size=40)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=anything | operators)
def test_searches_answer_whatever_is_typed(lists, as_, text):
    client = as_("anonymous")
    typed = quote(text.encode("utf-8", "surrogatepass"))
    searched = [(path, name) for path, names in lists.items() for name in names if name in {"q", "city"}]
    expected = 400 if "\x00" in text else 200
    assert {_asked(client, path, f"{name}={typed}") for path, name in searched} == {expected}


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_filters_answer_whatever_is_asked(lists, as_, data):
    path = data.draw(st.sampled_from(sorted(lists)))
    number = st.integers(-(10**30), 10**30).map(str)
    day = st.dates().map(str) | st.datetimes().map(lambda moment: moment.isoformat("T", "minutes"))
    month = st.tuples(st.integers(-10, 10_000), st.integers(-1, 14)).map(lambda pair: f"{pair[0]:04d}-{pair[1]:02d}")
    typed = st.lists(st.tuples(st.sampled_from(lists[path]), anything | number | day | month), max_size=6)
    query = urlencode([(name, text.encode("utf-8", "surrogatepass")) for name, text in data.draw(typed)])
    assert _asked(as_("anonymous"), path, query) in ({400} if "%00" in query else {200})
