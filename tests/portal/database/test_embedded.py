"""The embedded server: what commands that start side by side on a fresh machine find."""

import os
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import psycopg

from portal.database import embedded

AT_ONCE = 6


def _create_bare(name: str, server_url: str) -> None:
    """The control: looks and creates, without waiting for the others."""
    with psycopg.connect(server_url, autocommit=True) as connection:
        if not connection.execute("select 1 from pg_database where datname = %s", [name]).fetchone():
            connection.execute(f"create database {name}")


def _faults(create) -> list[Exception]:
    server_url = urlsplit(os.environ["DATABASE_URL"])._replace(path="/postgres").geturl()
    name = f"side_by_side_{os.getpid()}"
    with ThreadPoolExecutor(AT_ONCE) as pool:
        faults = [f.exception() for f in [pool.submit(create, name, server_url) for _ in range(AT_ONCE)]]
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(f"drop database {name}")
    return [fault for fault in faults if fault]


def test_commands_that_start_side_by_side_find_one_database():
    assert _faults(embedded._create) == []


def test_control_without_the_lock_they_trip_over_each_other():
    faults = _faults(_create_bare)
    assert faults
    assert all(isinstance(f, psycopg.errors.UniqueViolation | psycopg.errors.DuplicateDatabase) for f in faults)
