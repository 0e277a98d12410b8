"""T13: the period of 14 days to the minute, over weekends, holidays and both changes of the clock."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from portal.withdrawals import fortnight

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("concluded", "last"),
    [
        ("2027-01-12", "2027-01-26"),  # a Tuesday: the day itself does not count
        ("2027-01-10", "2027-01-25"),  # the 14th day is a Sunday: until Monday 24:00
        ("2027-01-09", "2027-01-25"),  # a Saturday
        ("2027-03-12", "2027-03-30"),  # Good Friday, the weekend, Easter Monday
        ("2026-12-11", "2026-12-28"),  # Christmas Day, Boxing Day on a Saturday, Sunday
        ("2027-05-13", "2027-05-28"),  # Corpus Christi
        ("2026-09-19", "2026-10-05"),  # 3 October on a Saturday
        ("2026-12-18", "2027-01-04"),  # into the next year, over New Year’s Day
    ],
)
def test_it_ends_with_the_last_minute_of_a_working_day(concluded, last):
    assert fortnight.last_day(date.fromisoformat(concluded)) == date.fromisoformat(last)


@pytest.mark.parametrize("clock", ["00:00", "12:00", "23:59"])
def test_the_hour_of_the_conclusion_does_not_matter(clock):
    concluded = datetime.fromisoformat(f"2027-01-10T{clock}").replace(tzinfo=BERLIN)
    assert fortnight.ends_at(concluded) == datetime(2027, 1, 26, tzinfo=BERLIN)


def test_days_are_those_of_berlin():
    """Half past eleven at night in London is the next day in Berlin."""
    assert fortnight.ends_at(datetime(2027, 1, 11, 22, 59, tzinfo=UTC)) == datetime(2027, 1, 26, tzinfo=BERLIN)
    assert fortnight.ends_at(datetime(2027, 1, 11, 23, 0, tzinfo=UTC)) == datetime(2027, 1, 27, tzinfo=BERLIN)


@pytest.mark.parametrize(("day", "hours"), [("2027-03-22", 15 * 24 - 1), ("2026-10-19", 15 * 24 + 1)])
def test_it_ends_at_midnight_whatever_the_clock_did(day, hours):
    """In summer time the days between are an hour short, in autumn an hour long."""
    begin = datetime.fromisoformat(day).replace(tzinfo=BERLIN)
    ends = fortnight.ends_at(begin)
    assert (ends.hour, ends.minute) == (0, 0)
    if day == "2027-03-22":
        assert fortnight.last_day(begin.date()) == date(2027, 4, 5)
    assert ends.astimezone(UTC) - begin.astimezone(UTC) == timedelta(hours=hours)
