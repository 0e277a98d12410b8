"""`make demo` says at once what is in its way."""

import socket

import pytest
from django.core.management import call_command
from django.db import connection

EARLIER = {
    "a migration that is gone": (
        "insert into django_migrations (app, name, applied) values ('events', '0007_guest_names', now())",
        r"events\.0007_guest_names",
    ),
    "a migration that is missing below another": (
        "delete from django_migrations where app = 'accounts' and name = '0001_initial'",
        r"accounts\.0001_initial",
    ),
    "a column that is missing": ("alter table events_event drop column venue cascade", r"events_event\.venue"),
    "a column too many": ("alter table home_person add column fax text", r"home_person\.fax"),
    "a table that is missing": ("drop table events_guest cascade", r"events_guest\."),
}


@pytest.mark.parametrize("offset", [0, 1000], ids=["web", "test payment page"])
def test_a_taken_port_is_named_before_anything_is_built(offset):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit, match=f"Port {port} cannot be used"):
            call_command("demo", host="127.0.0.1", port=port - offset)


@pytest.mark.parametrize(("change", "named"), EARLIER.values(), ids=EARLIER)
def test_a_database_of_an_earlier_checkout_is_named_with_the_way_out(db, settings, tmp_path, change, named):
    settings.STATIC_ROOT = tmp_path
    with connection.cursor() as cursor:
        cursor.execute(change)
    with pytest.raises(
        SystemExit, match=rf"is of an earlier checkout .*{named}.*; `make demo FRESH=1` makes a new one"
    ):
        call_command("demo", host="127.0.0.1", port=_free_pair())


def _free_pair() -> int:
    """A port that is free, as is the one a thousand above."""
    for port in range(20_000, 30_000):
        with socket.socket() as web, socket.socket() as page:
            try:
                web.bind(("127.0.0.1", port))
                page.bind(("127.0.0.1", port + 1000))
            except OSError:
                continue
            return port
    raise AssertionError("no two ports are free")
