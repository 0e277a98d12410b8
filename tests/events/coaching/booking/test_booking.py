"""The verbs of booking: seats, waiting list, links, states."""

from datetime import timedelta
from uuid import uuid4

import pytest

from events.coaching.booking import seating
from events.coaching.booking import verbs as booking
from events.coaching.diary import verbs as publishing
from events.coaching.models import Booking, BusyTime
from events.coaching.record import follow_up, hours
from events.coaching.refusals import (
    AlreadyBooked,
    HasBegun,
    LessThanTaken,
    NotPossible,
    SlotGone,
    SlotTaken,
    TooEarly,
    TooLate,
)
from events.coaching.states import BookingState
from portal.refusals import Refusal, SubmittedBefore
from tests.events.coaching.making import NOW, TUESDAY, book, make_coach, make_slot
from tests.events.coaching.reading import state

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nothing_contradicts")]


def test_booking_a_free_slot_confirms_at_once_and_takes_the_seat(slot):
    made = book(slot)
    slot.refresh_from_db()
    assert (made.state, slot.seats_taken) == ("confirmed", 1)


def test_coach_who_confirms_gets_a_request_that_holds_the_seat(coach):
    slot = make_slot(coach, needs_confirmation=True)
    made = book(slot)
    assert made.state == "requested"
    booking.confirm(made, by=coach.user, now=NOW)
    assert state(made) == "confirmed"


def test_second_client_waits_and_is_offered_the_seat_for_24_hours(slot):
    first, second, third = book(slot), book(slot), book(slot)
    assert (second.state, third.state) == ("waiting", "waiting")
    booking.cancel(first, now=NOW)
    second.refresh_from_db()
    assert (second.state, second.offer_until) == ("offered", NOW + timedelta(hours=24))
    booking.accept(second, now=NOW + timedelta(hours=1))
    assert (state(second), state(third)) == ("confirmed", "waiting")


def test_offer_not_taken_up_goes_to_the_next(slot):
    first, second, third = book(slot), book(slot), book(slot)
    booking.cancel(first, now=NOW)
    booking.lapse(slot, now=NOW + timedelta(hours=25))
    assert (state(second), state(third)) == ("lapsed", "offered")


def test_accepting_after_the_deadline_is_too_late_even_before_the_clock_ran(slot):
    first, second = book(slot), book(slot)
    booking.cancel(first, now=NOW)
    with pytest.raises(NotPossible):
        booking.accept(second, now=NOW + timedelta(hours=24))


def test_offer_over_the_end_of_summer_time_lasts_24_real_hours(coach):
    now = NOW.replace(month=10, day=24, hour=10)
    slot = make_slot(coach, now=now)
    first, second = book(slot, now=now), book(slot, now=now)
    booking.cancel(first, now=now)
    second.refresh_from_db()
    assert second.offer_until - now == timedelta(hours=24)


def test_group_slot_has_as_many_seats_as_it_says(coach):
    slot = make_slot(coach, seats=3)
    assert [book(slot).state for _ in range(4)] == ["confirmed"] * 3 + ["waiting"]


def test_more_seats_serve_the_waiting_list_at_once(slot):
    book(slot)
    second = book(slot)
    publishing.resize(slot, seats=2, now=NOW)
    assert state(second) == "offered"
    with pytest.raises(LessThanTaken):
        publishing.resize(slot, seats=1, now=NOW)


def test_same_address_in_other_letters_is_one_client(slot):
    book(slot, "Ada@Example.org")
    with pytest.raises(AlreadyBooked):
        book(slot, "ada@example.org")


def test_pressing_twice_makes_one_booking(slot):
    form = uuid4()
    assert book(slot, "a@example.org", submission=form) == book(slot, "a@example.org", submission=form)
    with pytest.raises(SubmittedBefore):
        book(slot, "b@example.org", submission=form)


def test_lead_time_and_horizon_bound_what_may_be_booked(coach):
    slot = make_slot(coach, lead_hours=48, horizon_days=7)
    with pytest.raises(TooEarly):
        book(slot, now=slot.starts_at - timedelta(days=7, seconds=1))
    with pytest.raises(TooLate):
        book(slot, now=slot.starts_at - timedelta(hours=48))
    assert book(slot, now=slot.starts_at - timedelta(days=7)).state == "confirmed"


def test_slot_on_a_busy_time_of_the_coach_is_gone(slot):
    BusyTime.objects.create(coach=slot.coach, starts_at=slot.starts_at, ends_at=slot.ends_at)
    with pytest.raises(SlotGone):
        book(slot)


def test_cancelling_twice_is_quiet_and_gives_the_seat_back_once(slot):
    one = book(slot)
    booking.cancel(one, now=NOW)
    assert booking.cancel(one, now=NOW).state == "cancelled"
    slot.refresh_from_db()
    assert slot.seats_taken == 0


def test_nobody_cancels_what_has_begun(slot):
    one = book(slot)
    with pytest.raises(HasBegun):
        booking.cancel(one, now=slot.starts_at)


