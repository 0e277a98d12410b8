"""Accounts of others that are linked with ours: opened over the API, set up on a hosted page, restricted, let go.

Whatever is asked with the header Stripe-Account happens on that account; other accounts' objects are not found there.
"""

import secrets
import time

from tests.stripe_server.aftermath import Problem

LINK_LASTS = 300  # seconds


class Connected:
    """The part of the stand-in that needs `accounts` and `links`."""

    def open_account(self, params: dict, account_id: str = "") -> dict:
        account_id = account_id or f"acct_{secrets.token_hex(8)}"
        self.accounts[account_id] = {
            "id": account_id,
            "object": "account",
            "type": params.get("type", "standard"),
            "business_profile": params.get("business_profile", {}),
            "country": "DE",
            "charges_enabled": False,
            "details_submitted": False,
            "payouts_enabled": False,
            "requirements": {"disabled_reason": "requirements.past_due", "currently_due": ["business_type"]},
            "_revoked": False,
        }
        return self.account(account_id)

    def know(self, account_id: str) -> None:
        """An account that was set up before this stand-in began."""
        self.open_account({}, account_id)
        self.stand(account_id, reason=None, charges_enabled=True)

    def account(self, account_id: str) -> dict:
        """As it is shown to us. Without access Stripe does not say whether there is such an account."""
        kept = self.accounts.get(account_id)
        if kept is None or kept["_revoked"]:
            message = f"The provided key does not have access to account '{account_id}' (or it does not exist)."
            raise Problem(403, "invalid_request_error", message, "account_invalid")
        return {name: value for name, value in kept.items() if not name.startswith("_")}

    def link(self, params: dict) -> dict:
        """The address of the hosted page: for one visit that ends in a decision, and for some minutes."""
        self.account(params["account"])
        token = secrets.token_hex(8)
        self.links[token] = {
            "account": params["account"],
            "back": params["return_url"],
            "again": params["refresh_url"],
            "until": time.time() + LINK_LASTS,
        }
        url = f"{self.base}/setup/{token}"
        return {"object": "account_link", "created": int(time.time()), "expires_at": 0, "url": url}

    def link_of(self, token: str) -> dict | None:
        """What the hosted page is about; None where there never was such a page. One that is used up is `again`'s."""
        return self.links.get(token)

    def is_over(self, link: dict) -> bool:
        return link["until"] < time.time()

    def set_up(self, link: dict, action: str) -> None:
        """What was done on the hosted page: `finish`, `wait` (all is filled in, Stripe still looks) or `leave`."""
        link["until"] = 0
        if action == "finish":
            self.stand(link["account"], details_submitted=True, charges_enabled=True, reason=None)
        elif action == "wait":
            self.stand(link["account"], details_submitted=True, reason="requirements.pending_verification")

    def stand(self, account_id: str, *, reason: str | None, charges_enabled=False, details_submitted=True) -> None:
        """Stripe takes money for the account, or does not any more, for the `reason`."""
        told = {"charges_enabled": charges_enabled, "payouts_enabled": charges_enabled}
        self.accounts[account_id].update(told, details_submitted=details_submitted)
        self.accounts[account_id]["requirements"] = {"disabled_reason": reason, "currently_due": []}
        self.tell(self.account(account_id), "account.updated", account_id, at_once=True)

    def deauthorize(self, account_id: str) -> None:
        """The institution takes our access away, in its own dashboard."""
        self.accounts[account_id]["_revoked"] = True
        subject = {"id": "ca_portal", "object": "application", "name": "Portal"}
        self.tell(subject, "account.application.deauthorized", account_id, at_once=True)
