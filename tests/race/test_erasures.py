"""Two release one erasure at once, two ask for one at once. A control test shows the race without the lock."""

from threading import Barrier

import pytest
from wagtail.models import ModelLogEntry

from portal.accounts import groups
from portal.accounts.models import PersonRequest
from portal.accounts.people import enroll
from portal.accounts.requests import verbs
from tests.race.test_slots import at_once

CLIENTS = 6
EMAIL = "ada@example.org"
pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def staff():
    groups.grant()
    enroll(EMAIL, first_name="Ada")
    names = [f"staff{number}@example.org" for number in range(CLIENTS)]
    return [enroll(name, staff_groups=(groups.MODERATORS,)) for name in names]


@pytest.fixture
def asked(staff):
    return verbs.ask(EMAIL, reason="Brief", by=enroll("mia@example.org", staff_groups=(groups.MODERATORS,)))


def test_of_many_who_release_at_once_one_erases(asked, staff):
    results = at_once([lambda by=by: verbs.release(asked, by=by) for by in staff])
    assert sum(isinstance(result, list) for result in results) == 1
    assert results.count("DecidedBefore") == CLIENTS - 1
    assert ModelLogEntry.objects.filter(action="accounts.release_erasure").count() == 1


def test_releasing_and_declining_at_once_is_one_or_the_other(asked, staff):
    first, second, *_others = staff
    results = at_once([lambda: verbs.release(asked, by=first), lambda: verbs.decline(asked, answer="Nein", by=second)])
    assert results.count("DecidedBefore") == 1
    asked.refresh_from_db()
    assert (asked.state, bool(asked.whose)) in {("done", False), ("declined", True)}


def test_of_many_who_ask_at_once_one_request_waits(staff):
    results = at_once([lambda by=by: verbs.ask(EMAIL, reason="Brief", by=by) for by in staff])
    assert results.count("AskedBefore") == CLIENTS - 1
    assert PersonRequest.objects.get().is_open


def test_control_without_the_lock_everybody_releases(asked, staff):
    """The same look and write without the lock: if one of them erased, the tests above would prove nothing."""
    looked = Barrier(CLIENTS)

    def naive(by):
        mine = PersonRequest.objects.get(pk=asked.pk)
        is_open = mine.is_open
        looked.wait(timeout=30)
        if is_open:
            mine.state, mine.decided_by = "done", by
            mine.save(update_fields=["state", "decided_by"])
        return is_open

    assert at_once([lambda by=by: naive(by) for by in staff]).count(True) == CLIENTS
