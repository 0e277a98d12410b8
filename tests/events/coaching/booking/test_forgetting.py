"""A year after the meeting nobody is named any more; the evidence stays."""

import pytest

from events.coaching import invariants
from events.coaching.booking import retention
from events.coaching.booking import verbs as booking
from events.coaching.booking.forms import BookingForm
from events.coaching.models import Account, Booking
from events.coaching.record import hours, notes
from tests.events.coaching.making import book, make_slot, timedelta

pytestmark = pytest.mark.django_db


def test_name_and_notes_go_after_a_year_and_the_hours_stay(coach, programme):
    one = book(make_slot(coach, programme=programme))
    notes.write_note(one, author="client", text="Streng geheim")
    hours.record_hours(one, minutes=45, by=coach.user, now=one.slot.ends_at)
    due = one.slot.ends_at + timedelta(days=365)
    assert retention.forget_past(due - timedelta(seconds=1)) == []
    assert (len(retention.forget_past(due)), retention.forget_past(due)) == (1, [])
    kept = Booking.objects.get()
    assert (kept.is_erased, kept.about, kept.state, kept.minutes) == (True, "", "done", 45)
    assert (kept.startup, kept.notes.count(), Account.objects.get().minutes_taken) == ("Zellschmiede", 0, 45)
    assert invariants.check() == []


def test_erasing_somebody_after_the_meeting_gives_no_hours_back(programme, coach):
    """Though the coach has not said yet how it went: the aid was given."""
    one = book(make_slot(coach, programme=programme))
    taken = Account.objects.get().minutes_taken
    gone = booking.forget(one, now=one.slot.ends_at)
    assert (gone.state, gone.name) == ("confirmed", "–")
    assert Account.objects.get().minutes_taken == taken > 0


def test_the_form_says_how_long_names_are_kept():
    assert "Wir löschen sie 365 Tage nach dem Gespräch." in str(BookingForm().fields["consent"].help_text)
