"""Blocks of events for pages of other rooms: `{% load events %}{% upcoming_events 3 %}`."""

from django import template

from events.calendar import event_page
from events.calendar.rows import my_row, row
from events.models import Event, Registration

register = template.Library()
ROWS = "events/parts/rows.html"


def _rows(events) -> dict:
    return {"rows": [row(event) for event in events.for_rows()]}


@register.inclusion_tag(ROWS)
def upcoming_events(number=3):
    """The next public events that a guest can still come to."""
    return _rows(Event.objects.public().attendable()[: int(number)])


@register.inclusion_tag(ROWS)
def section_events(section, number=3):
    """The next meetings of a section; empty when there is none."""
    return _rows(Event.objects.public().upcoming().filter(section=section)[: int(number)])


@register.inclusion_tag(ROWS)
def project_events(project, number=6):
    """The next events that a project pays for."""
    return _rows(Event.objects.public().upcoming().filter(project=project)[: int(number)])


@register.inclusion_tag(ROWS)
def institution_events(institution, number=6):
    """The next events that an institution hosts."""
    return _rows(Event.objects.public().upcoming().filter(hosts=institution)[: int(number)])


@register.inclusion_tag("events/parts/seats.html")
def seats(event):
    """How many seats are taken, as a bar and in words."""
    return {"meter": event_page.meter(event)}


@register.inclusion_tag("events/parts/my_registrations.html")
def my_registrations(user, number=5):
    """What a person has registered for and can still attend."""
    coming = Registration.objects.of(user).active().upcoming().with_event()
    return {"rows": [my_row(one) for one in coming[: int(number)]]}
