"""Pages for everybody: exact, nobody's in particular, cheap to ask again."""

import gzip
from datetime import UTC, datetime, timedelta

import brotli
import pytest
from django.db import connection
from django.test import Client
from time_machine import travel

from events.models import Event
from home.models import Office
from portal.accounts.models import Institution
from portal.accounts.samples import user
from portal.caching import grounds, memory, stamps
from tests.events.conftest import (  # noqa: F401
    calendar,
    event,
    guest,
    make_event,
    now,
    open_event,
    publish,
    today,
)
from tests.journeys.built_demo import free_port
from tests.portal.caching.conftest import text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def kept_pages(settings, today):  # noqa: F811
    settings.PAGE_CACHE_MB = 8
    memory.pages.cache_clear()
    stamps.tables.cache_clear()


def test_a_page_is_made_once_and_asks_the_database_one_question(client, address, drawn):
    first = client.get(address)
    assert drawn
    drawn.clear()
    with connection.execute_wrapper(lambda *asked: pytest.fail("asked the database")):
        again = Client().get(address)
    assert (drawn, again.content, again["ETag"]) == ([], first.content, first["ETag"])


def test_whatever_is_changed_is_seen_by_the_next_request(client, address, open_event, guest):  # noqa: F811
    Event.objects.filter(pk=open_event.pk).update(capacity=1)
    assert "Ausgebucht" not in text(client.get(address))
    guest(open_event)
    assert "Warteliste" in text(client.get(address))
    Event.objects.filter(pk=open_event.pk).update(venue="Ein anderes Haus")
    assert "Ein anderes Haus" in text(client.get(address))


def test_control_without_the_question_the_stale_seat_is_shown(client, address, open_event, guest, monkeypatch):  # noqa: F811
    monkeypatch.setattr(memory.Entry, "is_true", lambda self: True)
    Event.objects.filter(pk=open_event.pk).update(capacity=1)
    before = client.get(address).content
    guest(open_event)
    assert client.get(address).content == before


def test_the_frame_of_a_page_is_as_true_as_the_page(client, address, site_tree):
    text(client.get(address))
    office, _made = Office.objects.get_or_create(site=site_tree.site)
    Office.objects.filter(pk=office.pk).update(phone="+49 234 5550199")
    assert "5550199" in text(client.get(address))


def test_what_is_changed_elsewhere_leaves_the_page_as_it_is(client, address, drawn):
    client.get(address)
    drawn.clear()
    user("somebody@example.org")
    client.get(address)
    assert "events/event_page.html" not in drawn


@pytest.mark.parametrize("field", ["registration_opens_at", "registration_closes_at", "starts_at"])
def test_a_page_that_changes_with_the_clock_changes_at_that_very_minute(client, make_event, publish, now, field):  # noqa: F811
    moment = now + timedelta(minutes=7)
    others = {"registration_opens_at": now - timedelta(days=1)} if field == "registration_closes_at" else {}
    address = publish(make_event(**{field: moment} | others), title="Bald").url  # noqa: F841
    before = text(client.get(address))
    with travel(moment - timedelta(seconds=1), tick=False):
        assert text(client.get(address)) == before
    with travel(moment + timedelta(seconds=1), tick=False):
        assert text(client.get(address)) != before


def test_control_without_its_own_end_it_would_not_change(client, make_event, publish, now, monkeypatch):  # noqa: F811
    monkeypatch.setattr(grounds, "_turns", list)
    moment = now + timedelta(minutes=7)
    address = publish(make_event(registration_opens_at=moment), title="Bald").url
    before = text(client.get(address))
    with travel(moment + timedelta(seconds=1), tick=False):
        assert text(client.get(address)) == before


def test_whoever_has_it_already_gets_no_body_and_nothing_is_drawn(client, address, drawn):
    first = client.get(address)
    drawn.clear()
    known = client.get(address, headers={"if-none-match": first["ETag"]})
    assert (known.status_code, known.content, known["ETag"], drawn) == (304, b"", first["ETag"], [])
    assert "max-age=0" in first["Cache-Control"]
    assert "public" in first["Cache-Control"]


