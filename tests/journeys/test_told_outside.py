"""The contract with strangers: what they read about the seeded demo is complete and true."""

import json

import psycopg
import pytest

from tests.journeys import built_demo

ROLES = {"admin", "editor", "finance", "institution_a", "member_a", "institution_b", "moderator", "visitor"}
PAGES = {"home_de", "home_en", "news", "events", "calendar", "events_ics", "market", "search", "login", "admin"} | {
    *("register_bioprocess", "register_analytics", "webhook")
}
SQL = {"capacity", "seats_confirmed", "waiting", "orders", "overlaps", "payments", "jobs"}


@pytest.fixture(scope="module")
def rows(demo):
    """`rows("waiting", event=1)` is what the demo's own question answers."""
    with psycopg.connect(demo.database_url) as database:
        yield lambda name, **about: database.execute(demo.story["sql"][name], about).fetchall()


def test_every_key_of_the_contract_is_there(demo):
    story = demo.story
    assert set(story["users"]) == ROLES | {"coach"}
    assert set(story["pages"]) >= PAGES
    assert {"free", "full", "paid", "external", "coaching", "matching"} <= set(story["events"])
    assert set(story["listings"]) == {"device", "service", "sale", "loan", "gift"}
    assert set(story["sql"]) >= SQL
    assert story["events"]["free"].keys() >= {"id", "url", "register_url", "capacity"}
    assert story["events"]["paid"]["fee"] == "49.90"
    assert story["listings"]["device"].keys() >= {"id", "url", "order_url", "hourly"}


def test_every_question_is_answered(demo, rows):
    full, listing = demo.story["events"]["full"], demo.story["listings"]["device"]["id"]
    assert rows("capacity", event=full["id"]) == [(full["capacity"],)]
    assert rows("seats_confirmed", event=full["id"])[0][0] <= full["capacity"]
    assert rows("waiting", event=full["id"])[0][0] >= 0
    assert rows("orders", listing=listing) != []
    assert rows("overlaps") == []
    assert rows("payments") != []
    rows("jobs")


def test_seeding_again_changes_nothing_and_breaks_no_rule(demo, rows, tmp_path):
    before = demo.story["sql"], rows("payments"), rows("overlaps")
    environment = {"DATABASE_URL": demo.database_url, "PORTAL_BASE_URL": demo.base_url}
    built_demo.run("seed_demo", "--json", str(tmp_path / "again.json"), environment=environment)
    again = json.loads((tmp_path / "again.json").read_text())
    assert again["events"].keys() == demo.story["events"].keys()
    assert (again["sql"], rows("payments"), rows("overlaps")) == before
    built_demo.run("check_invariants", environment=environment)
