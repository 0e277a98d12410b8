"""Bookings as they stand in the database; addresses of the pages, and what is read there."""

from django.urls import reverse

from events.coaching.models import Booking


def state(one) -> str:
    return Booking.objects.get(pk=one.pk).state


def address(name, *args):
    return reverse(f"coaching:{name}", args=args)


def text(response) -> str:
    return response.content.decode()
