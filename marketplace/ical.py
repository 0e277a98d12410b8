"""An agreed time as an iCalendar file, for either side (RFC 5545, 5546): what is new goes by UID and SEQUENCE."""

from django.conf import settings
from icalendar import Event
from wagtail.models import ModelLogEntry

from home.models import Office
from marketplace.states import OrderState
from portal.files.calendars import BERLIN, calendar_of, calendar_user, plain
from portal.language.mailbox import absolute, ascii_form


def invitation(order, *, to: str, name: str) -> bytes:
    """For the calendar of one reader, who has the mailbox `to`; sent again it takes the place of the one before."""
    return _file(order, "REQUEST", to, name)


def withdrawal(order, *, to: str, name: str) -> bytes:
    """Takes the time out of the calendar of this reader."""
    return _file(order, "CANCEL", to, name)


def was_agreed(order) -> bool:
    """Whether it stands in calendars: only what is agreed does, and only with an end."""
    agreed = f"marketplace.order.{OrderState.ACCEPTED}"
    return bool(order.ends_at) and ModelLogEntry.objects.for_instance(order).filter(action=agreed).exists()


def _file(order, method: str, to: str, name: str) -> bytes:
    event = Event()
    event.add("uid", f"order-{order.pk}@{settings.PORTAL_BASE_URL.split('//')[-1].split(':')[0]}")
    # Every deed and everything told since is a line of the log, so each file is newer than the one before.
    event.add("sequence", ModelLogEntry.objects.for_instance(order).count())
    event.add("dtstamp", order.decided_at or order.placed_at)
    event.add("dtstart", order.starts_at.astimezone(BERLIN))
    event.add("dtend", order.ends_at.astimezone(BERLIN))
    event.add("summary", plain(order.listing.title))
    event.add("location", plain(", ".join(filter(None, [str(order.listing.institution), order.listing.where]))))
    event.add("url", absolute(order.get_absolute_url()))
    event.add("status", "CANCELLED" if method == "CANCEL" else "CONFIRMED")
    event.add("organizer", calendar_user(ascii_form(Office.here().mailbox), settings.PORTAL_NAME))
    guest = calendar_user(ascii_form(to), name)
    guest.params |= {"partstat": "ACCEPTED", "rsvp": "FALSE", "role": "REQ-PARTICIPANT"}
    event.add("attendee", guest)
    calendar = calendar_of(method, room="Marketplace")
    calendar.add_component(event)
    return calendar.to_ical()
