"""The only room that speaks with Stripe. Called outside of transactions, always."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import lru_cache

import stripe
from django.conf import settings

from portal.language.mailbox import absolute
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


@dataclass(frozen=True)
class Session:
    """What we need to know of a Checkout Session; `amount` in whole units of `currency`."""

    id: str
    url: str
    status: str
    is_paid: bool
    is_refunded: bool
    amount: Decimal
    currency: str
    reference: str
    is_live: bool
    payment_intent: str


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
        "unit_amount": int(payment.amount * 100),
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
    params = {"expand": ["payment_intent.latest_charge"]}
    return _session(_ask(_client().v1.checkout.sessions.retrieve, session_id, params=params))


def expire(session_id: str) -> None:
    """Close the hosted page. Raises Refused where it is closed already."""
    _ask(_client().v1.checkout.sessions.expire, session_id)


def refund(session: Session, *, key: str) -> None:
    """Give back everything that `session` brought; the same `key` gives it back once."""
    params = {"payment_intent": session.payment_intent}
    _ask(_client().v1.refunds.create, params=params, options={"idempotency_key": key})


def completed_sessions(since: datetime) -> Iterator[str]:
    """The ids of all sessions completed among those created at or after `since`."""
    params = {"created": {"gte": int(since.timestamp())}, "status": "complete", "limit": 100}
    page = _ask(_client().v1.checkout.sessions.list, params=params)
    return (session.id for session in page.auto_paging_iter())


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
    except ValueError as error:
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
    return Session(
        id=answer.id,
        url=answer.url or "",
        status=answer.status,
        is_paid=answer.payment_status == "paid",
        is_refunded=bool(getattr(charge, "refunded", False)),
        amount=Decimal(answer.amount_total) / 100,
        currency=answer.currency.upper(),
        reference=answer.client_reference_id or "",
        is_live=answer.livemode,
        payment_intent=getattr(intent, "id", intent) or "",
    )
