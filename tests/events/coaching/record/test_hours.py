"""The hours of a start-up: taken at booking, given back, recorded afterwards, granted by staff."""

from datetime import timedelta

import pytest

from events.coaching.booking import verbs as booking
from events.coaching.models import Account
from events.coaching.record import hours
from events.coaching.refusals import HoursUsedUp, LessThanTaken, NotBegun, StartupMissing
from tests.events.coaching.making import NOW, TUESDAY, book, make_programme, make_slot
from tests.events.coaching.reading import state

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nothing_contradicts")]


def test_hours_of_a_startup_end_at_the_quota(coach, programme):
    slots = [make_slot(coach, first=TUESDAY + timedelta(days=n), programme=programme) for n in range(4)]
    book(slots[0])
    book(slots[1], startup="  ZELLSCHMIEDE ")
    asked = book(slots[2])
    assert (state(asked), asked.minutes) == ("requested", 0)
    with pytest.raises(HoursUsedUp):
        booking.confirm(asked, by=None, now=NOW)
    assert book(slots[3], startup="Andere").state == "confirmed"
    assert list(Account.objects.values_list("minutes_taken", flat=True)) == [60, 120]


def test_programme_wants_to_know_the_startup(coach, programme):
    slot = make_slot(coach, programme=programme)
    with pytest.raises(StartupMissing):
        book(slot, startup=" ")


def test_cancelled_hours_come_back(coach, programme):
    one = book(make_slot(coach, programme=programme))
    booking.cancel(one, now=NOW)
    assert Account.objects.get().minutes_taken == 0


def test_reschedule_counts_for_the_account_of_the_new_programme(coach, programme):
    other = make_programme(name_de="Zweites")
    one = book(make_slot(coach, programme=programme))
    booking.reschedule(one, to=make_slot(coach, first=TUESDAY + timedelta(days=1), programme=other), now=NOW)
    assert dict(Account.objects.values_list("programme", "minutes_taken")) == {programme.pk: 0, other.pk: 60}


def test_waiting_startup_without_hours_is_passed_over(coach, programme):
    slot = make_slot(coach, minutes=120, programme=programme)
    first, second, third = book(slot, startup="A"), book(slot, startup="B"), book(slot, startup="C")
    book(make_slot(coach, first=TUESDAY + timedelta(days=1), programme=programme), startup="B")
    booking.cancel(first, now=NOW)
    assert (state(second), state(third)) == ("lapsed", "offered")


def test_recorded_minutes_replace_the_planned_ones(coach, programme):
    one = book(make_slot(coach, programme=programme))
    after = one.slot.ends_at
    with pytest.raises(NotBegun):
        hours.record_hours(one, minutes=45, by=coach.user, now=NOW)
    hours.record_hours(one, minutes=45, by=coach.user, outcome="Anmeldung vorbereitet", now=after)
    assert (state(one), Account.objects.get().minutes_taken) == ("done", 45)
    hours.record_hours(one, minutes=50, by=coach.user, now=after)
    assert Account.objects.get().minutes_taken == 50
    with pytest.raises(HoursUsedUp):
        hours.record_hours(one, minutes=500, by=coach.user, now=after)


def test_who_did_not_come_is_charged_nothing(coach, programme):
    one = book(make_slot(coach, programme=programme))
    hours.record_absence(one, by=coach.user, now=one.slot.ends_at)
    assert (state(one), Account.objects.get().minutes_taken) == ("no_show", 0)


def test_staff_grant_more_but_not_less_than_taken(coach, programme):
    book(make_slot(coach, programme=programme))
    account = Account.objects.get()
    assert hours.grant(account, minutes=600, by=None).minutes_left == 540
    with pytest.raises(LessThanTaken):
        hours.grant(account, minutes=59, by=None)
