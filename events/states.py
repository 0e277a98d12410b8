"""The states of a registration and the arrows between them."""

from enum import nonmember

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class RegistrationState(models.TextChoices):
    REQUESTED = "requested", pgettext_lazy("state of a registration", "requested")
    RETURNED = "returned", pgettext_lazy("state of a registration", "sent back for changes")
    WAITING = "waiting", _("on the waiting list")
    OFFERED = "offered", pgettext_lazy("state of a registration", "seat offered")
    AWAITING_PAYMENT = "awaiting_payment", _("awaiting payment")
    CONFIRMED = "confirmed", pgettext_lazy("state of a registration", "confirmed")
    LAPSED = "lapsed", pgettext_lazy("state of a registration", "lapsed")
    REJECTED = "rejected", pgettext_lazy("state of a registration", "rejected")
    CANCELLED = "cancelled", pgettext_lazy("state of a registration", "cancelled")

    # These take seats away from others.
    HOLDING = nonmember(frozenset({"confirmed", "awaiting_payment", "offered"}))
    # One email address has at most one of these per event.
    ACTIVE = nonmember(frozenset({"confirmed", "awaiting_payment", "offered", "waiting", "requested", "returned"}))

    NEXT = nonmember(
        {
            "requested": {"confirmed", "awaiting_payment", "waiting", "returned", "rejected", "cancelled"},
            "returned": {"requested", "cancelled"},
            "waiting": {"offered", "confirmed", "awaiting_payment", "cancelled"},
            "offered": {"confirmed", "awaiting_payment", "lapsed", "cancelled"},
            "awaiting_payment": {"confirmed", "lapsed", "cancelled"},
            # Back to awaiting payment: the fee was entered by mistake.
            "confirmed": {"awaiting_payment", "cancelled"},
            # Late money: confirmed if still free, else the money goes back.
            "lapsed": {"confirmed"},
            "rejected": set(),
            "cancelled": set(),
        }
    )
