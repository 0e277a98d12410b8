"""Limits count right: within their window, across a pause, for each by itself."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from time_machine import travel

from portal.accounts import tallies
from portal.accounts.models import Tally

pytestmark = pytest.mark.django_db
START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def one_more(who: str = "203.0.113.7") -> int:
    return tallies.count("guess", who, most=2, seconds=3600)


def test_a_pause_does_not_begin_the_window_anew():
    with travel(START, tick=False) as clock:
        waits = [one_more(), one_more()]
        clock.shift(timedelta(minutes=40))
        assert [*waits, one_more()] == [0, 0, 20 * 60]
        assert tallies.wait("guess", "203.0.113.7", most=2) == 20 * 60
        clock.shift(timedelta(minutes=20))
        assert tallies.wait("guess", "203.0.113.7", most=2) == 0
        assert [one_more(), one_more(), one_more()] == [0, 0, 3600]


def test_everybody_is_counted_alone_and_without_being_named():
    one_more(), one_more()
    assert one_more("203.0.113.8") == 0
    assert tallies.count("other", "203.0.113.7", most=2, seconds=3600) == 0
    assert not Tally.objects.filter(key__contains="203").exists()


def test_what_is_over_is_forgotten():
    with travel(START, tick=False):
        one_more()
    one_more("203.0.113.8")
    tallies.forget_ended(timezone.now())
    assert Tally.objects.count() == 1
