"""Databases that stay for the next run: dropping one waits until the server has written all it knows to the disk.

On a busy disk that takes a minute; a restore or a test that cleans up before itself needs no fresh one.
"""

import os

import psycopg

from tests.journeys.built_demo import database

SERVER = os.environ["DATABASE_URL"]


def lasting(name: str) -> str:
    """The address of the database `name`, migrated; made anew only where the migrations have changed."""
    template = os.environ["TEST_TEMPLATE"]
    with psycopg.connect(SERVER, autocommit=True) as server:
        asked = "select shobj_description(oid, 'pg_database') from pg_database where datname = %s"
        if server.execute(asked, [name]).fetchone() != (template,):
            server.execute(f"drop database if exists {name} with (force)")
            server.execute(f"create database {name} template {template}")
            server.execute(f"comment on database {name} is '{template}'")
    return database(SERVER, name)
