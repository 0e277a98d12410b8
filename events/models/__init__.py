from .entry import CalendarEntry
from .event import Event, EventFormat
from .pages import EventIndexPage, EventPage
from .registration import Registration
from .subscription import CalendarKey

__all__ = ["CalendarEntry", "CalendarKey", "Event", "EventFormat", "EventIndexPage", "EventPage", "Registration"]
