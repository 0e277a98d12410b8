"""Verbs of the clock: reminders before, the question after 90 days; and the client's answer."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from events.coaching import letters
from events.coaching.models import Booking
from events.coaching.refusals import NotPossible
from events.coaching.states import BookingState
from portal.audit import log
from portal.letters import outbox

REMIND_BEFORE = timedelta(hours=24)
ASK_AFTER = timedelta(days=90)
# Whoever was forgotten for longer is not asked any more.
ASK_UNTIL = timedelta(days=180)


@transaction.atomic
def remind(*, now=None) -> int:
    """Write to both sides a day before, once; gives the number of meetings."""
    now = now or timezone.now()
    soon = Booking.objects.filter(state=BookingState.CONFIRMED, reminded_at__isnull=True)
    soon = soon.filter(slot__starts_at__gt=now, slot__starts_at__lte=now + REMIND_BEFORE)
    # Whoever booked within the last day has just had a letter.
    soon = soon.filter(created_at__lt=now - timedelta(hours=12))
    rows = list(soon.select_for_update(of=("self",), skip_locked=True).order_by("pk"))
    for booking in rows:
        booking.reminded_at = now
        booking.save(update_fields=["reminded_at"])
        outbox.post(letters.reminder, booking)
        outbox.post(letters.coach_reminder, booking, reader=booking.slot.coach.user)
    return len(rows)


@transaction.atomic
def ask(*, now=None) -> int:
    """Ask what became of the goal, 90 days after the meeting, once."""
    now = now or timezone.now()
    due = Booking.objects.filter(state=BookingState.DONE, asked_at__isnull=True)
    due = due.filter(slot__ends_at__lte=now - ASK_AFTER, slot__ends_at__gt=now - ASK_UNTIL)
    rows = list(due.select_for_update(of=("self",), skip_locked=True).order_by("pk"))
    for booking in rows:
        booking.asked_at = now
        booking.save(update_fields=["asked_at"])
        outbox.post(letters.follow_up, booking)
    return len(rows)


@transaction.atomic
def answer(booking: Booking, *, reached: str, note: str = "", now=None) -> Booking:
    """The client tells whether the goal was reached; a later answer replaces the earlier one."""
    booking = Booking.objects.select_for_update(of=("self",)).get(pk=booking.pk)
    if booking.state != BookingState.DONE:
        raise NotPossible
    booking.reached, booking.reached_note, booking.answered_at = reached, note, now or timezone.now()
    booking.save(update_fields=["reached", "reached_note", "answered_at"])
    log(booking, "coaching.answer", timestamp=booking.answered_at)
    return booking