@pytest.mark.parametrize(("encoding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_it_is_packed_once_for_whom_it_suits(client, address, encoding, unpack):
    plain = client.get(address)
    packed = client.get(address, headers={"accept-encoding": f"deflate, {encoding}"})
    assert packed["Content-Encoding"] == encoding
    assert "Accept-Encoding" in packed["Vary"]
    assert unpack(packed.content) == plain.content
    assert len(packed.content) < len(plain.content) / 3
    assert "Content-Encoding" not in plain.headers


@pytest.mark.parametrize(
    ("accepted", "packed"),
    [("br;q=0, gzip", "gzip"), ("br; q=0.0,gzip;q=0", None), ("br;q=0.5", "br"), ("identity", None), ("", None)],
)
def test_what_a_reader_refuses_is_not_sent(client, address, accepted, packed):
    assert client.get(address, headers={"accept-encoding": accepted}).headers.get("Content-Encoding") == packed


def test_the_question_of_the_address_and_the_language_of_the_browser_are_told_apart(client, calendar):  # noqa: F811
    asked = {client.get(f"{calendar.url}?q={word}").content for word in ("Labor", "Zelle")}
    assert len(asked) == 2
    assert client.get("/", headers={"accept-language": "en"})["Location"] == "/en/"
    assert client.get("/", headers={"accept-language": "de"})["Location"] == "/de/"


def test_memory_is_bounded_and_what_was_used_longest_ago_goes_first():
    kept = memory.Memory(bound=30)
    for name in "abc":
        kept.put(name, memory.Entry(name, b"{}", b"", None, 0, size=10))
    kept.get("a")
    kept.put("d", memory.Entry("d", b"{}", b"", None, 0, size=10))
    kept.put("huge", memory.Entry("huge", b"{}", b"", None, 0, size=31))
    assert [name for name in (*"abcd", "huge") if kept.get(name)] == ["a", "c", "d"]


def test_several_machines_keep_them_together(client, address, settings, drawn):
    settings.CACHES = settings.CACHES | {"pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    first = client.get(address)
    memory.pages.cache_clear()
    drawn.clear()
    assert (client.get(address).content, drawn) == (first.content, [])
    Institution.objects.create(name="Neu", slug="neu", kind="company")
    Event.objects.update(venue="Ein anderes Haus")
    assert "Ein anderes Haus" in text(client.get(address))


def test_what_another_machine_has_made_since_is_taken_from_there(client, address, settings, drawn):
    settings.CACHES = settings.CACHES | {"pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    client.get(address)
    kept = memory.pages()
    here, kept._near = kept._near, memory.Memory(8_000_000)
    Event.objects.update(venue="Ein anderes Haus")
    client.get(address)
    kept._near = here
    drawn.clear()
    assert "Ein anderes Haus" in text(client.get(address))
    assert drawn == []


def test_where_the_memory_of_all_machines_is_away_each_keeps_its_own(client, address, settings, drawn):
    nobody = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": f"redis://127.0.0.1:{free_port()}"}
    settings.CACHES = settings.CACHES | {"pages": nobody}
    first = client.get(address)
    drawn.clear()
    assert (client.get(address).content, drawn) == (first.content, [])
    memory.pages.cache_clear()
    assert text(client.get(address)) == text(first)
    assert drawn


def test_what_reads_a_table_that_nobody_watches_is_kept_by_nobody(client, address, drawn, monkeypatch):
    watched = stamps.tables() | {"events_event": False}
    monkeypatch.setattr(stamps, "tables", lambda: watched)
    client.get(address)
    drawn.clear()
    client.get(address)
    assert drawn


def test_the_quarter_of_an_hour_is_the_last_end_of_every_page(monkeypatch):
    monkeypatch.setattr(grounds, "_turns", list)
    seven, full = datetime(2026, 3, 29, 0, 52, 7, tzinfo=UTC), datetime(2026, 3, 29, 1, 0, tzinfo=UTC)
    assert grounds.Grounds(at=seven).ends_at() == full
    assert grounds.Grounds(at=full).ends_at() == full + timedelta(minutes=15)
