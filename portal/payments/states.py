"""The machine of a payment as data: its states, the arrows between them, and why money comes or goes.

What Stripe tells is translated in `following`; which of its events concern a payment stands in `bell`.
"""

from datetime import timedelta
from enum import nonmember

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# Until a direct debit has arrived or failed (docs.stripe.com/payments/sepa-debit): what is held is held that long.
DEBIT_TAKES = timedelta(days=14)


class PaymentState(models.TextChoices):
    OPEN = "open", pgettext_lazy("payment", "open")
    PENDING = "pending", pgettext_lazy("payment", "under way")
    PAID = "paid", pgettext_lazy("payment", "paid")
    DISPUTED = "disputed", pgettext_lazy("payment", "disputed")
    CHARGED_BACK = "charged_back", pgettext_lazy("payment", "taken back")
    REFUND_DUE = "refund_due", pgettext_lazy("payment", "refund due")
    REFUNDING = "refunding", pgettext_lazy("payment", "refund under way")
    REFUNDED = "refunded", pgettext_lazy("payment", "refunded")
    CREDITED = "credited", pgettext_lazy("payment", "kept as a voucher")
    CANCELLED = "cancelled", pgettext_lazy("payment", "cancelled")

    NEXT = nonmember(
        {
            "open": {"pending", "paid", "cancelled"},
            # A debit that did not go through is asked for again.
            "pending": {"open", "paid", "cancelled"},
            # Back to open: a transfer that was entered by mistake.
            "paid": {"open", "disputed", "charged_back", "refund_due", "refunding", "refunded"},
            "disputed": {"paid", "charged_back", "refund_due"},
            "charged_back": {"paid", "refund_due"},
            "refund_due": {"refunding", "refunded", "disputed", "charged_back", "cancelled", "credited"},
            # The payer wants the money after all.
            "credited": {"refund_due"},
            "refunding": {"refunded", "refund_due"},
            # The payer's bank sent the refund back.
            "refunded": {"refund_due"},
            # Late money: paid although the deed was cancelled meanwhile, so it goes back.
            "cancelled": {"refund_due"},
        }
    )
    # At most one of these for each deed; what `withdraw` ends.
    LIVE = nonmember(frozenset({"open", "pending", "paid", "disputed"}))
    # Stands behind a deed that goes on, be the money there or not.
    IN_FORCE = nonmember(frozenset({"open", "pending", "paid", "disputed", "charged_back"}))
    # The money is not there yet, but may come for what was asked.
    AWAITED = nonmember(frozenset({"open", "pending"}))
    WITH_MONEY = nonmember(
        frozenset({"paid", "disputed", "charged_back", "refund_due", "refunding", "refunded", "credited"})
    )
    TONE = nonmember(
        {
            "open": "warn",
            "pending": "info",
            "paid": "ok",
            "disputed": "bad",
            "charged_back": "bad",
            "refund_due": "warn",
            "refunding": "info",
            "refunded": "info",
            "credited": "info",
            "cancelled": "info",
        }
    )


class PaidVia(models.TextChoices):
    CHECKOUT = "checkout", _("card or online payment")
    TRANSFER = "transfer", _("bank transfer")
    ON_SITE = "on_site", _("on site")
    CREDIT = "credit", _("voucher of a called-off event")

    # Came and goes back without Stripe.
    BY_HAND = nonmember(frozenset({"transfer", "on_site", "credit"}))


class Cause(models.TextChoices):
    """Why the deed is off, so that the letter about the refund can say so."""

    OWN = "own", _("cancelled by the payer")
    LATE = "late", _("cancelled by the payer, too late to be free of charge")
    OFFICE = "office", _("cancelled by us")
    PROVIDER = "provider", _("cancelled by the provider")
    CALLED_OFF = "called_off", _("does not take place")
    FEWER = "fewer", _("less was asked for by then")
    GONE = "gone", _("went to others")
    OVER = "over", _("is over")
    WITHDRAWN = "withdrawn", _("withdrawn by a consumer")

    # Of a payment that stands, of which a part goes back.
    IN_PART = nonmember(
        {
            "own": _("the payer gave a part back"),
            "late": _("the payer cancelled, too late to be free of charge"),
            "office": _("we took a part back"),
        }
    )


class Review(models.TextChoices):
    """What no arrow covers, or an arrow that somebody must know of: a person of finance has to look."""

    SURPLUS = "surplus", _("paid twice")
    MISMATCH = "mismatch", _("another amount than asked for")
    REFERENCE = "reference", _("a payment page that we did not ask for")
    LIVEMODE = "livemode", _("test money and real money mixed up")
    ACCOUNT = "account", _("paid on another account than asked for")
    DISPUTE = "dispute", _("the payer disputes the payment")
    LOST = "lost", _("the bank took the money back")
    RETURNED = "returned", _("the refund did not arrive")
    TWICE = "twice", _("paid back twice")
    UNKNOWN = "unknown", _("something that the portal does not understand")


class ProposalState(models.TextChoices):
    """Of a refund that wants two people."""

    PROPOSED = "proposed", pgettext_lazy("refund", "proposed")
    RELEASED = "released", pgettext_lazy("refund", "released")
    DONE = "done", pgettext_lazy("refund", "paid back")
    WITHDRAWN = "withdrawn", pgettext_lazy("refund", "withdrawn")
    VOID = "void", pgettext_lazy("refund", "void")

    NEXT = nonmember(
        {
            "proposed": {"released", "withdrawn", "void"},
            # Released and not gone yet: Stripe gave no answer.
            "released": {"done", "withdrawn", "void"},
            "done": set(),
            "withdrawn": set(),
            "void": set(),
        }
    )
    STANDING = nonmember(frozenset({"proposed", "released"}))


class BatchState(models.TextChoices):
    """Of a file of transfers for the bank."""

    MADE = "made", pgettext_lazy("file", "made")
    CONFIRMED = "confirmed", pgettext_lazy("file", "carried out")
    TAKEN_BACK = "taken_back", pgettext_lazy("file", "taken back")

    NEXT = nonmember({"made": {"confirmed", "taken_back"}, "confirmed": set(), "taken_back": set()})


class MovementKind(models.TextChoices):
    """Why money moved; the trigger `payments_keep_books` writes these words."""

    RECEIVED = "received", pgettext_lazy("movement", "received")
    UNDONE = "undone", pgettext_lazy("movement", "entry undone")
    CREDITED = "credited", _("kept as a voucher")
    REFUNDED = "refunded", pgettext_lazy("movement", "refunded")
    CHARGED_BACK = "charged_back", pgettext_lazy("movement", "taken back by the bank")
    WON = "won", pgettext_lazy("movement", "given back by the bank")


class LinkState(models.TextChoices):
    """Of an institution's own account at Stripe; no row: not linked."""

    ONBOARDING = "onboarding", pgettext_lazy("account", "being set up")
    ACTIVE = "active", pgettext_lazy("account", "takes money")
    RESTRICTED = "restricted", pgettext_lazy("account", "restricted by Stripe")
    DISCONNECTED = "disconnected", pgettext_lazy("account", "disconnected")

    NEXT = nonmember(
        {
            # At once restricted: Stripe has turned the institution down.
            "onboarding": {"active", "restricted", "disconnected"},
            "active": {"restricted", "disconnected"},
            "restricted": {"active", "disconnected"},
            # Whoever comes back links anew: it may be another account.
            "disconnected": set(),
        }
    )
    TONE = nonmember({"onboarding": "info", "active": "ok", "restricted": "bad", "disconnected": "warn"})
