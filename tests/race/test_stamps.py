"""What is kept while transactions overlap: what is committed is seen at once, what is not is seen by nobody else."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections, transaction

from portal.accounts.models import Institution
from portal.accounts.samples import institution
from portal.caching import grounds, stamps
from portal.caching.remember import drawn, remembered
from tests.portal.caching.remembering import elsewhere, empty_memory, names  # noqa: F401

OFFICE, HOUSES = stamps.as_tags(["home_office"]), stamps.as_tags(["accounts_institution"])
pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


def test_what_others_commit_is_seen_at_once_and_only_where_it_was():
    house = institution()
    before = stamps.moment()
    assert stamps.since(before, HOUSES)[1] is False
    elsewhere(lambda: Institution.objects.filter(pk=house.pk).update(name="Anders"))
    assert stamps.since(before, HOUSES)[1] is True
    assert stamps.since(before, OFFICE)[1] is False
    after = stamps.since(before, HOUSES)[0]
    assert stamps.since(after, HOUSES)[1] is False


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


def test_a_connection_that_has_forgotten_the_question_is_told_it_again():
    stamps.moment()
    with connection.cursor() as cursor:
        cursor.execute("deallocate all")
    assert stamps.moment()


def test_without_an_answer_nothing_is_said(monkeypatch):
    monkeypatch.setattr(stamps, "_SINCE", b"select nonsense($1::text, $2::text)")
    monkeypatch.setattr(stamps, "_PREPARED", b"nonsense")
    with pytest.raises(stamps.Unanswered):
        stamps.moment()


def test_what_another_transaction_has_not_committed_is_not_remembered_by_others():
    house = institution()
    first = names()
    with transaction.atomic():
        Institution.objects.filter(pk=house.pk).update(name="Vielleicht")
        assert remembered("names", names) == ["Vielleicht"]
        assert elsewhere(lambda: remembered("names", names)) == first
    assert remembered("names", names) == ["Vielleicht"]
    assert elsewhere(lambda: remembered("names", names)) == ["Vielleicht"]


def test_a_part_that_is_drawn_from_what_was_read_before_stands_on_it_as_it_was_then():
    """The change is committed after the row was read and before it is drawn."""
    house = institution()

    def page() -> str:
        with grounds.watched(stamps.moment()):
            row = Institution.objects.get(pk=house.pk)
            if changes:
                elsewhere(changes.pop())
            return drawn(f"card:{row.pk}", lambda: row.name)

    changes = [lambda: Institution.objects.filter(pk=house.pk).update(name="Anders")]
    assert page() == house.name
    assert page() == "Anders"
