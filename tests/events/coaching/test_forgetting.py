"""A year after the meeting nobody is named any more; the evidence stays."""

import pytest

from events.coaching import forgetting, hours, invariants, notes
from events.coaching.models import Account, Booking
from tests.events.coaching.making import book, make_slot, timedelta

pytestmark = pytest.mark.django_db


def test_name_and_notes_go_after_a_year_and_the_hours_stay(coach, programme):
    one = book(make_slot(coach, programme=programme))
    notes.write_note(one, author="client", text="Streng geheim")
    hours.record_hours(one, minutes=45, by=coach.user, now=one.slot.ends_at)
    due = one.slot.ends_at + timedelta(days=365)
    assert forgetting.forget_past(due - timedelta(seconds=1)) == []
    assert (len(forgetting.forget_past(due)), forgetting.forget_past(due)) == (1, [])
    kept = Booking.objects.get()
    assert (kept.is_erased, kept.about, kept.state, kept.minutes) == (True, "", "done", 45)
    assert (kept.startup, kept.notes.count(), Account.objects.get().minutes_taken) == ("Zellschmiede", 0, 45)
    assert invariants.check() == []
