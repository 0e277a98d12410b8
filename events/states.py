"""The states of a registration and the arrows between them."""

from enum import nonmember

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class RegistrationState(models.TextChoices):
    WAITING = "waiting", _("on the waiting list")
    AWAITING_PAYMENT = "awaiting_payment", _("awaiting payment")
    CONFIRMED = "confirmed", pgettext_lazy("state of a registration", "confirmed")
    LAPSED = "lapsed", pgettext_lazy("state of a registration", "lapsed")
    CANCELLED = "cancelled", pgettext_lazy("state of a registration", "cancelled")

    # These take seats away from others.
    HOLDING = nonmember(frozenset({"confirmed", "awaiting_payment"}))
    # One e-mail address has at most one of these per event.
    ACTIVE = nonmember(frozenset({"confirmed", "awaiting_payment", "waiting"}))

    NEXT = nonmember(
        {
            "waiting": {"confirmed", "awaiting_payment", "cancelled"},
            "awaiting_payment": {"confirmed", "lapsed", "cancelled"},
            "confirmed": {"cancelled"},
            # Late money: confirmed if still free, else the money goes back.
            "lapsed": {"confirmed"},
            "cancelled": set(),
        }
    )
