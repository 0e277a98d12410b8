"""A month is closed while somebody enters a transfer in it. The controls take the locks away."""

from contextlib import suppress
from datetime import date

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, connection

from portal.accounts.people import enroll
from portal.payments import bookkeeping
from portal.payments.books import closing
from portal.payments.models import ClosedMonth, Movement
from portal.payments.models.payment import Payment
from portal.refusals import Refusal
from tests.portal.payments.conftest import ask
from tests.race.test_seats import at_once

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
TRIES = 15


@pytest.fixture(autouse=True)
def _content_types_of_this_database(transactional_db):
    ContentType.objects.clear_cache()


def months(number: int) -> date:
    return date(2025, 1 + number % 12, 10)


def close_and_enter(number: int, clerk) -> tuple[int, int]:
    """How often the month was closed, and how many entries came into it after that."""
    day = months(number)
    payments = [ask(enroll(f"deed{number}-{n}@example.org")) for n in range(4)]

    def enter(one):
        bookkeeping.receive_transfer(one, by=clerk, value_date=day)

    def close():
        closing.close(None, day, by=clerk)
        return Movement.objects.filter(day=day).count()

    told = at_once(*[lambda one=one: enter(one) for one in payments], close, close)
    seen = [one for one in told if isinstance(one, int)]
    closed = ClosedMonth.objects.filter(month=day.replace(day=1)).count()
    late = Movement.objects.filter(day=day).count() - max(seen, default=0)
    ClosedMonth.objects.update(reopened_at="2025-12-31T00:00:00Z", why_reopened="Test")
    Movement.objects.all().delete()
    Payment.objects.all().delete()
    return closed, late


def test_what_was_counted_when_the_month_was_closed_stays(transactional_db):
    clerk = enroll("finance@example.org", staff_groups=("Finance",))
    for number in range(6):
        assert close_and_enter(number, clerk) == (1, 0)


def test_control_without_lock_entries_come_into_the_closed_month(transactional_db, monkeypatch):
    """The trigger is put aside too, for it asks for the same lock."""
    clerk = enroll("finance@example.org", staff_groups=("Finance",))
    monkeypatch.setattr(closing, "_lock", lambda how: None)
    with connection.cursor() as cursor:
        cursor.execute("alter table payments_movement disable trigger month_is_open")
    try:
        for number in range(TRIES):
            with suppress(IntegrityError, Refusal):
                if close_and_enter(number % 12, clerk)[1] > 0:
                    return
        pytest.fail("nothing came in without the lock: these tests prove nothing")
    finally:
        with connection.cursor() as cursor:
            cursor.execute("alter table payments_movement enable trigger month_is_open")
