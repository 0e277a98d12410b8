"""Coaching in a person's own calendar: what was booked, and for coaches what is booked with them."""

from collections.abc import Iterator

from django.db.models import Q
from icalendar import Event as Entry

from events.calendar import personal
from events.calendar.feeds import BACK
from events.coaching import ical
from events.coaching.models import Booking
from events.coaching.states import BookingState


@personal.room
def bookings(user, now) -> Iterator[Entry]:
    """Seats held, from 30 days back on, and for 30 days what was cancelled."""
    mine = Booking.objects.filter(Q(user=user) | Q(slot__coach__user=user), slot__ends_at__gt=now - BACK)
    cancelled = Q(state=BookingState.CANCELLED, moved_at__gte=now - BACK)
    shown = mine.filter(Q(state__in=BookingState.HOLDING) | cancelled)
    for booking in shown.order_by("slot__starts_at", "pk").for_rows():
        yield ical.personal_entry(booking)
