from datetime import date

import pytest

from marketplace.offers.deadlines import working_days_after


@pytest.mark.parametrize(
    ("day", "number", "expected"),
    [
        (date(2027, 1, 11), 0, date(2027, 1, 11)),
        (date(2027, 1, 11), 3, date(2027, 1, 14)),
        (date(2027, 1, 14), 3, date(2027, 1, 19)),
        (date(2027, 1, 16), 1, date(2027, 1, 18)),
    ],
)
def test_saturdays_and_sundays_do_not_count(day, number, expected):
    assert working_days_after(day, number) == expected
