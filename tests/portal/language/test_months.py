from datetime import UTC, datetime

import pytest

from portal.language import months


def at(*when: int) -> datetime:
    return datetime(*when, tzinfo=UTC)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (at(2027, 3, 3, 9), at(2027, 3, 3, 17), ["März Mrz Mär March Mar 2027"]),
        # In Berlin the last of February is over already.
        (at(2027, 2, 28, 23, 30), at(2027, 3, 1, 9), ["März Mrz Mär March Mar 2027"]),
        (at(2026, 12, 30), at(2027, 1, 2), ["Dezember Dez December Dec 2026", "Januar Jänner Jan January 2027"]),
    ],
)
def test_a_month_is_found_by_all_that_it_is_called(first, last, said):
    assert months.words(first, last) == " ".join(said)


def test_of_an_exhibition_without_an_end_a_year_of_months_is_told():
    assert months.words(at(2027, 1, 5), at(2047, 1, 5)).count("2027") == len(months.SPELLINGS) == months.MOST
