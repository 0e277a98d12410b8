"""Who writes what about coaching, to both sides. No letter holds a confidential note."""

from events.coaching.letters.clients import (
    FIRST,
    cancelled,
    confirmed,
    declined,
    follow_up,
    hours_used_up,
    lapsed,
    left_list,
    new_link,
    offered,
    reminder,
    requested,
    rescheduled,
    waiting_listed,
)
from events.coaching.letters.coaches import (
    coach_cancelled,
    coach_erased,
    coach_lapsed,
    coach_notice,
    coach_reminder,
    coach_rescheduled,
)

__all__ = [
    "FIRST",
    "cancelled",
    "coach_cancelled",
    "coach_erased",
    "coach_lapsed",
    "coach_notice",
    "coach_reminder",
    "coach_rescheduled",
    "confirmed",
    "declined",
    "follow_up",
    "hours_used_up",
    "lapsed",
    "left_list",
    "new_link",
    "offered",
    "reminder",
    "requested",
    "rescheduled",
    "waiting_listed",
]
