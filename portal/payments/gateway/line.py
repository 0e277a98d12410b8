"""The line to Stripe: the client, and what its silences and refusals mean."""

from functools import lru_cache

import stripe
from django.conf import settings

from portal.refusals import Refusal

TIMEOUT = 12  # seconds for one answer
RETRIES = 2
STRIPE_ITSELF = "https://api.stripe.com"


class Unreachable(Refusal):
    """No answer: the request may or may not have been carried out, so the next try uses the same key."""


class Refused(Refusal):
    """Stripe answered no, and will answer the same to the same key."""


class NoAccess(Refused):
    """The account is not linked with ours, or not any more."""


def is_configured() -> bool:
    return bool(settings.STRIPE_SECRET_KEY)


def is_live() -> bool:
    return "_live_" in settings.STRIPE_SECRET_KEY


def client() -> stripe.StripeClient:
    return _client_for(settings.STRIPE_SECRET_KEY, settings.STRIPE_API_BASE)


def ask(call, *args, account: str = "", key: str = "", params: dict | None = None):
    """What `call` answers, on the linked `account` or, empty, on our own; the same `key` is carried out once.

    Raises Unreachable or Refused.
    """
    options = {name: value for name, value in (("stripe_account", account), ("idempotency_key", key)) if value}
    return heard(lambda: call(*args, params=params or {}, options=options))


def heard(call):
    """The same of a call without arguments."""
    try:
        return call()
    except stripe.APIConnectionError as error:
        raise Unreachable(str(error))
    except stripe.PermissionError as error:
        raise NoAccess(str(error))
    except stripe.StripeError as error:
        raise Refused(str(error))


@lru_cache(maxsize=4)
def _client_for(key: str, base: str) -> stripe.StripeClient:
    return stripe.StripeClient(
        key,
        base_addresses={"api": base},
        max_network_retries=RETRIES,
        http_client=stripe.new_default_http_client(timeout=TIMEOUT),
    )
