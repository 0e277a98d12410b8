from .event import Event, EventFormat
from .pages import EventIndexPage, EventPage
from .registration import Registration

__all__ = ["Event", "EventFormat", "EventIndexPage", "EventPage", "Registration"]