def test_reschedule_keeps_the_booking_and_moves_the_seat(slot):
    other = make_slot(slot.coach, first=TUESDAY + timedelta(days=1))
    one, waits = book(slot), book(slot)
    moved = booking.reschedule(one, to=other, now=NOW)
    slot.refresh_from_db()
    other.refresh_from_db()
    assert (moved.pk, moved.slot, moved.sequence) == (one.pk, other, 1)
    assert (slot.seats_taken, other.seats_taken, state(waits)) == (1, 1, "offered")


def test_form_sent_again_after_a_move_books_anew_and_may_move_too(slot):
    other, form = make_slot(slot.coach, first=TUESDAY + timedelta(days=1)), uuid4()
    moved = booking.reschedule(book(slot, "a@example.org", submission=form), to=other, now=NOW)
    booking.cancel(moved, now=NOW)
    again = booking.reschedule(book(slot, "a@example.org", submission=form), to=other, now=NOW)
    assert (again.slot, again.state) == (other, "confirmed")


def test_cancelling_what_has_been_moved_before_the_lock_is_refused(slot, monkeypatch):
    one, other = book(slot), make_slot(slot.coach, first=TUESDAY + timedelta(days=1))
    locked = seating.locked

    def locked_after_a_move(*keys, **wanted):
        Booking.objects.filter(pk=one.pk).update(slot=other)
        return locked(*keys, **wanted)

    monkeypatch.setattr(seating, "locked", locked_after_a_move)
    with pytest.raises(NotPossible):
        booking.cancel(one, now=NOW)
    Booking.objects.filter(pk=one.pk).update(slot=slot)


def test_renewed_link_ends_the_old_one_and_survives_a_move(slot):
    one = book(slot)
    old = one.get_absolute_url()
    new = booking.renew_link(one, by=slot.coach.user).get_absolute_url()
    assert new != old
    moved = booking.reschedule(one, to=make_slot(slot.coach, first=TUESDAY + timedelta(days=1)), now=NOW)
    assert moved.get_absolute_url() == new


def test_reschedule_to_a_full_slot_changes_nothing(slot):
    other = make_slot(slot.coach, first=TUESDAY + timedelta(days=1))
    book(other)
    one = book(slot)
    with pytest.raises(SlotTaken):
        booking.reschedule(one, to=other, now=NOW)
    assert Booking.objects.get(pk=one.pk).slot == slot


def test_withdrawing_a_slot_cancels_what_was_booked_there(slot):
    one, waits = book(slot), book(slot)
    publishing.withdraw(slot, by=slot.coach.user, reason="krank", now=NOW)
    assert (state(one), state(waits)) == ("cancelled", "cancelled")
    with pytest.raises(SlotGone):
        book(slot)


def test_follow_up_asks_once_after_90_days_and_takes_the_answer(slot):
    one = book(slot)
    hours.record_hours(one, minutes=60, by=None, now=slot.ends_at)
    assert follow_up.ask(now=slot.ends_at + timedelta(days=89)) == 0
    due = slot.ends_at + timedelta(days=90)
    assert (follow_up.ask(now=due), follow_up.ask(now=due)) == (1, 0)
    follow_up.answer(one, reached="partly", note="fast", now=due)
    one.refresh_from_db()
    assert (one.reached, one.answered_at) == ("partly", due)


def test_reminder_goes_once_in_the_last_24_hours(slot):
    book(slot)
    assert follow_up.remind(now=slot.starts_at - timedelta(hours=25)) == 0
    assert follow_up.remind(now=slot.starts_at - timedelta(hours=24)) == 1
    assert follow_up.remind(now=slot.starts_at - timedelta(hours=23)) == 0


VERBS = {
    "confirm": (lambda b, at: booking.confirm(b, by=None, now=at), {"requested"}),
    "decline": (lambda b, at: booking.decline(b, by=None, now=at), {"requested"}),
    "accept": (lambda b, at: booking.accept(b, now=at), {"offered"}),
    "cancel": (lambda b, at: booking.cancel(b, now=at), BookingState.ACTIVE | {"cancelled"}),
    "record": (
        lambda b, at: hours.record_hours(b, minutes=1, by=None, now=b.slot.ends_at),
        {"confirmed", "done", "no_show"},
    ),
    "absence": (lambda b, at: hours.record_absence(b, by=None, now=b.slot.ends_at), {"confirmed", "done"}),
}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("at", BookingState.values)
def test_every_verb_works_from_the_states_that_the_table_draws_and_from_no_other(verb, at):
    slot = make_slot(make_coach(), seats=2)
    one = book(slot)
    held = at in BookingState.HOLDING
    until = NOW + timedelta(hours=1) if at == "offered" else None
    Booking.objects.filter(pk=one.pk).update(state=at, minutes=60 if held else 0, offer_until=until)
    slot.seats_taken = int(held)
    slot.seats = 1 if at == "waiting" else 2
    if at == "waiting":
        blocker = make_slot(slot.coach, first=TUESDAY + timedelta(days=7))
        other = book(blocker)
        Booking.objects.filter(pk=other.pk).update(slot=slot)
        blocker.seats_taken, slot.seats_taken = 0, 1
        blocker.save()
    slot.save()
    one.refresh_from_db()
    act, allowed = VERBS[verb]
    try:
        act(one, NOW)
        worked = True
    except Refusal:
        worked = False
    assert worked == (at in allowed)
