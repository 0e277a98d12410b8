"""The only room that speaks with Stripe. Called outside of transactions, always."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

import stripe
from django.conf import settings

from portal.language.mailbox import absolute
from portal.language.money import cents
from portal.refusals import Refusal

TIMEOUT = 12  # seconds for one answer
RETRIES = 2
CLOCK_SKEW = 300  # seconds; the library refuses old signatures only
STRIPE_ITSELF = "https://api.stripe.com"


class Unreachable(Refusal):
    """No answer: the request may or may not have been carried out, so the next try uses the same key."""


class Refused(Refusal):
    """Stripe answered no, and will answer the same to the same key."""


class NotFromStripe(Refusal):
    """A webhook without a valid, recent signature."""


class NotUnderstood(Refusal):
    """A signed body that is no event."""


class Money(StrEnum):
    """How far the money of a session has come."""

    NONE = "none"  # nobody has paid, or nobody has finished
    UNDERWAY = "underway"  # a debit or transfer that takes days
    FAILED = "failed"
    PAID = "paid"
    UNKNOWN = "unknown"


class Dispute(StrEnum):
    NONE = "none"
    INQUIRY = "inquiry"  # the bank asks; no money has moved
    RUNNING = "running"  # the bank holds the money until it has decided
    WON = "won"
    LOST = "lost"
    UNKNOWN = "unknown"


# The states of a payment intent after the payer has finished the page without the money being there.
_MONEY = {
    "processing": Money.UNDERWAY,
    "requires_action": Money.UNDERWAY,
    "requires_payment_method": Money.FAILED,
    "canceled": Money.FAILED,
}
_DISPUTES = {
    "warning_needs_response": Dispute.INQUIRY,
    "warning_under_review": Dispute.INQUIRY,
    "warning_closed": Dispute.WON,
    "needs_response": Dispute.RUNNING,
    "under_review": Dispute.RUNNING,
    "prevented": Dispute.WON,
    "won": Dispute.WON,
    "lost": Dispute.LOST,
    # Until an appeal is decided the money stays lost.
    "appeal_needs_response": Dispute.LOST,
    "appeal_under_review": Dispute.LOST,
}
# Of several disputes the one that weighs most.
_WEIGHT = [Dispute.UNKNOWN, Dispute.RUNNING, Dispute.LOST, Dispute.INQUIRY, Dispute.WON]


@dataclass(frozen=True)
class Session:
    """What we need to know of a Checkout Session and the money it brought; amounts in whole units of `currency`.

    `reference` is the secret that only a page of ours carries, `number` the payment's readable reference. `refunded`
    has left, `refunding` is leaving; `refunds` counts them all, those that came back included.
    """

    id: str
    url: str
    status: str
    money: Money
    amount: Decimal
    currency: str
    reference: str
    number: str
    is_live: bool
    payment_intent: str
    refunded: Decimal = Decimal(0)
    refunding: Decimal = Decimal(0)
    refunds: int = 0
    dispute: Dispute = Dispute.NONE
    dispute_id: str = ""

    @property
    def is_paid(self) -> bool:
        return self.money == Money.PAID


def is_configured() -> bool:
    return bool(settings.STRIPE_SECRET_KEY)


def page_origin() -> str:
    """The origin of the hosted page, for the policy of the page whose form redirects there."""
    return "https://checkout.stripe.com" if settings.STRIPE_API_BASE == STRIPE_ITSELF else settings.STRIPE_API_BASE


def is_live() -> bool:
    return "_live_" in settings.STRIPE_SECRET_KEY


def create_session(payment, reference: str, *, key: str) -> Session:
    """A hosted page for `payment`; the same `key` gives the same session. No personal data leaves the house."""
    address = absolute(payment.get_absolute_url())
    product = {"name": payment.description}
    price = {
        "currency": payment.currency.lower(),
        "unit_amount": int(cents(payment.amount) * 100),
        "product_data": product,
    }
    params = {
        "mode": "payment",
        "client_reference_id": reference,
        "metadata": {"reference": payment.reference},
        "payment_intent_data": {"metadata": {"reference": payment.reference}},
        "line_items": [{"quantity": 1, "price_data": price}],
        "locale": payment.language,
        "success_url": f"{address}?back=paid",
        "cancel_url": f"{address}?back=cancelled",
    }
    return _session(_ask(_client().v1.checkout.sessions.create, params=params, options={"idempotency_key": key}))


def retrieve(session_id: str) -> Session:
    """The session, its money, what went back and what is disputed, as they stand now."""
    params = {"expand": ["payment_intent.latest_charge.refunds"]}
    session = _session(_ask(_client().v1.checkout.sessions.retrieve, session_id, params=params))
    return _with_dispute(session) if session.is_paid else session


def expire(session_id: str) -> None:
    """Close the hosted page. Raises Refused where it is closed already."""
    _ask(_client().v1.checkout.sessions.expire, session_id)


def refund(session: Session, amount: Decimal, *, key: str) -> None:
    """Give back `amount` of what `session` brought; the same `key` gives it back once, another amount is refused."""
    params = {"payment_intent": session.payment_intent, "amount": int(cents(amount) * 100)}
    _ask(_client().v1.refunds.create, params=params, options={"idempotency_key": key})


def completed_sessions(since: datetime) -> Iterator[str]:
    """The ids of all sessions completed among those created at or after `since`."""
    params = {"created": {"gte": int(since.timestamp())}, "status": "complete", "limit": 100}
    page = _ask(_client().v1.checkout.sessions.list, params=params)
    return (session.id for session in page.auto_paging_iter())


def troubled_intents(since: datetime) -> set[str]:
    """The payment intents of all refunds and disputes made at or after `since`."""
    params = {"created": {"gte": int(since.timestamp())}, "limit": 100}
    pages = [_ask(ask, params=params) for ask in (_client().v1.refunds.list, _client().v1.disputes.list)]
    return {intent for page in pages for one in page.auto_paging_iter() if (intent := _id(one.payment_intent))}


def session_of_intent(payment_intent: str) -> str | None:
    """The id of the session behind a charge's payment intent."""
    page = _ask(_client().v1.checkout.sessions.list, params={"payment_intent": payment_intent, "limit": 1})
    return page.data[0].id if page.data else None


