"""Publishing: series over both changes of the clock, holidays, buffers, busy times."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from events.coaching.diary import verbs as publishing
from events.coaching.models import BusyTime, Slot
from events.coaching.refusals import NothingToPublish
from portal.language import holidays
from tests.events.coaching.making import NOW, TUESDAY, make_coach, make_programme, make_slot

pytestmark = pytest.mark.django_db


def walls(made) -> list[str]:
    return [f"{timezone.localtime(slot.starts_at):%d.%m. %H:%M}" for slot in made.slots]


@pytest.mark.parametrize(
    ("first", "until", "shown", "instants"),
    [
        (datetime(2027, 3, 16, 10), date(2027, 4, 6), "10:00", [9, 9, 8, 8]),
        (datetime(2027, 10, 19, 10), date(2027, 11, 9), "10:00", [8, 8, 9, 9]),
    ],
)
def test_weekly_series_keeps_its_wall_time_over_the_change_of_the_clock(coach, first, until, shown, instants):
    made = publishing.publish_slots(coach, first=first, minutes=60, rhythm="weekly", until=until, now=NOW)
    assert {wall.split()[1] for wall in walls(made)} == {shown}
    assert [slot.starts_at.astimezone(UTC).hour for slot in made.slots] == instants
    assert {slot.minutes for slot in made.slots} == {60}


def test_hour_that_does_not_exist_in_march_is_left_out_and_told(coach):
    first = datetime(2027, 3, 21, 2, 30)
    made = publishing.publish_slots(coach, first=first, minutes=30, rhythm="weekly", until=date(2027, 4, 4), now=NOW)
    assert walls(made) == ["21.03. 02:30", "04.04. 02:30"]
    assert made.left_out == [(date(2027, 3, 28), "diese Uhrzeit gibt es an diesem Tag nicht")]


def test_single_slot_at_a_time_that_does_not_exist_is_refused(coach):
    with pytest.raises(NothingToPublish):
        publishing.publish_slots(coach, first=datetime(2027, 3, 28, 2, 30), minutes=30, now=NOW)


def test_hour_that_comes_twice_in_october_is_not_guessed(coach):
    with pytest.raises(NothingToPublish, match="zweimal"):
        publishing.publish_slots(coach, first=datetime(2027, 10, 31, 2), minutes=30, now=NOW)
    assert make_slot(coach, first=datetime(2027, 10, 31, 3)).starts_at.astimezone(UTC).hour == 2


def test_meeting_over_the_change_lasts_its_real_minutes(coach):
    slot = make_slot(coach, first=datetime(2027, 3, 28, 1, 30), minutes=60)
    assert f"{timezone.localtime(slot.ends_at):%H:%M}" == "03:30"


def test_series_leaves_out_the_holidays_of_north_rhine_westphalia(coach):
    made = publishing.publish_slots(
        coach, first=datetime(2027, 5, 20, 9), minutes=60, rhythm="weekly", until=date(2027, 6, 3), now=NOW
    )
    assert walls(made) == ["20.05. 09:00", "03.06. 09:00"]
    assert [day for day, _reason in made.left_out] == [date(2027, 5, 27)]


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2026, "1.1. 3.4. 6.4. 1.5. 14.5. 25.5. 4.6. 3.10. 1.11. 25.12. 26.12."),
        (2027, "1.1. 26.3. 29.3. 1.5. 6.5. 17.5. 27.5. 3.10. 1.11. 25.12. 26.12."),
    ],
)
def test_holidays_are_those_of_the_calendar(year, days):
    assert [f"{day.day}.{day.month}." for day in sorted(holidays.of_year(year))] == days.split()


def test_buffers_keep_the_coach_free_of_other_meetings(coach):
    make_slot(coach, buffer_after=30)
    with pytest.raises(NothingToPublish):
        make_slot(coach, first=TUESDAY + timedelta(minutes=75))
    assert make_slot(coach, first=TUESDAY + timedelta(minutes=90)).pk


def test_two_coaches_may_meet_at_the_same_time():
    make_slot(make_coach())
    assert make_slot(make_coach()).pk


def test_database_refuses_two_meetings_of_one_coach(slot):
    slot.pk, slot.uid = None, "6f1c1a52-0000-4000-8000-000000000000"
    with pytest.raises(IntegrityError), transaction.atomic():
        slot.save(force_insert=True)


def test_withdrawn_slot_makes_room_for_another(slot):
    publishing.withdraw(slot, by=None, now=NOW)
    assert make_slot(slot.coach).pk


def test_busy_times_and_other_periods_are_left_out(coach):
    programme = make_programme(ends_on=date(2026, 12, 10))
    start = timezone.make_aware(TUESDAY)
    BusyTime.objects.create(coach=coach, starts_at=start, ends_at=start + timedelta(hours=1))
    made = publishing.publish_slots(
        coach, first=TUESDAY, minutes=60, rhythm="weekly", until=date(2026, 12, 15), now=NOW, programme=programme
    )
    assert walls(made) == ["08.12. 14:00"]
    assert len(made.left_out) == 2


def test_series_shares_a_number_and_a_single_slot_has_none(coach):
    made = publishing.publish_slots(
        coach, first=TUESDAY, minutes=60, rhythm="fortnightly", until=date(2026, 12, 16), now=NOW
    )
    assert len({slot.series for slot in made.slots}) == 1
    assert make_slot(coach, first=TUESDAY + timedelta(days=1)).series is None


def test_a_series_never_grows_beyond_sixty_dates(coach):
    made = publishing.publish_slots(coach, first=TUESDAY, minutes=60, rhythm="weekly", until=date(2036, 1, 1), now=NOW)
    assert Slot.objects.count() <= 60
    day, reason = made.left_out[-1]
    assert (day, "höchstens 60" in reason) == (date(2028, 1, 25), True)
