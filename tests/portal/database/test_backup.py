"""What `backup` writes, `restore` puts back into another database and another folder."""

import os

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection

from tests.journeys.built_demo import database

SERVER = os.environ["DATABASE_URL"]


@pytest.fixture
def other():
    """The address of another portal's database."""
    name = f"restored_{os.getpid()}"
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(f"create database {name} template {os.environ['TEST_TEMPLATE']}")
        yield database(SERVER, name)
        server.execute(f"drop database {name} with (force)")


def test_a_backup_comes_back_in_another_portal(django_db_setup, other, tmp_path, monkeypatch, settings):
    own, archive = database(SERVER, connection.settings_dict["NAME"]), tmp_path / "portal.tar.gz"
    for name in ("pictures/images/logo.png", "documents/documents/report.pdf"):
        (tmp_path / "own" / name).parent.mkdir(parents=True)
        (tmp_path / "own" / name).write_bytes(name.encode())
    with psycopg.connect(other) as restored:
        restored.execute("insert into django_session values ('key', 'overwritten', now())")
        restored.execute("drop table accounts_membership cascade")

    for command, url, folder, options in (("backup", own, "own", {}), ("restore", other, "other", {"yes": True})):
        monkeypatch.setenv("DATABASE_URL", url)
        settings.PICTURES_ROOT, settings.DOCUMENTS_ROOT = (
            tmp_path / folder / root for root in ("pictures", "documents")
        )
        call_command(command, archive, **options)

    with psycopg.connect(other) as restored:
        assert restored.execute("select 1 from django_session where session_key = 'key'").fetchall() == []
        restored.execute("select from accounts_membership")
    for name in ("pictures/images/logo.png", "documents/documents/report.pdf"):
        assert (tmp_path / "other" / name).read_bytes() == name.encode()
