"""What feeds carry: public events with a date, from 30 days back to a year ahead; cancelled ones for 30 days more."""

from datetime import timedelta
from urllib.parse import urlencode
from uuid import NAMESPACE_URL, uuid5

from django.contrib.syndication.views import Feed
from django.db.models import Count, Max, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from events import wording
from events.kinds import EventStatus
from events.models import CalendarKey, Event, Registration
from events.states import RegistrationState
from home import navigation
from portal import tokens
from portal.addresses import absolute
from portal.feeds import Atom
from portal.languages import current

BACK, AHEAD = timedelta(days=30), timedelta(days=365)
FILTERS = {
    "format": "format__slug",
    "section": "section__slug",
    "mode": "mode",
    "district": "district",
    "language": "languages__contains",
    "audience": "audience__contains",
}
SEVERAL = ("language", "audience")
ENTRIES = 50


def wanted(query) -> dict[str, str]:
    """The filters that an address names; long or unknown ones are ignored."""
    return {name: query[name] for name in FILTERS if 0 < len(query.get(name, "")) <= 50}


def events(asked: dict[str, str], now=None):
    now = now or timezone.now()
    rows = Event.objects.public().between(now - BACK, now + AHEAD).filter(month_only=False)
    rows = rows.filter(~Q(status=EventStatus.CANCELLED) | Q(called_off_at__gte=now - BACK))
    return narrowed(rows, asked).order_by("starts_at", "pk")


def narrowed(rows, asked: dict[str, str]):
    return rows.filter(**{FILTERS[name]: [value] if name in SEVERAL else value for name, value in asked.items()})


def last_change(rows):
    """When fact or words of any event changed last, and how many there are: one query."""
    told = rows.order_by().aggregate(
        fact=Max("changed_at"), words=Max("pages__last_published_at"), n=Count("pk", distinct=True)
    )
    moments = [moment for moment in (told["fact"], told["words"]) if moment]
    return (max(moments) if moments else None), told["n"]


def as_query(asked: dict[str, str]) -> str:
    return urlencode(sorted(asked.items()))


def uid(asked: dict[str, str]) -> str:
    """The same for ever: calendars recognise the subscription by it."""
    return str(uuid5(NAMESPACE_URL, f"portal-events-{current()}-{as_query(asked)}"))


def registrations(user, now=None):
    """What a person's own calendar shows: seats held, from 30 days back on, and for 30 days what was cancelled."""
    now = now or timezone.now()
    mine = Registration.objects.of(user).filter(event__ends_at__gt=now - BACK, event__month_only=False)
    called_off = Q(state=RegistrationState.CANCELLED, moved_at__gte=now - BACK)
    shown = mine.filter(Q(state__in=RegistrationState.HOLDING) | called_off).order_by("event_id", "-pk")
    # Of a person who cancelled and came back, the latest word counts.
    return shown.distinct("event_id").with_event()


def personal_uid(key: CalendarKey) -> str:
    return str(uuid5(NAMESPACE_URL, f"portal-my-events-{key.pk}"))


def address(key: CalendarKey) -> str:
    return absolute(reverse("events:my_feed", args=[tokens.make("calendar", key)]))


class EventsAtom(Feed):
    """Upcoming events for feed readers, in the reader's language."""

    feed_type = Atom

    def title(self):
        return _("%(office)s: events") % {"office": navigation.frame().office.name}

    def link(self):
        return absolute(reverse("wagtail_serve", args=[""]))

    def feed_url(self):
        return absolute(reverse("events:atom"))

    def subtitle(self):
        return _("The next events")

    def items(self):
        return Event.objects.public().upcoming().for_rows()[:ENTRIES]

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
