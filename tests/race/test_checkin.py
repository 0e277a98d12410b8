"""The door under real concurrency: many phones, one ticket. The control test takes lock and constraint away."""

from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils import timezone

from events import invariants
from events.door import verbs as checkin
from events.models import Attendance, Event
from events.models.queries import EventQuerySet
from events.refusals import HouseFull, IsHere, NotAdmitted
from events.registration import verbs as registration
from tests.race.test_seats import at_once, guest, make_event

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _content_types_of_this_database(transactional_db):
    ContentType.objects.clear_cache()


def tonight(**facts):
    event = make_event(**{"capacity": 10} | facts)
    starts_at = timezone.now() + timedelta(hours=1)
    Event.objects.filter(pk=event.pk).update(starts_at=starts_at, ends_at=starts_at + timedelta(hours=2))
    event.refresh_from_db()
    return event


def test_one_ticket_scanned_by_twenty_phones_is_one_attendance():
    one = guest(tonight(), "one")
    entered = at_once(*[lambda: checkin.check_in(one)] * 20)
    assert len({come.pk for come in entered}) == 1
    assert len({come.at for come in entered}) == 1
    assert Attendance.objects.count() == 1


def test_a_guest_who_cancels_while_being_checked_in_is_either_here_or_gone():
    for number in range(10):
        one = guest(tonight(), number)
        results = at_once(lambda one=one: checkin.check_in(one), lambda one=one: registration.cancel(one))
        refused = [type(result) for result in results if isinstance(result, NotAdmitted | IsHere)]
        assert len(refused) == 1
    assert invariants.check() == []


def test_twenty_walk_ins_take_the_last_three_seats_and_no_more():
    event = tonight(capacity=3)
    said = {"target_group": "sme", "language": "de"}
    results = at_once(*[lambda n=n: checkin.walk_in(event, name=f"Gast {n}", **said) for n in range(20)])
    event.refresh_from_db()
    assert sum(1 for result in results if isinstance(result, HouseFull)) == 17
    assert event.seats_taken == Attendance.objects.count() == 3
    assert invariants.check() == []


@pytest.fixture
def without_lock(monkeypatch):
    monkeypatch.setattr(EventQuerySet, "locked", lambda rows: rows.order_by("pk"))


@pytest.fixture
def without_constraint():
    """The database no longer minds two attendances of one seat."""
    rule = next(c for c in Attendance._meta.constraints if c.name == "one_attendance_per_seat")
    with connection.schema_editor() as editor:
        editor.remove_constraint(Attendance, rule)
    yield
    Attendance.objects.all().delete()
    with connection.schema_editor() as editor:
        editor.add_constraint(Attendance, rule)


def test_control_without_lock_and_constraint_one_ticket_enters_twice(without_lock, without_constraint):
    for number in range(10):
        one = guest(tonight(), number)
        at_once(*[lambda one=one: checkin.check_in(one)] * 20)
        if one.attendances.count() > 1:
            return
    pytest.fail("nobody entered twice without the lock: these tests prove nothing")
