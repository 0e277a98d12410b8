"""A confirmed booking as an iCalendar file."""

from django.conf import settings
from django.utils import timezone
from icalendar import Calendar, Event

from portal.language.mailbox import absolute


def booking(order) -> bytes:
    """One VEVENT in Berlin time with a short VTIMEZONE; the UID stays the same for the life of the order."""
    event = Event()
    event.add("uid", f"order-{order.pk}@{settings.PORTAL_BASE_URL.split('//')[-1].split(':')[0]}")
    event.add("dtstamp", order.decided_at or order.placed_at)
    event.add("dtstart", timezone.localtime(order.starts_at))
    event.add("dtend", timezone.localtime(order.ends_at))
    event.add("summary", order.listing.title)
    event.add("location", f"{order.listing.institution}, {order.listing.city}")
    event.add("url", absolute(order.get_absolute_url()))
    calendar = Calendar()
    calendar.add("prodid", f"-//{settings.PORTAL_NAME}//marketplace//")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    calendar.add_missing_timezones(first_date=order.starts_at.date(), last_date=order.ends_at.date())
    return calendar.to_ical()
