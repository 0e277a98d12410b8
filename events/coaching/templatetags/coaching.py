"""Blocks of coaching for pages of other rooms: `{% load coaching %}{% my_coaching request.user %}`."""

from django import template
from django.contrib.auth import get_user_model
from django.db.models import Count, Exists, Subquery
from django.utils import timezone

from events.coaching import rows
from events.coaching.models import Account, Booking, Coach
from events.coaching.states import BookingState

register = template.Library()


@register.inclusion_tag("coaching/parts/my_coaching.html")
def my_coaching(user, number=3):
    """What a person has booked; for a coach the way to the week, with the number of requests to answer."""
    coming = Booking.objects.of(user).active().filter(slot__ends_at__gt=timezone.now())
    first = coming.for_rows().order_by("slot__starts_at")[: int(number)]
    return {"rows": [rows.my_row(booking) for booking in first], **_part_in_coaching(user)}


def _part_in_coaching(user) -> dict:
    """Three facts by one question: the desk has many parts, and each costs."""
    to_answer = Booking.objects.with_coach(user).order_by().filter(state=BookingState.REQUESTED)
    to_answer = to_answer.filter(slot__starts_at__gt=timezone.now())
    facts = get_user_model().objects.filter(pk=user.pk)
    facts = facts.annotate(
        is_coach=Exists(Coach.objects.filter(user=user)),
        has_hours=Exists(Account.objects.of(user)),
        requests=Subquery(to_answer.values("state").annotate(number=Count("pk")).values("number")),
    )
    return facts.values("is_coach", "has_hours", "requests").get()
