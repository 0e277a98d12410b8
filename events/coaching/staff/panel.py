"""Coaching that waits for an answer, among the numbers of the admin's first page."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks

from events.coaching.models import Booking
from events.coaching.states import BookingState
from portal.look.desk import Row, waiting
from portal.rights import Right


@hooks.register("own_work")
def requested_hours(user) -> list[Row]:
    if not Right.DECIDE_COACHING.held_by(user):
        return []
    number = Booking.objects.filter(state=BookingState.REQUESTED).count()
    address = reverse("wagtailsnippets_coaching_booking:list")
    return waiting(_("Requests for coaching"), number, f"{address}?state={BookingState.REQUESTED}")
