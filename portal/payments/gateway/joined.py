"""Accounts of others that are linked with ours (Stripe Connect, docs.stripe.com/connect/standard-accounts).

The institution is the merchant: it has its own contract with Stripe, its own dashboard, and bears fees and disputes.
"""

from dataclasses import dataclass

from django.conf import settings

from portal.payments.gateway import line


@dataclass(frozen=True)
class Standing:
    """How a linked account stands. `reason`: Stripe's word for why it takes no money, empty where it says none."""

    id: str
    takes_money: bool
    is_filled_in: bool
    reason: str


def setup_origin() -> str:
    """The origin of the page on which an account is set up, for the policy of the page whose form redirects there."""
    is_stripe = settings.STRIPE_API_BASE == line.STRIPE_ITSELF
    return "https://connect.stripe.com" if is_stripe else settings.STRIPE_API_BASE


def open_account(name: str, *, key: str) -> str:
    """The id of a new account for an institution called `name`; the same `key` gives the same account.

    Who stands behind it, people included, is told to Stripe alone.
    """
    params = {"type": "standard", "business_profile": {"name": name[:100]}}
    return line.ask(line.client().v1.accounts.create, params=params, key=key).id


def setup_page(account: str, *, back: str, again: str) -> str:
    """The address of Stripe's own page for `account`: works once, for some minutes. Stripe sends people `back`, and
    those who come too late to `again`.
    """
    params = {"account": account, "type": "account_onboarding", "return_url": back, "refresh_url": again}
    return line.ask(line.client().v1.account_links.create, params=params).url


def standing(account: str) -> Standing:
    """Raises NoAccess where the account has let go of us."""
    told = line.ask(line.client().v1.accounts.retrieve, account)
    return Standing(
        id=told.id,
        takes_money=bool(told.charges_enabled),
        is_filled_in=bool(told.details_submitted),
        reason=getattr(told.requirements, "disabled_reason", None) or "",
    )
