"""Which of Stripe's events concern a payment, and where in each the way to its session lies.

The event is only a doorbell: nothing in it is believed but the id. Names as Stripe documents them
(docs.stripe.com/api/events/types).
"""

import re
from dataclasses import dataclass

from portal.payments import gateway

SESSION = ("checkout.session.",)
INTENT = ("payment_intent.",)
# About an account that is linked, or was.
ACCOUNT = ("account.",)
# Each names its payment intent.
OF_AN_INTENT = ("charge.", "refund.", "review.", "radar.")

UNDERSTOOD = frozenset(
    {
        "checkout.session.completed",
        "checkout.session.async_payment_succeeded",
        "checkout.session.async_payment_failed",
        "checkout.session.expired",
        "payment_intent.created",
        "payment_intent.processing",
        "payment_intent.requires_action",
        "payment_intent.succeeded",
        "payment_intent.payment_failed",
        "payment_intent.canceled",
        "charge.pending",
        "charge.succeeded",
        "charge.failed",
        "charge.updated",
        "charge.refunded",
        "charge.refund.updated",
        "charge.dispute.created",
        "charge.dispute.updated",
        "charge.dispute.funds_withdrawn",
        "charge.dispute.funds_reinstated",
        "charge.dispute.closed",
        "refund.created",
        "refund.updated",
        "refund.failed",
    }
)


@dataclass(frozen=True)
class Ring:
    """One event: its id, its type, the id of what it is about, and the linked account that it happened on."""

    id: str
    kind: str
    about: str
    intent: str
    account: str
    is_live: bool

    @property
    def is_about_an_account(self) -> bool:
        return bool(self.account) and self.kind.startswith(ACCOUNT)

    @property
    def is_understood(self) -> bool:
        return self.kind in UNDERSTOOD

    def session_id(self) -> str | None:
        """Asks Stripe where the event names no session itself; None where none stands behind it."""
        if self.kind.startswith(SESSION):
            return self.about or None
        return gateway.session_of_intent(self.intent, account=self.account) if self.intent else None


def read(event: dict) -> Ring:
    """What `event`, an object with a type, is about; its shape is Stripe's promise, so nothing is taken for granted."""
    kind, data = _text(event["type"]) or "illegible", event.get("data")
    subject = data.get("object") if isinstance(data, dict) else None
    subject = subject if isinstance(subject, dict) else {}
    about = _text(subject.get("id"))
    intent = about if kind.startswith(INTENT) else ""
    if kind.startswith(OF_AN_INTENT):
        intent = _text(subject.get("payment_intent"))
    account = _text(event.get("account"))
    return Ring(_text(event.get("id")), kind, about, intent, account, event.get("livemode") is True)


def _text(value) -> str:
    """A name or an id as Stripe writes them; nothing else is looked up."""
    return value if isinstance(value, str) and re.fullmatch(r"[A-Za-z0-9_.-]{1,255}", value) else ""
