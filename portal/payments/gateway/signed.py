"""What Stripe rings with: signed, recent, and an event."""

import json
import time

import stripe
from django.conf import settings

from portal.refusals import Refusal

CLOCK_SKEW = 300  # seconds; the library refuses old signatures only


class NotFromStripe(Refusal):
    """A webhook without a valid, recent signature."""


class NotUnderstood(Refusal):
    """A signed body that is no event."""


def read_event(body: bytes, signature: str) -> dict:
    """The event in `body`. Raises NotFromStripe or NotUnderstood."""
    _verify(body, signature)
    try:
        event = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise NotUnderstood(str(error))
    if not (isinstance(event, dict) and isinstance(event.get("type"), str)):
        raise NotUnderstood("no event")
    return event


def _verify(body: bytes, signature: str) -> None:
    """Signed with the secret of our own account's endpoint or with that of the linked accounts'."""
    said = "no secret is set"
    for secret in filter(None, (settings.STRIPE_WEBHOOK_SECRET, settings.STRIPE_CONNECT_WEBHOOK_SECRET)):
        try:
            stripe.WebhookSignature.verify_header(body, signature, secret, CLOCK_SKEW)
        except (stripe.SignatureVerificationError, UnicodeDecodeError) as error:
            said = str(error)
            continue
        if _signed_at(signature) > time.time() + CLOCK_SKEW:
            raise NotFromStripe("signed in the future")
        return
    raise NotFromStripe(said)


def _signed_at(signature: str) -> int:
    return int(next(part[2:] for part in signature.split(",") if part.startswith("t=")))
