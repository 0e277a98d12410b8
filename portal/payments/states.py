"""The states of a payment and the arrows between them."""

from enum import nonmember

from django.db import models
from django.utils.translation import gettext_lazy as _


class PaymentState(models.TextChoices):
    OPEN = "open", _("open")
    PAID = "paid", _("paid")
    REFUND_DUE = "refund_due", _("refund due")
    REFUNDED = "refunded", _("refunded")
    CANCELLED = "cancelled", _("cancelled")

    NEXT = nonmember(
        {
            "open": {"paid", "cancelled"},
            "paid": {"refund_due"},
            "refund_due": {"refunded"},
            "refunded": set(),
            # Late money: paid although the deed was cancelled meanwhile, so it goes back.
            "cancelled": {"refund_due"},
        }
    )
