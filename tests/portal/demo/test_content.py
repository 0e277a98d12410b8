"""The demo's content is whole: counts, references, both languages, places, times."""

import re
from collections import Counter
from datetime import date, datetime, timedelta

import pytest

from home.accents import contrast
from portal.demo.content import clock
from portal.demo.content.events import EVENTS, FORMATS
from portal.demo.content.fields import FIELDS
from portal.demo.content.institutions import INSTITUTIONS
from portal.demo.content.listings import LISTINGS
from portal.demo.content.news import NEWS
from portal.demo.content.orders import ORDERS
from portal.demo.content.pages import MENU, PAGES, REGISTER_PAGES
from portal.demo.content.people import PEOPLE
from portal.demo.content.projects import FUNDERS, PROJECTS
from portal.demo.content.registers import FACETS, REGISTERS
from portal.demo.content.sections import SECTIONS
from portal.demo.content.users import MANAGERS, USERS
from portal.demo.content.workflows import WORKFLOWS
from portal.demo.pictures import MOTIFS

_NRW = """
05111 05112 05113 05114 05116 05117 05119 05120 05122 05124 05154 05158 05162 05166 05170 05314 05315
05316 05334 05358 05362 05366 05370 05374 05378 05382 05512 05513 05515 05554 05558 05562 05566 05570
05711 05754 05758 05762 05766 05770 05774 05911 05913 05914 05915 05916 05954 05958 05962 05966 05970
05974 05978
"""
NRW = set(_NRW.split())
_CATEGORIES = """
microscopy mass_spectrometry chromatography spectroscopy cell_culture bioreactor cooling centrifuge
sequencing pcr flow_cytometry imaging sterilisation liquid_handling histology downstream lab_space
service office general
"""
CATEGORIES = set(_CATEGORIES.split())
_BLOCKS = """
paragraph heading list quote goal links people downloads call_to_action funding upcoming_events
newest_listings
"""
BLOCKS = set(_BLOCKS.split())
TODAYS = [date(2026, 11, 16) + timedelta(days=day) for day in range(7)] + [date(2027, 3, 20), date(2026, 10, 20)]
ACCOUNTS = USERS + MANAGERS
TABLES = {
    "fields": FIELDS,
    "institutions": INSTITUTIONS,
    "people": PEOPLE,
    "projects": PROJECTS,
    "funders": FUNDERS,
    "sections": SECTIONS,
    "news": NEWS,
    "events": EVENTS,
    "formats": FORMATS,
    "listings": LISTINGS,
    "pages": PAGES,
    "registers": REGISTERS,
}


def slugs(name):
    return {row["slug"] for row in TABLES[name]}


def holding_orders():
    return [o for o in ORDERS if o["days"] is not None and o["state"] in ("accepted", "requested", "completed")]


def bodies():
    for row in [*NEWS, *PAGES, *REGISTER_PAGES, *SECTIONS]:
        yield row.get("slug") or row["register"], row["body_de"], row["body_en"]


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


def test_people_institutions_and_projects_in_bodies_exist():
    for slug, german, english in bodies():
        for block in german + english:
            named = block.get("people", []) + ([block["person"]] if "person" in block else [])
            assert set(named) <= slugs("people"), slug
            assert {block["project"]} <= slugs("projects") if "project" in block else True, slug


def test_references_of_institutions_and_people_resolve():
    assert {field for row in INSTITUTIONS for field in row["fields"]} <= slugs("fields")
    assert {row["institution"] for row in PEOPLE} <= slugs("institutions")
    assert {row["institution"] for row in ACCOUNTS} - {None} <= slugs("institutions")


def test_references_of_projects_and_sections_resolve():
    for row in PROJECTS:
        institutions = {p["institution"] for p in row["partners"]} | {w["lead"] for w in row["work_packages"]}
        assert institutions <= slugs("institutions")
        assert {f["funder"] for f in row["funders"]} <= slugs("funders")
        assert {row["predecessor"]} - {None} <= slugs("projects")
        assert set(row["contacts"]) <= slugs("people")
    for row in SECTIONS:
        assert {role["person"] for role in row["roles"]} | {row["contact"]} <= slugs("people")
        assert {role["institution"] for role in row["roles"]} <= slugs("institutions")
        assert {row["next_meeting"]} - {None} <= slugs("events")
        assert set(row["fields"]) <= slugs("fields")


def test_references_of_news_and_events_resolve():
    for row in NEWS:
        assert {row["author"], row["source"], *row["institutions"]} - {None} <= slugs("institutions")
        assert set(row["events"]) <= slugs("events")
        assert set(row["projects"]) <= slugs("projects")
    for row in EVENTS:
        speakers = set(row["speakers"]) | {line["speaker"] for line in row["agenda"]} | {row["contact"]}
        assert speakers - {None} <= slugs("people"), row["slug"]
        assert set(row["hosts"]) <= slugs("institutions"), row["slug"]
        assert row["format"] in slugs("formats"), row["slug"]
        assert {row["project"]} - {None} <= slugs("projects"), row["slug"]
        assert {row["section"]} - {None} <= slugs("sections"), row["slug"]


