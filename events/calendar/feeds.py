"""What feeds carry: public events with a date, from 30 days back to a year ahead; cancelled ones for 30 days more.

The span moves at midnight in Berlin, not with the clock, so a feed is the same all day unless an entry is written.
"""

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlencode
from uuid import NAMESPACE_URL, uuid5

from django.contrib.syndication.views import Feed
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Event as Entry

from events import ical, wording
from events.calendar import personal
from events.calendar.found import worded
from events.kinds import EventStatus
from events.models import CalendarKey, Event, Registration
from events.states import RegistrationState
from home.reading import navigation
from portal.files.feeds import Atom
from portal.language.languages import current
from portal.language.mailbox import absolute
from portal.lexicon.terms import MOST_SIGNS
from portal.web import tokens

BACK, AHEAD = timedelta(days=30), timedelta(days=365)
FILTERS = {
    "format": "format__slug__in",
    "section": "section__slug__in",
    "mode": "mode__in",
    "district": "district__in",
    "language": "languages__overlap",
    "audience": "audience__overlap",
}
MOST_VALUES, LONGEST = 20, 50
ENTRIES = 50


def wanted(query) -> dict[str, list[str]]:
    """The filters that an address names, each with its values, and the words under `q`; what is too long or unknown is
    ignored.
    """
    asked = {name: {value for value in query.getlist(name) if 0 < len(value) <= LONGEST} for name in FILTERS}
    words = " ".join(query.get("q", "")[:MOST_SIGNS].split())
    return {name: sorted(values)[:MOST_VALUES] for name, values in asked.items() if values} | (
        {"q": [words]} if words else {}
    )


def events(asked: dict[str, list[str]], now=None):
    today = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    rows = Event.objects.public().between(today - BACK, today + AHEAD).filter(month_only=False)
    rows = rows.filter(~Q(status=EventStatus.CANCELLED) | Q(called_off_at__gte=today - BACK))
    return narrowed(rows, asked).order_by("starts_at", "pk")


def narrowed(rows, asked: dict[str, list[str]]):
    """Those with any of the values of each filter and with the words, like the list."""
    chosen = {FILTERS[name]: values for name, values in asked.items() if name in FILTERS}
    return worded(rows.filter(**chosen), *asked.get("q", [""]))


def as_query(asked: dict[str, list[str]]) -> str:
    return urlencode(sorted(asked.items()), doseq=True)


def uid(asked: dict[str, list[str]]) -> str:
    """The same for ever: calendars recognise the subscription by it."""
    return str(uuid5(NAMESPACE_URL, f"portal-events-{current()}-{as_query(asked)}"))


@personal.room
def registrations(user, now) -> Iterator[Entry]:
    """Seats held, from 30 days back on, and for 30 days what was cancelled."""
    mine = Registration.objects.of(user).filter(event__ends_at__gt=now - BACK, event__month_only=False)
    called_off = Q(state=RegistrationState.CANCELLED, moved_at__gte=now - BACK)
    shown = mine.filter(Q(state__in=RegistrationState.HOLDING) | called_off).order_by("event_id", "-pk")
    # Of a person who cancelled and came back, the latest word counts.
    for registration in shown.distinct("event_id").with_event():
        yield ical.personal_entry(registration)


def personal_uid(key: CalendarKey) -> str:
    return str(uuid5(NAMESPACE_URL, f"portal-my-events-{key.pk}"))


def address(key: CalendarKey) -> str:
    return absolute(reverse("events:my_feed", args=[tokens.make("calendar", key)]))


class EventsAtom(Feed):
    """Upcoming events for feed readers, in the reader's language, narrowed like the list."""

    feed_type = Atom

    def get_object(self, request):
        return wanted(request.GET)

    def title(self):
        return _("%(office)s: events") % {"office": navigation.frame().office.name}

    def link(self):
        return absolute(reverse("wagtail_serve", args=[""]))

    def feed_url(self, asked):
        query = as_query(asked)
        return absolute(reverse("events:atom")) + (f"?{query}" if query else "")

    def subtitle(self):
        return _("The next events")

    def items(self, asked):
        return narrowed(Event.objects.public().upcoming(), asked).for_rows()[:ENTRIES]

    def item_title(self, event):
        return event.page.title

    def item_description(self, event):
        return f"{wording.span(event)} – {event.page.teaser}"

    def item_link(self, event):
        return absolute(event.page.url)

    def item_guid(self, event):
        return f"urn:uuid:{event.uid}"

    def item_pubdate(self, event):
        return event.page.first_published_at

    def item_updateddate(self, event):
        return max(filter(None, [event.changed_at, event.page.last_published_at]))

    def item_categories(self, event):
        return [event.format.name]
