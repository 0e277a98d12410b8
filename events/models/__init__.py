from .attendance import Attendance
from .circular import Circular, CircularCopy, CircularFile, CircularTrial
from .entry import CalendarEntry
from .event import Event
from .format import EventFormat
from .host import EventHost
from .party import Guest, SessionSeat
from .questions import Answer, Question
from .registration import Registration
from .subscription import CalendarKey
from .tickets import SubSession, TicketType, Voucher

__all__ = [
    "Answer",
    "Attendance",
    "CalendarEntry",
    "CalendarKey",
    "Circular",
    "CircularCopy",
    "CircularFile",
    "CircularTrial",
    "Event",
    "EventFormat",
    "EventHost",
    "Guest",
    "Question",
    "Registration",
    "SessionSeat",
    "SubSession",
    "TicketType",
    "Voucher",
]
