"""The states of a withdrawal and the arrows between them."""

from enum import nonmember

from django.db import models
from django.utils.translation import pgettext_lazy


class WithdrawalState(models.TextChoices):
    """Received it is valid whatever we think of it; carried out, the contract is at an end and money goes back."""

    RECEIVED = "received", pgettext_lazy("withdrawal", "received")
    CARRIED_OUT = "carried_out", pgettext_lazy("withdrawal", "carried out")
    REFUSED = "refused", pgettext_lazy("withdrawal", "refused")

    NEXT = nonmember({"received": {"carried_out", "refused"}, "carried_out": set(), "refused": set()})
