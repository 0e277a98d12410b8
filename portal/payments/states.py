"""The states of a payment and the arrows between them."""

from enum import nonmember

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PaymentState(models.TextChoices):
    OPEN = "open", pgettext_lazy("payment", "open")
    PAID = "paid", pgettext_lazy("payment", "paid")
    REFUND_DUE = "refund_due", pgettext_lazy("payment", "refund due")
    REFUNDED = "refunded", pgettext_lazy("payment", "refunded")
    CANCELLED = "cancelled", pgettext_lazy("payment", "cancelled")

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


class PaidVia(models.TextChoices):
    CHECKOUT = "checkout", _("card or online payment")
    TRANSFER = "transfer", _("bank transfer")


class Review(models.TextChoices):
    """Money that arrived in a way no arrow covers: a person of finance has to look."""

    SURPLUS = "surplus", _("paid twice")
    MISMATCH = "mismatch", _("another amount than asked for")
