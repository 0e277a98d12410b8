from .booking import Booking, Panel
from .coach import BusyTime, Coach, Topic
from .note import Note
from .programme import Account, Programme
from .slot import Slot

__all__ = ["Account", "Booking", "BusyTime", "Coach", "Note", "Panel", "Programme", "Slot", "Topic"]
