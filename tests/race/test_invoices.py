"""Numbers under fifty at once: one after the other, none twice, none left out, also where some are rolled back."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connections, transaction

from portal.invoices import numbers, samples
from portal.invoices.models import Series

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
TOGETHER, ROLLED_BACK, DAY = 50, 10, date(2026, 11, 30)


class TakenBack(Exception):
    pass


def given_out(number_of) -> list[str]:
    """Fifty ask at once, each in a transaction of its own; every fifth is rolled back."""
    issuer = samples.issuer()

    def ask(place: int) -> str | None:
        try:
            with transaction.atomic():
                number = number_of(issuer, DAY)
                if place % (TOGETHER // ROLLED_BACK) == 0:
                    raise TakenBack
                return number
        except TakenBack:
            return None
        finally:
            connections.close_all()

    with ThreadPoolExecutor(16) as pool:
        return sorted(filter(None, pool.map(ask, range(TOGETHER))))


def test_forty_of_fifty_are_one_to_forty():
    assert given_out(numbers.next_number) == [f"R-2026-{n:05d}" for n in range(1, TOGETHER - ROLLED_BACK + 1)]


def test_control_without_the_lock_numbers_are_given_out_twice():
    def careless(issuer, day) -> str:
        series, _made = Series.objects.get_or_create(issuer=issuer, year=day.year)
        last = Series.objects.get(pk=series.pk).last + 1
        Series.objects.filter(pk=series.pk).update(last=last)
        return f"R-2026-{last:05d}"

    found = given_out(careless)
    assert len(set(found)) < len(found) or found != [f"R-2026-{n:05d}" for n in range(1, len(found) + 1)]
