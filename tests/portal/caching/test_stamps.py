"""What has changed since a moment: exact across connections, transactions and undone changes."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections, transaction

from home.models import Office
from portal.accounts.models import Institution
from portal.accounts.samples import institution
from portal.caching import stamps

OFFICE, HOUSES = stamps.as_tags(["home_office"]), stamps.as_tags(["accounts_institution"])


def elsewhere(deed):
    """Run it in a connection of its own."""

    def run():
        try:
            return deed()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(run).result()


@pytest.mark.django_db
def test_every_table_is_watched_or_named_as_one_that_nobody_keeps():
    with connection.cursor() as cursor:
        cursor.execute("select tablename from pg_tables where schemaname = current_schema()")
        there = {name for (name,) in cursor.fetchall()}
    watched = {name for name, is_watched in stamps.tables().items() if is_watched}
    assert there - watched == stamps.UNWATCHED
    assert watched <= there


@pytest.mark.django_db(transaction=True)
def test_what_others_commit_is_seen_at_once_and_only_where_it_was():
    house = institution()
    before = stamps.moment()
    assert stamps.since(before, HOUSES)[1] is False
    elsewhere(lambda: Institution.objects.filter(pk=house.pk).update(name="Anders"))
    assert stamps.since(before, HOUSES)[1] is True
    assert stamps.since(before, OFFICE)[1] is False
    after = stamps.since(before, HOUSES)[0]
    assert stamps.since(after, HOUSES)[1] is False


@pytest.mark.django_db(transaction=True)
def test_what_is_under_way_when_the_moment_is_taken_is_seen_when_it_is_committed():
    """A counter would have been read already: the change is older than the moment, its commit is not."""
    house = institution()

    def deed():
        with transaction.atomic():
            Institution.objects.filter(pk=house.pk).update(name="Unterwegs")
            return pool.submit(taken).result()

    def taken():
        try:
            return stamps.moment()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        moment = elsewhere(deed)
    assert stamps.since(moment, HOUSES)[1] is True


@pytest.mark.django_db(transaction=True)
def test_what_is_undone_is_no_change_for_others_and_one_for_whom_it_undid():
    house, before = institution(), stamps.moment()
    before = stamps.moment()
    with transaction.atomic():
        Institution.objects.filter(pk=house.pk).update(name="Eins")
        first = stamps.since(before, HOUSES)[2]
        savepoint = transaction.savepoint()
        Institution.objects.filter(pk=house.pk).update(name="Zwei")
        second = stamps.since(before, HOUSES)[2]
        transaction.savepoint_rollback(savepoint)
        again = stamps.since(before, HOUSES)[2]
        Institution.objects.filter(pk=house.pk).update(name="Drei")
        third = stamps.since(before, HOUSES)[2]
        assert elsewhere(lambda: stamps.since(before, HOUSES))[1:] == (False, None)
        transaction.set_rollback(True)
    assert (first, len({first, second, third})) == (again, 3)
    assert stamps.since(before, HOUSES)[1:] == (False, None)


@pytest.mark.django_db(transaction=True)
def test_two_who_write_the_same_table_do_not_wait_for_each_other():
    house, other = institution("a"), institution("b")
    with transaction.atomic():
        Institution.objects.filter(pk=house.pk).update(name="Eins")
        elsewhere(lambda: _write_without_waiting(other))
    assert set(Institution.objects.values_list("name", flat=True)) >= {"Eins", "Zwei"}


def _write_without_waiting(house):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("set local lock_timeout = '1s'")
        Institution.objects.filter(pk=house.pk).update(name="Zwei")


@pytest.mark.django_db
def test_what_nobody_asks_for_any_more_is_forgotten():
    Office.objects.update(email="")
    with connection.cursor() as cursor:
        cursor.execute("update caching_change set at = now() - interval '2 hours'")
    assert stamps.sweep() >= 1
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from caching_change where at < now() - interval '1 hour'")
        assert cursor.fetchone() == (0,)


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_has_forgotten_the_question_is_told_it_again():
    stamps.moment()
    with connection.cursor() as cursor:
        cursor.execute("deallocate all")
    assert stamps.moment()


@pytest.mark.django_db(transaction=True)
def test_without_an_answer_nothing_is_said(monkeypatch):
    monkeypatch.setattr(stamps, "_SINCE", b"select nonsense($1::text, $2::text)")
    monkeypatch.setattr(stamps, "_PREPARED", b"nonsense")
    with pytest.raises(stamps.Unanswered):
        stamps.moment()
