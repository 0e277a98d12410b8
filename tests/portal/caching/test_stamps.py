"""Which tables are watched, and for how long. Transactions that overlap: `tests/race/test_stamps.py`."""

import pytest
from django.db import connection

from home.models import Office
from portal.caching import stamps


@pytest.mark.django_db
def test_every_table_is_watched_or_named_as_one_that_nobody_keeps():
    with connection.cursor() as cursor:
        cursor.execute("select tablename from pg_tables where schemaname = current_schema()")
        there = {name for (name,) in cursor.fetchall()}
    watched = {name for name, is_watched in stamps.tables().items() if is_watched}
    assert there - watched == stamps.UNWATCHED
    assert watched <= there


@pytest.mark.django_db
def test_what_nobody_asks_for_any_more_is_forgotten():
    Office.objects.update(email="")
    with connection.cursor() as cursor:
        cursor.execute("update caching_change set at = now() - interval '2 hours'")
    assert stamps.sweep() >= 1
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from caching_change where at < now() - interval '1 hour'")
        assert cursor.fetchone() == (0,)
