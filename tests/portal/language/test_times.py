"""Dates and times read as in each language, and never without their zone."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils.formats import date_format
from django.utils.translation import override

from events import wording as of_events
from events.models import Event
from marketplace import wording as of_the_market
from portal.language import times

ELEVEN = datetime(2027, 1, 21, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "day", "at"),
    [
        ("de", "21. Januar 2027", "Donnerstag, 21. Januar 2027, 11:00 Uhr (MEZ)"),
        ("en", "21 January 2027", "Thursday, 21 January 2027, 11:00 (CET)"),
    ],
)
def test_each_language_writes_dates_its_own_way(language, day, at):
    with override(language):
        assert date_format(ELEVEN.date()) == day
        assert times.moment(ELEVEN) == at


def test_a_period_over_the_change_of_clocks_names_both_zones():
    first, last = datetime(2027, 3, 27, 9, tzinfo=UTC), datetime(2027, 3, 29, 8, tzinfo=UTC)
    with override("en"):
        told = times.span(first, last)
    assert told == "Saturday, 27 March 2027, 10:00 (CET) – Monday, 29 March 2027, 10:00 (CEST)"


def test_an_event_and_an_order_at_one_time_read_the_same():
    event = Event(starts_at=ELEVEN, ends_at=ELEVEN + timedelta(hours=2))
    period = DateTimeTZRange(event.starts_at, event.ends_at)
    assert of_events.span(event) == "Donnerstag, 21. Januar 2027, 11:00–13:00 Uhr (MEZ)"
    assert of_the_market.period(period) == of_events.span(event)
    assert of_the_market.brief_period(period) == "21. Jan. 2027, 11:00–13:00 Uhr"


@pytest.mark.parametrize(
    ("hours", "told", "brief"),
    [
        (13, "Donnerstag, 21. Januar 2027, 11:00–0:00 Uhr (MEZ)", "21. Jan. 2027, 11:00–0:00 Uhr"),
        (
            26,
            "Donnerstag, 21. Januar 2027, 11:00 Uhr – Freitag, 22. Januar 2027, 13:00 Uhr (MEZ)",
            "21. Jan., 11:00 – 22. Jan. 2027, 13:00 Uhr",
        ),
    ],
)
def test_midnight_belongs_to_the_evening_before(hours, told, brief):
    last = ELEVEN + timedelta(hours=hours)
    assert (times.span(ELEVEN, last), times.short_span(ELEVEN, last)) == (told, brief)


def test_a_day_without_a_time_and_a_time_without_a_day_read_like_those_of_a_moment():
    assert times.day(date(2027, 1, 21)) == times.day(ELEVEN) == "Donnerstag, 21. Januar 2027"
    assert times.near_day(date(2027, 1, 21)) == "Donnerstag, 21. Januar"
    assert times.clock(time(9, 30)) == "9:30 Uhr"
    assert times.clock(ELEVEN) == "11:00 Uhr"
