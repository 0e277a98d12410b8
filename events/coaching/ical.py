"""The calendar file of one booking, for client and coach (RFC 5545, 5546).

The UID is that of the booking and never changes; SEQUENCE grows when it is moved or cancelled.
"""

from django.utils.translation import gettext as _
from icalendar import Calendar
from icalendar import Event as Entry

from events.coaching import wording
from events.coaching.models import Booking
from events.coaching.states import BookingState
from events.ical import calendar_of, organiser
from portal.files.calendars import BERLIN, calendar_user, plain
from portal.language.mailbox import absolute, ascii_form, is_nobody


def invitation(booking: Booking) -> bytes:
    """An entry that the calendar program takes or updates."""
    return _file(booking, "REQUEST")


def withdrawal(booking: Booking) -> bytes:
    """Takes the entry out again."""
    return _file(booking, "CANCEL")


def download(booking: Booking) -> bytes:
    """The client's own file: added, not answered."""
    return _file(booking, "PUBLISH")


def personal_entry(booking: Booking) -> Entry:
    """For the feed of a person's own events: what is not yet sure is TENTATIVE."""
    entry = _entry(booking, cancelled=booking.state == BookingState.CANCELLED)
    if booking.state in (BookingState.REQUESTED, BookingState.OFFERED):
        entry.status = "TENTATIVE"
    return entry


def _file(booking: Booking, method: str) -> bytes:
    calendar: Calendar = calendar_of(method)
    calendar.add_component(_entry(booking, cancelled=method == "CANCEL"))
    return calendar.to_ical()


def _entry(booking: Booking, *, cancelled: bool) -> Entry:
    slot, entry = booking.slot, Entry()
    entry.add("uid", str(booking.uid))
    entry.add("sequence", booking.sequence)
    entry.add("dtstamp", booking.moved_at)
    entry.add("dtstart", slot.starts_at.astimezone(BERLIN))
    entry.add("dtend", slot.ends_at.astimezone(BERLIN))
    title = _("Coaching: %(topic)s, %(coach)s and %(client)s")
    names = {"topic": wording.topic(slot), "coach": slot.coach, "client": booking.startup or booking.name}
    entry.add("summary", plain(title % names))
    entry.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    entry.add("location", plain(slot.online_url if slot.is_online and slot.online_url else wording.place(slot)))
    # Not the client's own link: the file lies in the coach's calendar too.
    said = "" if slot.online_url or cancelled else wording.link(slot)
    entry.add("description", plain(f"{said}\n\n{absolute('/')}"))
    entry.add("organizer", organiser())
    for email, name in ((booking.email, booking.name), (slot.coach.email, str(slot.coach))):
        if email and not is_nobody(email):
            guest = calendar_user(ascii_form(email), name)
            guest.params |= {"partstat": "ACCEPTED", "rsvp": "FALSE", "role": "REQ-PARTICIPANT"}
            entry.add("attendee", guest)
    return entry
