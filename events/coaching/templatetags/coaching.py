"""Blocks of coaching for pages of other rooms: `{% load coaching %}{% my_coaching request.user %}`."""

from django import template

from events.coaching import rows
from events.coaching.models import Account, Booking, Coach
from events.coaching.states import BookingState

register = template.Library()


@register.inclusion_tag("coaching/parts/my_coaching.html")
def my_coaching(user, number=3):
    """What a person has booked; for a coach the way to the week, with the number of requests to answer."""
    coming = Booking.objects.of(user).active().for_rows().order_by("slot__starts_at")[: int(number)]
    requests = Booking.objects.with_coach(user).filter(state=BookingState.REQUESTED)
    return {
        "rows": [rows.my_row(booking) for booking in coming],
        "is_coach": Coach.objects.filter(user=user).exists(),
        "requests": requests.count(),
        "has_hours": Account.objects.of(user).exists(),
    }
