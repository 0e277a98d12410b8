"""Asks one part of the portal whether it lives: `python deploy/healthy.py web`, `worker` or `database`; else exit 1.

Needs no Django, so that it may ask often. Reads PORTAL_BASE_URL and DATABASE_URL.
"""

import os
import sys
import urllib.request
from urllib.parse import urlsplit

import psycopg

HERE = "http://127.0.0.1:8000/healthz"
# Seconds; a living worker says so every ten.
SILENT = 60


def web(address: str = HERE) -> bool:
    """Whether it answers 200: the database is there, writable and migrated."""
    host = urlsplit(os.environ.get("PORTAL_BASE_URL", HERE)).netloc
    asked = urllib.request.Request(address, headers={"Host": host})  # noqa: S310 (our own address)
    try:
        return urllib.request.urlopen(asked, timeout=5).status == 200  # noqa: S310
    except OSError:
        return False


def worker(url: str = "") -> bool:
    """Whether a worker told the database within the last minute that it lives."""
    return _answer(
        "select exists (select from procrastinate_workers where last_heartbeat > now() - make_interval(secs => %s))",
        SILENT,
        url=url,
    )


def database() -> bool:
    """Whether it takes connections."""
    return _answer("select true")


def _answer(question: str, *said, url: str = "") -> bool:
    try:
        with psycopg.connect(url or os.environ["DATABASE_URL"], connect_timeout=5) as connection:
            return connection.execute(question, said).fetchone()[0]
    except psycopg.Error:
        return False


if __name__ == "__main__":
    sys.exit(0 if {"web": web, "worker": worker, "database": database}[sys.argv[1]]() else 1)
