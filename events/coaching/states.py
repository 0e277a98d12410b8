"""The states of a slot and of a booking, and the arrows between them."""

from enum import nonmember

from django.db import models
from django.utils.translation import pgettext_lazy


class SlotState(models.TextChoices):
    OPEN = "open", pgettext_lazy("state of a slot", "open")
    WITHDRAWN = "withdrawn", pgettext_lazy("state of a slot", "withdrawn")


class BookingState(models.TextChoices):
    REQUESTED = "requested", pgettext_lazy("state of a coaching booking", "requested")
    CONFIRMED = "confirmed", pgettext_lazy("state of a coaching booking", "confirmed")
    WAITING = "waiting", pgettext_lazy("state of a coaching booking", "on the waiting list")
    OFFERED = "offered", pgettext_lazy("state of a coaching booking", "offered")
    DECLINED = "declined", pgettext_lazy("state of a coaching booking", "declined")
    LAPSED = "lapsed", pgettext_lazy("state of a coaching booking", "lapsed")
    CANCELLED = "cancelled", pgettext_lazy("state of a coaching booking", "cancelled")
    DONE = "done", pgettext_lazy("state of a coaching booking", "took place")
    NO_SHOW = "no_show", pgettext_lazy("state of a coaching booking", "did not come")

    # These take a seat of the slot.
    HOLDING = nonmember(frozenset({"requested", "confirmed", "offered", "done", "no_show"}))
    # Somebody still looks forward to the meeting.
    COMING = nonmember(frozenset({"requested", "confirmed", "offered"}))
    # One email address has at most one of these per slot.
    ACTIVE = nonmember(frozenset({"requested", "confirmed", "offered", "waiting"}))
    # The meeting was held or should have been.
    OVER = nonmember(frozenset({"done", "no_show"}))

    NEXT = nonmember(
        {
            "requested": {"confirmed", "declined", "lapsed", "cancelled"},
            "confirmed": {"cancelled", "done", "no_show"},
            "waiting": {"offered", "lapsed", "cancelled"},
            "offered": {"confirmed", "requested", "lapsed", "cancelled"},
            "declined": set(),
            "lapsed": set(),
            "cancelled": set(),
            # A slip of the coach is put right.
            "done": {"no_show"},
            "no_show": {"done"},
        }
    )
