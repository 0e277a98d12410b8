"""A confirmed booking as an iCalendar file."""

from django.conf import settings
from icalendar import Event

from portal.files.calendars import BERLIN, calendar_of, plain
from portal.language.mailbox import absolute


def booking(order) -> bytes:
    """One VEVENT in Berlin time; the UID stays the same for the life of the order."""
    event = Event()
    event.add("uid", f"order-{order.pk}@{settings.PORTAL_BASE_URL.split('//')[-1].split(':')[0]}")
    event.add("dtstamp", order.decided_at or order.placed_at)
    event.add("dtstart", order.starts_at.astimezone(BERLIN))
    event.add("dtend", order.ends_at.astimezone(BERLIN))
    event.add("summary", plain(order.listing.title))
    event.add("location", plain(f"{order.listing.institution}, {order.listing.city}"))
    event.add("url", absolute(order.get_absolute_url()))
    calendar = calendar_of("PUBLISH", room="Marketplace")
    calendar.add_component(event)
    return calendar.to_ical()
