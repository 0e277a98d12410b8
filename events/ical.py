"""iCalendar: the feed, the file of one event, invitations in letters (RFC 5545, 5546, 7986).

Clients decide by UID, SEQUENCE and DTSTAMP what is new: the UID never changes, SEQUENCE grows with every change of
date, place or status, DTSTAMP is the time of the last change, so the same event is always the same bytes.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from icalendar import Calendar, vCalAddress
from icalendar import Event as Entry

from events import meeting
from events.kinds import Mode
from events.models import Event, Registration
from events.models.readings import ADDRESS_TOLD_BEFORE
from home.reading import navigation
from portal.files.calendars import BERLIN, calendar_user, plain
from portal.files.calendars import calendar_of as shared_calendar
from portal.language.mailbox import absolute, ascii_form

REFRESH = timedelta(hours=6)
END = b"END:VCALENDAR\r\n"


def feed(entries: Iterable[str], *, name: str, uid: str, address: str) -> bytes:
    """A feed to subscribe to, around entries made before (`entry`).

    `address` is where it is fetched again, `uid` stays the same for ever.
    """
    calendar = _subscription(name, uid, address)
    # Parts that were rendered before are joined as text: making 1,000 entries takes a quarter of a second.
    head = calendar.to_ical().removesuffix(END)
    return b"".join([head, *(text.encode() for text in entries), END])


def entry(event: Event) -> str:
    """One VEVENT in the reader's language, as it stands in feeds."""
    return _entry(event).to_ical().decode()


def personal_feed(entries: Iterable[Entry], *, name: str, uid: str, address: str) -> bytes:
    """What one person takes part in."""
    calendar = _subscription(name, uid, address)
    for entry in entries:
        calendar.add_component(entry)
    return calendar.to_ical()


def personal_entry(registration: Registration) -> Entry:
    """Held seats that are not yet sure are TENTATIVE, those given up CANCELLED."""
    entry = _entry(registration.event, meeting.to_guest(registration))
    entry.DTSTAMP = max(stamp(registration.event), registration.moved_at)
    if registration.is_confirmed:
        _tell_address(entry, registration)
    if not registration.is_confirmed:
        entry.status = "TENTATIVE" if registration.is_active else "CANCELLED"
    return entry


def single(event: Event) -> bytes:
    """The file that a visitor adds to a calendar."""
    calendar = calendar_of("PUBLISH")
    calendar.add_component(_entry(event))
    return calendar.to_ical()


def invitation(registration: Registration) -> bytes:
    """For a confirmed guest: date, place, and the address of the online meeting."""
    return _personal(registration, "REQUEST", extra_sequence=0)


def personal_file(registration: Registration) -> bytes:
    """The same for the guest's own download: a file that is added, not an invitation to answer."""
    return _personal(registration, "PUBLISH", extra_sequence=0)


def withdrawal(registration: Registration) -> bytes:
    """Takes the event out of the calendar of this one guest."""
    return _personal(registration, "CANCEL", extra_sequence=0 if registration.event.is_cancelled else 1)


def stamp(event: Event) -> datetime:
    """When fact or words changed last."""
    page = event.page
    return max(filter(None, [event.changed_at, page and page.last_published_at]))


def _personal(registration: Registration, method: str, *, extra_sequence: int) -> bytes:
    event = registration.event
    calendar = calendar_of(method)
    entry = _entry(event, meeting.to_guest(registration))
    entry.DTSTAMP = max(stamp(event), registration.moved_at)
    # Whoever cancels (one more) and comes back needs a number above that of the cancellation.
    earlier = event.registrations.of_person(registration.person_key).filter(pk__lt=registration.pk).count()
    entry.sequence = event.sequence + 2 * earlier + extra_sequence
    entry.add("organizer", organiser())
    if registration.has_mailbox:
        guest = calendar_user(ascii_form(registration.email), registration.name)
        guest.params |= {"partstat": "ACCEPTED", "rsvp": "FALSE", "role": "REQ-PARTICIPANT"}
        entry.add("attendee", guest)
    if method == "CANCEL":
        entry.status = "CANCELLED"
    else:
        _tell_address(entry, registration)
    calendar.add_component(entry)
    return calendar.to_ical()


def _tell_address(entry: Entry, registration: Registration) -> None:
    event = registration.event
    if not event.tells_online_address():
        return
    # The address of the meeting is news under the same SEQUENCE: only a later stamp makes calendars take it.
    entry.DTSTAMP = max(entry.DTSTAMP, event.starts_at - ADDRESS_TOLD_BEFORE)
    entry.add("conference", event.online_url, parameters={"VALUE": "URI", "FEATURE": "VIDEO"})
    entry.description = f"{entry.description or ''}\n\n{event.online_url}".strip()


def calendar_of(method: str) -> Calendar:
    """An empty calendar of this room."""
    return shared_calendar(method, room="Events")


def _subscription(name: str, uid: str, address: str) -> Calendar:
    calendar = calendar_of("PUBLISH")
    calendar.add("uid", uid)
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    # icalendar would leave VALUE out, which RFC 7986 demands for both.
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("source", address, parameters={"VALUE": "URI"})
    calendar.add("x-published-ttl", "PT6H")
    return calendar


def _entry(event: Event, link: str = "") -> Entry:
    """`link` says when one guest gets the address of the meeting; else it is said as everybody may read it."""
    page = event.page
    entry = Entry()
    entry.add("uid", str(event.uid))
    entry.add("sequence", event.sequence)
    entry.add("dtstamp", stamp(event))
    entry.add("last-modified", stamp(event))
    entry.add("dtstart", event.starts_at.astimezone(BERLIN))
    entry.add("dtend", event.ends_at.astimezone(BERLIN))
    entry.add("summary", plain(page.title if page else event.name))
    entry.add("status", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    entry.add("categories", [plain(event.format.name)])
    if place := _place(event):
        entry.add("location", plain(place))
    if page:
        entry.add("url", absolute(page.url))
    said = [page and page.teaser, link or meeting.to_everybody(event), page and absolute(page.url)]
    if description := "\n\n".join(filter(None, said)):
        entry.add("description", plain(description))
    return entry


def _place(event: Event) -> str:
    if event.mode == Mode.ONLINE:
        return pgettext("mode of an event", "Online")
    return ", ".join(filter(None, [event.address, _("or online") if event.mode == Mode.HYBRID else ""]))


def organiser() -> vCalAddress:
    return calendar_user(ascii_form(navigation.frame().office.mailbox), settings.PORTAL_NAME)
