"""The demo's content is whole: counts, keys, both languages, places, words."""

import re
from collections import Counter

import pytest

from home.reading.accents import contrast
from portal.demo.content.events import EVENTS
from portal.demo.content.institutions import INSTITUTIONS
from portal.demo.content.listings import LISTINGS
from portal.demo.content.news import NEWS
from portal.demo.content.orders import ORDERS
from portal.demo.content.people import PEOPLE
from portal.demo.content.sections import SECTIONS
from portal.demo.content.users import USERS
from portal.demo.content.workflows import WORKFLOWS
from tests.portal.demo.tables import ACCOUNTS, TABLES, bodies, slugs

_NRW = """
05111 05112 05113 05114 05116 05117 05119 05120 05122 05124 05154 05158 05162 05166 05170 05314 05315
05316 05334 05358 05362 05366 05370 05374 05378 05382 05512 05513 05515 05554 05558 05562 05566 05570
05711 05754 05758 05762 05766 05770 05774 05911 05913 05914 05915 05916 05954 05958 05962 05966 05970
05974 05978
"""
NRW = set(_NRW.split())
_BLOCKS = """
paragraph heading list quote goal links people downloads call_to_action funding upcoming_events
newest_listings
"""
BLOCKS = set(_BLOCKS.split())


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from strings(item)


def test_there_is_as_much_as_promised():
    assert {name: len(table) for name, table in TABLES.items() if name not in ("pages", "registers")} == {
        "fields": 15,
        "institutions": 40,
        "people": 40,
        "projects": 3,
        "funders": 3,
        "sections": 3,
        "news": 12,
        "events": 24,
        "formats": 8,
        "listings": 95,
    }
    assert len(ORDERS) == 25
    assert len(WORKFLOWS) == 3


def test_kinds_of_listings_are_counted():
    assert Counter(row["kind"] for row in LISTINGS) == {
        "device": 40,
        "service": 12,
        "space": 8,
        "sale": 18,
        "loan": 8,
        "gift": 9,
    }


@pytest.mark.parametrize("name", TABLES)
def test_slugs_are_unique_and_keys_regular(name):
    table = TABLES[name]
    assert len(slugs(name)) == len(table)
    assert len({tuple(sorted(row)) for row in table}) == 1
    assert [row["slug"] for row in table if not re.fullmatch(r"[a-z0-9][a-z0-9_-]*", row["slug"])] == []


@pytest.mark.parametrize("name", TABLES)
def test_what_is_said_in_german_is_said_in_english(name):
    allowed = {row["slug"] for row in LISTINGS if row["title_en"] is None}
    missing = [
        (row["slug"], key)
        for row in TABLES[name]
        for key in row
        if key.endswith("_de") and bool(row[key]) != bool(row[key[:-3] + "_en"]) and row["slug"] not in allowed
    ]
    assert missing == []


def test_ten_listings_speak_german_only():
    assert sum(row["title_en"] is None and row["description_en"] is None for row in LISTINGS) == 10


def test_bodies_have_the_same_blocks_in_both_languages():
    for slug, german, english in bodies():
        assert [block["type"] for block in german] == [block["type"] for block in english], slug
        assert {block["type"] for block in german} <= BLOCKS, slug


def test_accounts_have_the_roles_of_the_contract():
    roles = ["admin", "editor", "finance", "moderator", "institution_a", "member_a", "institution_b", "visitor"]
    assert [user["key"] for user in USERS] == roles
    assert len({user["email"] for user in ACCOUNTS}) == len(ACCOUNTS) == len({user["key"] for user in ACCOUNTS})


def test_one_canonical_row_stands_for_each_case():
    assert sorted(row["demo_key"] for row in LISTINGS if row["demo_key"]) == [
        "device",
        "gift",
        "loan",
        "sale",
        "service",
    ]
    keys = sorted(row["demo_key"] for row in EVENTS if row["demo_key"])
    assert keys == ["coaching", "external", "free", "full", "matching", "paid", "tomorrow"]
    assert next(row for row in LISTINGS if row["demo_key"] == "device")["hourly"] == "40.00"
    assert next(row for row in EVENTS if row["demo_key"] == "paid")["fee"] == "49.90"


def test_districts_are_those_of_the_land():
    assert {row["ags"] for row in INSTITUTIONS} - {None} <= NRW
    assert {row["ags"] for row in EVENTS} - {None} <= NRW
    outside = {row["city"] for row in INSTITUTIONS if row["ags"] is None}
    assert outside == {"Dresden", "Halle (Saale)", "Jena", "Leipzig", "Stuttgart"}


def test_one_city_has_one_district():
    seen = {}
    for row in [*INSTITUTIONS, *EVENTS]:
        if row["city"]:
            assert seen.setdefault(row["city"], row["ags"]) == row["ags"], row["slug"]


def test_addresses_cannot_belong_to_anybody():
    for row in [*PEOPLE, *INSTITUTIONS, *ACCOUNTS]:
        assert row["email"].endswith(".example")
        assert row["email"].isascii()
    for row in [*PEOPLE, *INSTITUTIONS]:
        assert re.match(r"\+49 \d+ 00", row["phone"]), row["slug"]


def test_accents_can_be_read_on_white():
    assert [row["slug"] for row in SECTIONS if contrast(row["accent"], "#FFFFFF") < 4.5] == []


def test_states_that_the_demo_shows_are_there():
    assert Counter(row["status"] for row in LISTINGS)["expired"] == 4
    assert {row["status"] for row in LISTINGS} == {"released", "awaiting", "sent_back", "expired", "withdrawn", "draft"}
    special = {"past", "full", "waiting", "cancelled", "moved", "external", "month_precision", "registration_closed"}
    assert special <= {row["state"] for row in EVENTS}
    assert {row["state"] for row in ORDERS} == {
        "requested",
        "accepted",
        "declined",
        "cancelled",
        "completed",
        "lapsed",
    }


def test_words_carry_no_invisible_characters():
    for name, table in TABLES.items():
        for text in strings(table):
            assert not re.search("[\u00ad\u200b\ufeff]|  ", text), (name, text[:60])


def test_texts_fit_their_fields():
    for row in LISTINGS:
        assert all(len(row[key] or "") <= 150 for key in ("title_de", "title_en")), row["slug"]
    for row in NEWS:
        assert all(len(row[key]) <= 400 for key in ("teaser_de", "teaser_en")), row["slug"]
    for row in EVENTS:
        assert all(len(row[key]) <= 200 for key in ("accessibility_de", "accessibility_en", "teaser_de")), row["slug"]