def read_event(body: bytes, signature: str) -> dict:
    """The event in `body`. Raises NotFromStripe or NotUnderstood."""
    try:
        stripe.WebhookSignature.verify_header(body, signature, settings.STRIPE_WEBHOOK_SECRET, CLOCK_SKEW)
    except (stripe.SignatureVerificationError, UnicodeDecodeError) as error:
        raise NotFromStripe(str(error))
    if _signed_at(signature) > time.time() + CLOCK_SKEW:
        raise NotFromStripe("signed in the future")
    try:
        event = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise NotUnderstood(str(error))
    if not (isinstance(event, dict) and isinstance(event.get("type"), str)):
        raise NotUnderstood("no event")
    return event


def _signed_at(signature: str) -> int:
    return int(next(part[2:] for part in signature.split(",") if part.startswith("t=")))


def _client() -> stripe.StripeClient:
    return _client_for(settings.STRIPE_SECRET_KEY, settings.STRIPE_API_BASE)


@lru_cache(maxsize=4)
def _client_for(key: str, base: str) -> stripe.StripeClient:
    return stripe.StripeClient(
        key,
        base_addresses={"api": base},
        max_network_retries=RETRIES,
        http_client=stripe.new_default_http_client(timeout=TIMEOUT),
    )


def _ask(call, *args, **kwargs):
    try:
        return call(*args, **kwargs)
    except stripe.APIConnectionError as error:
        raise Unreachable(str(error))
    except stripe.StripeError as error:
        raise Refused(str(error))


def _session(answer) -> Session:
    intent = answer.payment_intent
    charge = getattr(intent, "latest_charge", None)
    refunds = getattr(getattr(charge, "refunds", None), "data", None) or []
    return Session(
        id=answer.id,
        url=answer.url or "",
        status=answer.status,
        money=_money(answer, intent),
        amount=_amount(answer.amount_total or 0),
        currency=(answer.currency or "").upper(),
        reference=answer.client_reference_id or "",
        number=getattr(answer.metadata, "reference", ""),
        is_live=answer.livemode,
        payment_intent=_id(intent),
        refunded=_amount(sum(one.amount for one in refunds if one.status == "succeeded")),
        refunding=_amount(sum(one.amount for one in refunds if one.status in {"pending", "requires_action"})),
        refunds=len(refunds),
    )


def _money(answer, intent) -> Money:
    if answer.payment_status == "paid":
        return Money.PAID
    if answer.payment_status != "unpaid":
        return Money.UNKNOWN
    if answer.status != "complete":
        return Money.NONE
    return _MONEY.get(getattr(intent, "status", None), Money.UNKNOWN)


def _with_dispute(session: Session) -> Session:
    params = {"payment_intent": session.payment_intent, "limit": 100}
    found = [(_DISPUTES.get(one.status, Dispute.UNKNOWN), one.id) for one in _ask(_disputes, params=params).data]
    if not found:
        return session
    dispute, its_id = min(found, key=lambda one: _WEIGHT.index(one[0]))
    return replace(session, dispute=dispute, dispute_id=its_id)


def _disputes(**words):
    return _client().v1.disputes.list(**words)


def _amount(minor: int) -> Decimal:
    return cents(Decimal(minor) / 100)


def _id(thing) -> str:
    """Of an object that Stripe may have sent whole or by its id."""
    return getattr(thing, "id", thing) or ""