def test_references_of_listings_resolve():
    contacts = {row["slug"]: row["institution"] for row in PEOPLE}
    for row in LISTINGS:
        assert contacts[row["contact"]] == row["institution"], row["slug"]
        assert row["category"] in CATEGORIES, row["slug"]
        assert {row["project"]} - {None} <= slugs("projects"), row["slug"]


def test_facets_of_listings_stand_in_the_vocabulary_of_their_register():
    values = {(f["register"], f["slug"]): {v["slug"] for v in f["values"]} for f in FACETS}
    for row in LISTINGS:
        for facet, chosen in row["facets"].items():
            if facet == "working_volume":
                assert chosen[0] < chosen[1], row["slug"]
            else:
                assert set(chosen) <= values[row["register"], facet], (row["slug"], facet)
    assert Counter(row["register"] for row in LISTINGS)["bioprocess"] >= 12
    assert Counter(row["register"] for row in LISTINGS)["analytics"] >= 25


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


def test_pictures_use_known_motifs():
    pictures = [row["picture"] for row in [*NEWS, *EVENTS, *PROJECTS, *SECTIONS, *PAGES, *REGISTER_PAGES]]
    assert {picture[0] for picture in pictures if picture} <= set(MOTIFS)


def test_menu_leads_to_index_pages_and_standard_pages():
    indexes = {"news", "events", "marketplace", "directory", "sections", "projects"}
    assert set(MENU) - indexes <= slugs("pages")
    assert {row["parent"] for row in PAGES} - {None} <= slugs("pages")


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


def test_registrations_fit_the_state_of_their_event():
    for row in EVENTS:
        if row["state"] == "full":
            assert row["registrations"] == row["capacity"], row["slug"]
        elif row["state"] == "waiting":
            assert row["registrations"] > row["capacity"], row["slug"]
        else:
            assert row["registrations"] <= (row["capacity"] or 0), row["slug"]


def test_expired_listings_ended_after_they_were_listed():
    for row in LISTINGS:
        if row["expires_days"] is not None:
            assert row["listed_days"] < row["expires_days"], row["slug"]
            assert (row["expires_days"] < 0) == (row["status"] == "expired"), row["slug"]


def test_what_leaves_the_house_has_papers():
    for row in LISTINGS:
        if row["kind"] in ("sale", "gift", "loan"):
            papers = row["papers"]
            assert papers["inventory_number"], row["slug"]
            assert papers["decontaminated_days"] < row["listed_days"], row["slug"]
            assert papers["not_needed"] is (row["kind"] != "loan"), row["slug"]
        else:
            assert row["papers"] is None, row["slug"]


@pytest.mark.parametrize("today", TODAYS)
def test_no_event_or_booking_falls_on_a_weekend_it_does_not_want(today):
    for row in EVENTS:
        if row["days"] is not None:
            start, _ = clock.moments(row, today)
            assert start.weekday() < 5 or row.get("weekend"), row["slug"]
            assert (start.date() - today).days * row["days"] > 0, row["slug"]


@pytest.mark.parametrize("today", TODAYS)
def test_bookings_of_one_listing_never_overlap(today):
    by_listing = {}
    for order in holding_orders():
        by_listing.setdefault(order["listing"], []).append(clock.moments(order, today))
    for listing, periods in by_listing.items():
        periods.sort()
        ends = [end for _, end in periods]
        assert all(start >= end for end, (start, _) in zip(ends, periods[1:], strict=False)), listing


@pytest.mark.parametrize("today", TODAYS)
def test_bookings_keep_the_rules_of_their_listing(today):
    listings = {row["slug"]: row for row in LISTINGS}
    for order in ORDERS:
        listing = listings[order["listing"]]
        assert order["user"] in {user["key"] for user in ACCOUNTS}
        assert order["placed_days"] > listing["listed_days"], order["listing"]
        if order["days"] is None:
            assert listing["kind"] in ("service", "sale", "gift"), order["listing"]
            continue
        start, end = clock.moments(order, today)
        assert start > datetime.combine(
            today + timedelta(days=order["placed_days"] + listing["lead_days"]), start.time().min
        )
        if listing["min_hours"]:
            assert listing["min_hours"] <= order["hours"] <= listing["max_hours"], order["listing"]
        if opening := listing["opening"]:
            for moment in (start, end):
                assert moment.weekday() in opening["days"], (order["listing"], moment)
                assert opening["from"] <= moment.strftime("%H:%M") <= opening["to"], (order["listing"], moment)


def test_month_of_an_event_lies_ahead():
    assert clock.month({"month_offset": 4}, date(2026, 11, 22)) == date(2027, 3, 1)
    assert clock.month({"month_offset": 1}, date(2026, 12, 31)) == date(2027, 1, 1)


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
