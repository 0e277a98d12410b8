"""What `backup` writes, `restore` puts back into another database and another folder; but nobody who was erased."""

import os
from datetime import UTC, datetime, timedelta
from io import StringIO

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection

from events import samples as meetings
from events.models import Registration
from events.registration import verbs as registration
from events.registration.signup import Signup
from home import samples
from home.models import Person
from portal import erasures, persons
from portal.accounts.models import User
from portal.caching import stamps
from tests.journeys.built_demo import database
from tests.lasting import SERVER, lasting

CANARY, NAME = "kanari@b\u00fccher.example", "Kanariline"


@pytest.fixture
def other():
    """The address of another portal's database."""
    return lasting("restored")


@pytest.fixture
def portal(other, monkeypatch, settings, tmp_path, django_db_setup, django_db_blocker):
    """We are that other portal."""
    settings.PICTURES_ROOT, settings.DOCUMENTS_ROOT = tmp_path / "pictures", tmp_path / "documents"
    settings.ERASURES_FILE = tmp_path / "kept" / "erasures"
    monkeypatch.setenv("DATABASE_URL", other)
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "NAME", "restored")
    with django_db_blocker.unblock():
        yield
        connection.close()


def test_a_backup_comes_back_in_another_portal(django_db_setup, portal, tmp_path, monkeypatch, settings):
    archive, own = tmp_path / "portal.tar.gz", os.environ["DATABASE_URL"]
    for name in ("pictures/images/logo.png", "documents/documents/report.pdf"):
        (tmp_path / "own" / name).parent.mkdir(parents=True)
        (tmp_path / "own" / name).write_bytes(name.encode())
    monkeypatch.setenv("DATABASE_URL", database(SERVER, os.environ["TEST_TEMPLATE"]))
    settings.PICTURES_ROOT, settings.DOCUMENTS_ROOT = (tmp_path / "own" / name for name in ("pictures", "documents"))
    call_command("backup", archive)

    with psycopg.connect(own) as restored:
        restored.execute("insert into django_session values ('key', 'overwritten', now())")
        restored.execute("drop table accounts_membership cascade")
    monkeypatch.setenv("DATABASE_URL", own)
    settings.PICTURES_ROOT, settings.DOCUMENTS_ROOT = (tmp_path / "other" / name for name in ("pictures", "documents"))
    call_command("restore", archive, yes=True)

    with psycopg.connect(own) as restored:
        assert restored.execute("select 1 from django_session where session_key = 'key'").fetchall() == []
        restored.execute("select from accounts_membership")
    for name in ("pictures/images/logo.png", "documents/documents/report.pdf"):
        assert (tmp_path / "other" / name).read_bytes() == name.encode()


@pytest.fixture
def canary(portal, tmp_path):
    """Registered, with an account and a contact entry, and in the backup whose path this is."""
    for model in (Registration, Person):
        model.objects.filter(email=CANARY).delete()
    User.objects.filter(email=CANARY).delete()
    User.objects.create_user(CANARY, first_name=NAME)
    samples.person(email=CANARY, last_name=NAME)
    said = {"name": NAME, "target_group": "sme", "language": "de", "consent_version": "1"}
    registration.register(meetings.event(), Signup(email=CANARY, **said))
    archive = tmp_path / "portal.tar.gz"
    call_command("backup", archive)
    return archive


def told() -> list[str]:
    """The tables in which the canary is named."""
    needles = (f"%{NAME}%", "%kanari@%")
    with connection.cursor() as cursor:
        cursor.execute("select quote_ident(tablename) from pg_tables where schemaname = 'public'")
        found = []
        for (table,) in cursor.fetchall():
            cursor.execute(f"select exists (select from {table} t where t::text ilike any (%s))", [list(needles)])
            found += [table] if cursor.fetchone()[0] else []
    return found


def test_whoever_was_erased_does_not_come_back_with_a_restore(canary, settings):
    call_command("erase_person", CANARY.upper(), stdout=StringIO())
    assert told() == []
    said = StringIO()
    call_command("restore", canary, yes=True, stdout=said)
    assert told() == []
    assert "Account" in said.getvalue()
    kept = settings.ERASURES_FILE.read_text()
    assert "kanari" not in kept
    assert "cher.example" not in kept


def test_the_control_without_the_list_the_canary_is_back(canary, settings):
    persons.erase(CANARY)
    settings.ERASURES_FILE.unlink()
    call_command("restore", canary, yes=True, stdout=StringIO())
    assert set(told()) >= {"accounts_user", "events_registration", "home_person"}


def test_what_another_server_has_noted_does_not_pass_for_a_change_of_this_one(portal, tmp_path):
    with connection.cursor() as cursor:
        cursor.execute("insert into caching_change (xid, tag) values ('9000000000', 'home_office')")
    call_command("backup", tmp_path / "portal.tar.gz")
    call_command("restore", tmp_path / "portal.tar.gz", yes=True, stdout=StringIO())
    assert stamps.since(stamps.moment(), stamps.as_tags(["home_office"]))[1] is False


def test_what_was_kept_before_a_restore_is_let_go(portal, tmp_path):
    call_command("backup", tmp_path / "portal.tar.gz")
    before = stamps.moment()
    call_command("restore", tmp_path / "portal.tar.gz", yes=True, stdout=StringIO())
    assert stamps.since(before, stamps.as_tags(["home_office"]))[1] is True


def test_a_dry_run_is_not_on_the_list(canary, settings):
    persons.erase(CANARY, dry_run=True)
    assert not settings.ERASURES_FILE.exists()


@pytest.mark.parametrize(
    ("days", "returned"), [(-1, []), (1, [CANARY])], ids=["erased, came again, then the backup", "erased since"]
)
def test_whoever_came_again_before_the_backup_stays(canary, days, returned):
    now = datetime.now(UTC)
    erasures.note(CANARY, now=now + timedelta(days=days))
    assert erasures.returned(now) == returned


def test_an_erasure_is_found_under_a_former_key(canary, settings):
    erasures.note(CANARY, now=datetime.now(UTC))
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "another-key-0123456789-0123456789"
    assert erasures.returned(datetime.now(UTC) - timedelta(minutes=1)) == [CANARY]
    settings.SECRET_KEY_FALLBACKS = []
    assert erasures.returned(datetime.now(UTC) - timedelta(minutes=1)) == []


def test_a_list_that_cannot_be_written_leaves_the_person_whole(canary, settings, tmp_path):
    settings.ERASURES_FILE = tmp_path
    with pytest.raises(OSError, match="directory"):
        persons.erase(CANARY)
    assert User.objects.filter(email=CANARY).exists()
