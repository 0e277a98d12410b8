"""Who may open which door. `matrix.txt` says what every door answers to every role, reading and writing; the
administration has a table of its own (`test_rights.py`).

After a change of doors or rights: `RECORD_MATRIX=1 python -m pytest tests/hostile/test_matrix.py`, then read every
changed line of the table: it is the promise, not the recording.
"""

import os
from http.cookies import SimpleCookie
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.template.base import Template

from tests.hostile.doors import Door, address, doors
from tests.hostile.world import ROLES, forget_limits

TABLE = Path(__file__).with_name("matrix.txt")
METHODS = ("GET", "POST")
# allauth's and Wagtail's own doors know only these three.
FEW = {"anonymous", "person", "root"}
# Whose pages are drawn; for the others the answer alone counts, which is told before.
DRAWN = {"anonymous", "person", "manager_a", "root"}
NOT_ASKED = "-"
# What reading may write: the session, and what Wagtail notes about who edits what with which settings.
WRITTEN_BY_READING = {"django_session", "wagtailadmin_editingsession", "wagtailusers_userprofile"}

HEAD = """# What every door answers, by role; "-": the door knows no such role.
# "login": sent to the login.
# What a role must not see is 404.
"""


def expected() -> dict[tuple[str, str], list[str]]:
    lines = [line.split() for line in TABLE.read_text().splitlines() if line and not line.startswith("#")]
    assert lines[0][2:] == list(ROLES)
    return {(door, method): answers for door, method, *answers in lines[1:]}


def write(answers: dict[tuple[str, str], list[str]]) -> None:
    rows = [("door", "method", *ROLES), *((*key, *row) for key, row in sorted(answers.items()))]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    TABLE.write_text(HEAD + "\n".join(lines) + "\n")


def fingerprints() -> dict[str, str]:
    """One hash over all rows for each table that reading must not touch."""
    with connection.cursor() as cursor:
        cursor.execute("select tablename from pg_tables where schemaname = 'public'")
        tables = sorted({name for (name,) in cursor.fetchall()} - WRITTEN_BY_READING)
        each = "select '{0}', md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) from \"{0}\" t"
        cursor.execute(" union all ".join(each.format(table) for table in tables))
        return dict(cursor.fetchall())


@pytest.fixture
def answers(world, as_, monkeypatch):
    """Ask every door in every role: `answers("GET")`; what a role's POST wrote is rolled back at once."""
    asked = {door.name: (door, address(door, world)) for door in doors()}

    def ask(method: str) -> tuple[dict, list[str]]:
        told, written, drawn = {}, [], Template._render
        for role in ROLES:
            client, before = as_(role), fingerprints()
            monkeypatch.setattr(Template, "_render", drawn if role in DRAWN else lambda self, context: "")
            for name, (door, path) in asked.items():
                told.setdefault((name, method), []).append(_answer(client, door, role, method, path))
            after = fingerprints()
            written += [f"{role}: {table}" for table, print_ in before.items() if after[table] != print_]
        return told, written

    return ask


def _answer(client, door: Door, role: str, method: str, path: str) -> str:
    asked = ROLES if door.is_ours else FEW
    if role not in asked:
        return NOT_ASKED
    kept = {name: cookie.value for name, cookie in client.cookies.items()}
    forget_limits()
    with transaction.atomic():
        answer = _told(client.generic(method, path))
        transaction.set_rollback(method == "POST")
    client.cookies = SimpleCookie(kept)
    return answer


def _told(response) -> str:
    """The status; of redirects to the login that they are that."""
    target = response.headers.get("Location", "")
    return "login" if target.startswith("/de/konto/login/") else str(response.status_code)


@pytest.mark.parametrize("method", METHODS)
def test_every_door_answers_every_role_as_the_table_says_and_reading_writes_nothing(answers, method):
    told, written = answers(method)
    assert [key for key, row in told.items() if "500" in row] == []
    assert written == []
    if os.environ.get("RECORD_MATRIX"):
        kept = {key: row for key, row in expected().items() if key[1] != method} if TABLE.exists() else {}
        write(kept | told)
    promised = {key: row for key, row in expected().items() if key[1] == method}
    assert told.keys() == promised.keys()
    assert {key: row for key, row in told.items() if promised[key] != row} == {}
