"""The states of listings and orders, and the arrows between them."""

from enum import nonmember

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ListingState(models.TextChoices):
    """Expired and sold are questions (`expires_on`, the orders), not states."""

    DRAFT = "draft", pgettext_lazy("listing", "draft")
    SUBMITTED = "submitted", _("awaiting release")
    RELEASED = "released", pgettext_lazy("listing", "released")
    SENT_BACK = "sent_back", _("sent back")
    WITHDRAWN = "withdrawn", pgettext_lazy("listing", "withdrawn")

    NEXT = nonmember(
        {
            "draft": {"submitted", "withdrawn"},
            "submitted": {"released", "sent_back", "withdrawn"},
            # A change by the owner waits beside it: what is shown stays where it is.
            "released": {"withdrawn"},
            "sent_back": {"submitted", "withdrawn"},
            "withdrawn": {"submitted"},
        }
    )
    # The house has not yet said, or not yet said for good, that it shall be shown.
    PREPARED = nonmember({"draft", "sent_back"})
    TONE = nonmember({"draft": "info", "submitted": "warn", "released": "ok", "sent_back": "bad", "withdrawn": "info"})

    @property
    def tone(self) -> str:
        return self.TONE[self.value]


class OrderState(models.TextChoices):
    """A request holds nothing: the owner chooses among several. What the owner proposes or has accepted is held.

    Requested: the orderer's terms lie on the table; proposed: the owner's.
    """

    REQUESTED = "requested", _("requested")
    PROPOSED = "proposed", pgettext_lazy("order", "proposed")
    ACCEPTED = "accepted", _("confirmed")
    AWAITING_PAYMENT = "awaiting_payment", _("awaiting payment")
    DECLINED = "declined", _("declined")
    CANCELLED = "cancelled", _("cancelled")
    LAPSED = "lapsed", pgettext_lazy("order", "lapsed")
    OUT = "out", pgettext_lazy("order", "handed out")
    BACK = "back", pgettext_lazy("order", "returned")
    COMPLETED = "completed", _("completed")

    HOLDING = nonmember({"proposed", "accepted", "awaiting_payment", "out", "completed"})
    WAITING = nonmember({"requested", "proposed", "awaiting_payment"})
    # Neither side has said yes to the other's terms.
    NEGOTIABLE = nonmember({"requested", "proposed"})
    # Agreed, and nobody has begun: what can still be cancelled, for what its terms say.
    AGREED = nonmember({"awaiting_payment", "accepted"})
    # It is in the other house, or it was there.
    HANDED_OVER = nonmember({"out", "back", "completed"})
    OFF = nonmember({"declined", "cancelled", "lapsed"})
    # Whoever has had it knows it.
    USED = nonmember({"back", "completed"})
    # The states in which money may arrive for something that can still be had.
    PAYABLE = nonmember({"awaiting_payment", "lapsed"})
    NEXT = nonmember(
        {
            "requested": {"proposed", "accepted", "awaiting_payment", "declined", "cancelled", "lapsed"},
            "proposed": {"requested", "accepted", "awaiting_payment", "declined", "cancelled", "lapsed"},
            "awaiting_payment": {"accepted", "cancelled", "lapsed"},
            # Back to awaiting payment: the money was entered by mistake.
            "accepted": {"awaiting_payment", "out", "completed", "cancelled"},
            # What comes back early is free again at once.
            "out": {"back"},
            # Late money: confirmed after all if the thing is still free.
            "lapsed": {"accepted"},
            "declined": set(),
            "cancelled": set(),
            "back": set(),
            "completed": set(),
        }
    )
    TONE = nonmember(
        {
            "requested": "warn",
            "proposed": "warn",
            "awaiting_payment": "warn",
            "accepted": "ok",
            "out": "info",
            "back": "ok",
            "completed": "ok",
            "declined": "bad",
            "cancelled": "bad",
            "lapsed": "bad",
        }
    )

    @property
    def tone(self) -> str:
        return self.TONE[self.value]
