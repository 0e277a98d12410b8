"""What the office's own letter texts may name about a registration."""

from django.utils.translation import gettext_lazy as _

from events import wording as event_wording
from events.models import Registration
from portal.letters import wording


@wording.placeholders(
    Registration,
    event=_("title of the event"),
    date=_("date of the event"),
    place=_("place of the event"),
    seats=_("number of seats"),
)
def names(registration: Registration) -> dict:
    event = registration.event
    return {
        "event": event.title,
        "date": event_wording.span(event),
        "place": event.address,
        "seats": registration.seats,
    }
