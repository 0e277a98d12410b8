"""Seats in numbers and as plots: for staff and for the funder."""

import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from events.models import Attendance, Registration
from events.registration import verbs as registration
from events.staff.figures import statistics
from portal.accounts import groups
from portal.accounts.people import enroll
from portal.look import plots

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/reports/event-statistics/"


@pytest.fixture
def finance(client):
    groups.grant()
    client.force_login(enroll("finance@example.org", staff_groups=(groups.FINANCE,)))
    return client


def series():
    return statistics.of(Registration.objects.all())


def test_seats_are_counted_not_registrations(event, guest):
    guest(event, seats=3)
    guest(event, seats=2, target_group="clinic")
    by_day, by_group, by_state, _came = series()
    assert by_day.points == [("20.11.2026", 5)]
    assert by_group.points == [("Start-up", 3), ("Klinik", 2)]
    assert by_state.points == [("bestätigt", 5)]


def test_days_without_a_registration_stand_between(event, guest, now):
    guest(event, now=now - timedelta(days=2))
    guest(event)
    assert series()[0].points == [("18.11.2026", 1), ("19.11.2026", 0), ("20.11.2026", 1)]


def test_a_day_is_a_day_in_berlin(event, guest, now):
    guest(event, now=now.replace(hour=23, minute=30) - timedelta(days=1))
    assert series()[0].points == [("20.11.2026", 1)]


@pytest.mark.parametrize(("days", "most", "word"), [(62, 63, "Tag"), (63, 11, "Woche"), (800, 28, "Monat")])
def test_long_spans_are_summed(event, guest, now, days, most, word):
    guest(event, now=now - timedelta(days=days))
    guest(event)
    by_time = series()[0]
    assert len(by_time.points) <= most
    assert word in by_time.title
    assert by_time.total == 2


def test_the_erased_are_counted(event, guest):
    one = guest(event, seats=2)
    registration.forget(one, now=event.ends_at + timedelta(days=1))
    assert series()[1].total == 2


def test_five_queries_whatever_the_number(event, guest, django_assert_num_queries):
    for _ in range(3):
        guest(event)
    with django_assert_num_queries(5):
        series()


def test_drawings_stay_inside_their_frame(event, guest):
    for seats in (1, 10):
        Registration.objects.filter(pk=guest(event if seats == 1 else event, seats=1).pk).update(seats=seats)
    for plot in map(plots.drawn, series()):
        assert all(mark.x >= 0 and mark.end <= plot.width for mark in plot.marks)
        assert all(mark.y >= 0 and mark.y + mark.height <= plot.height for mark in plot.marks)


def test_no_shows_are_counted_where_somebody_was_checked_in(make_event, guest, now):
    event, quiet = make_event(), make_event()
    here = guest(event, seats=3)
    guest(event)
    guest(quiet)
    Attendance.objects.create(registration=here, position=1, at=event.starts_at)
    Attendance.objects.create(registration=here, position=2, at=event.starts_at, undone_at=event.starts_at)
    after = event.ends_at + timedelta(hours=1)
    assert statistics.of(Registration.objects.all(), now=after)[-1].points == [("gekommen", 1), ("nicht gekommen", 3)]
    assert statistics.of(Registration.objects.all(), now=now)[-1].points == []


@pytest.mark.parametrize(("most", "top"), [(1, 1), (2, 2), (3, 5), (7, 10), (11, 20), (101, 200)])
def test_scales_end_at_round_numbers(most, top):
    assert plots.top_of(most) == top


def test_the_page_draws_and_tells_the_numbers(finance, event, guest):
    guest(event, seats=3)
    page = finance.get(ADDRESS, {"event": event.pk}).content.decode()
    assert "<svg" in page
    assert "Als Tabelle" in page
    assert "<td>3</td>" in page


def test_filters_narrow_the_numbers(finance, make_event, guest):
    one, other = make_event(), make_event()
    guest(one, seats=2)
    guest(other, seats=3)
    assert finance.get(ADDRESS, {"event": one.pk}).context["plots"][0].series.total == 2
    assert finance.get(ADDRESS, {"since": "2030-01-01"}).context["plots"][0].series.total == 0
    assert finance.get(ADDRESS, {"event": "nonsense"}).status_code == 200


def test_the_numbers_can_be_taken_along(finance, event, guest):
    guest(event, seats=3)
    sheet = load_workbook(io.BytesIO(finance.get(ADDRESS, {"export": "xlsx"}).getvalue())).active
    heading, *rows = sheet.iter_rows(values_only=True)
    assert heading == ("Statistik", "Wert", "Plätze")
    assert ("Bestätigte Plätze nach Zielgruppe", "Start-up", 3) in rows


def test_the_page_asks_as_often_for_three_as_for_one(finance, make_event, guest):
    def asks() -> int:
        finance.get(ADDRESS)
        with CaptureQueriesContext(connection) as asked:
            finance.get(ADDRESS)
        return len(asked)

    guest(make_event())
    alone = asks()
    for _ in range(2):
        guest(make_event())
    assert asks() == alone


def test_editors_do_not_read_it(client):
    groups.grant()
    client.force_login(enroll("editor@example.org", staff_groups=(groups.EDITORS,)))
    assert client.get(ADDRESS).status_code in {302, 403}
