"""Dates and times read as in each language, and never without their zone."""

from datetime import UTC, datetime

import pytest
from django.utils.formats import date_format
from django.utils.translation import override
from psycopg.types.range import TimestamptzRange

from marketplace import wording

ELEVEN = datetime(2027, 1, 21, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "day", "at"),
    [
        ("de", "21. Januar 2027", "21. Januar 2027 11:00 (MEZ)"),
        ("en", "21 January 2027", "21 January 2027, 11:00 (CET)"),
    ],
)
def test_each_language_writes_dates_its_own_way(language, day, at):
    with override(language):
        assert date_format(ELEVEN.date()) == day
        assert wording.until(ELEVEN) == at


def test_a_period_over_the_change_of_clocks_names_both_zones():
    weekend = TimestamptzRange(datetime(2027, 3, 27, 9, tzinfo=UTC), datetime(2027, 3, 29, 8, tzinfo=UTC))
    with override("en"):
        assert wording.period(weekend) == "Sat 27 March 2027, 10:00 (CET) – Mon 29 March 2027, 10:00 (CEST)"
