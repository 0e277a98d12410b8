"""What Stripe would remember: accounts, Checkout Sessions, refunds, disputes, idempotency keys."""

import hashlib
import json
import secrets
import threading
import time

from tests.stripe_server.aftermath import Aftermath, Problem, paged
from tests.stripe_server.bells import Bells
from tests.stripe_server.connected import Connected

PAGE_LASTS = 24 * 60 * 60  # seconds


class StripeStandIn(Aftermath, Connected, Bells):
    """What Stripe would remember. `timeouts`, `errors`, `drops`: so many of the next requests meet the fault."""

    def __init__(self, webhook: str = "", secret: str = "whsec_test", connect_secret: str = ""):
        self.webhook, self.secret, self.connect_secret = webhook, secret, connect_secret or secret
        self.base = ""
        self.sessions: dict[str, dict] = {}
        self.accounts: dict[str, dict] = {}
        self.links: dict[str, dict] = {}
        self.refunds: list[dict] = []
        self.disputes: list[dict] = []
        self.events: list[dict] = []
        self.answers: dict[tuple[str, str], tuple[str, int, dict]] = {}
        self.requests: list[tuple[str, str]] = []
        self.timeouts = self.errors = self.drops = 0
        self.slow = 0.0
        self.page_lasts = PAGE_LASTS
        self.lock = threading.RLock()

    # ---- the API ----------------------------------------------------------------------------------------------

    def answer(self, method: str, path: str, params: dict, key: str, account: str = "") -> tuple[int, dict, bool]:
        """Status, body and whether the answer shall get lost on its way."""
        with self.lock:
            self.requests.append((method, path))
            self.expire_old()
            if key and method == "POST":
                return self._answer_once(path, params, (account, key))
            return (*self._try(method, path, params, account), False)

    def _answer_once(self, path, params, key):
        same = hashlib.sha256(json.dumps([path, params], sort_keys=True).encode()).hexdigest()
        if key in self.answers:
            known, status, body = self.answers[key]
            if known != same:
                problem = Problem(400, "idempotency_error", "Keys for idempotent requests need the same parameters.")
                return problem.status, problem.body, False
            return status, body, self._loses_answer()
        if self.errors:
            self.errors -= 1
            status, body = 500, {"error": {"type": "api_error", "message": "Something went wrong."}}
        else:
            status, body = self._try("POST", path, params, key[0])
        self.answers[key] = (same, status, body)
        return status, body, self._loses_answer()

    def _loses_answer(self) -> bool:
        lost = self.timeouts > 0
        self.timeouts = max(0, self.timeouts - 1)
        return lost

    def _try(self, method, path, params, account):
        try:
            if account:
                self.account(account)
            return 200, self._route(method, path.removeprefix("/v1/").split("/"), params, account)
        except Problem as problem:
            return problem.status, problem.body

    def _route(self, method, parts, params, account):
        match method, parts:
            case "POST", ["checkout", "sessions"]:
                return self.create(params, account)
            case "GET", ["checkout", "sessions"]:
                return self.list(params, account)
            case "GET", ["checkout", "sessions", session_id]:
                return self._shown(self._session(session_id, account), "latest_charge" in str(params))
            case "POST", ["checkout", "sessions", session_id, "expire"]:
                self._session(session_id, account)
                return self.expire(session_id)
            case "POST", ["refunds"]:
                amount = params.get("amount")
                return self.refund(params.get("payment_intent", ""), int(amount) if amount else None, account=account)
            case "GET", ["refunds"]:
                return self._listed("refunds", self.refunds, params, account)
            case "GET", ["disputes"]:
                return self._listed("disputes", self.disputes, params, account)
            case "POST", ["accounts"]:
                return self.open_account(params)
            case "GET", ["accounts", account_id]:
                return self.account(account_id)
            case "POST", ["account_links"]:
                return self.link(params)
        raise Problem(404, "invalid_request_error", f"Unrecognized request URL ({method} /v1/{'/'.join(parts)})")

    def create(self, params: dict, account: str = "") -> dict:
        if account and not self.accounts[account]["charges_enabled"]:
            message = "Your account cannot currently make live charges."
            raise Problem(400, "invalid_request_error", message, "account_closed")
        line = params["line_items"]["0"]
        price = line["price_data"]
        session_id, now = f"cs_test_{secrets.token_hex(24)}", int(time.time())
        session = {
            "id": session_id,
            "object": "checkout.session",
            "amount_total": int(price["unit_amount"]) * int(line["quantity"]),
            "currency": price["currency"],
            "client_reference_id": params.get("client_reference_id"),
            "metadata": params.get("metadata", {}),
            "created": now,
            "expires_at": now + self.page_lasts,
            "livemode": False,
            "locale": params.get("locale", "en"),
            "mode": params["mode"],
            "payment_intent": None,
            "payment_status": "unpaid",
            "status": "open",
            "success_url": params["success_url"],
            "cancel_url": params.get("cancel_url"),
            "url": f"{self.base}/pay/{session_id}",
            "_account": account,
            "_intent": "requires_payment_method",
            "_intent_metadata": params.get("payment_intent_data", {}).get("metadata", {}),
            "_name": price["product_data"]["name"],
        }
        self.sessions[session_id] = session
        return self._shown(session)

    def list(self, params: dict, account: str = "") -> dict:
        wanted = [
            self._shown(session)
            for session in self.sessions.values()
            if session["_account"] == account
            and params.get("status") in {None, session["status"]}
            and params.get("payment_intent") in {None, session["payment_intent"]}
        ]
        return paged("checkout/sessions", wanted, params)

    def expire(self, session_id: str) -> dict:
        session = self._session(session_id)
        if session["status"] != "open":
            raise Problem(400, "invalid_request_error", "Only sessions with status open can be expired.")
        session.update(status="expired", url=None)
        self._tell_session(session, "checkout.session.expired")
        return self._shown(session)

    def expire_old(self) -> None:
        """Close the pages whose time is over."""
        for session in list(self.sessions.values()):
            if session["status"] == "open" and session["expires_at"] <= time.time():
                self.expire(session["id"])

    # ---- the payer --------------------------------------------------------------------------------------------

    def pay(self, session_id: str, *, debit: bool = False, at_once: bool = False) -> dict:
        """The payer finished the hosted page: by card the money is there, by direct debit it takes days.

        `at_once`: the bell has rung before this returns, as Stripe mostly manages to before the payer is back.
        """
        with self.lock:
            session = self._session(session_id)
            if session["status"] != "open":
                raise Problem(400, "invalid_request_error", "This page is closed.")
            session.update(
                status="complete",
                payment_status="unpaid" if debit else "paid",
                payment_intent=f"pi_{secrets.token_hex(12)}",
                url=None,
                _intent="processing" if debit else "succeeded",
            )
        self._tell_session(session, "checkout.session.completed", at_once=at_once)
        return session

    # ---- helpers ----------------------------------------------------------------------------------------------

    def _tell_session(self, session: dict, kind: str, **how) -> None:
        self.tell(self._shown(session), kind, session["_account"], **how)

    def _session(self, session_id: str, account: str | None = None) -> dict:
        """`account` None: whosever it is."""
        found = self.sessions.get(session_id)
        if found is None or account not in {None, found["_account"]}:
            message = f"No such checkout.session: '{session_id}'"
            raise Problem(404, "invalid_request_error", message, "resource_missing")
        return found

    def _shown(self, session: dict, expanded: bool = False) -> dict:
        shown = {name: value for name, value in session.items() if not name.startswith("_")}
        if expanded and session["payment_intent"]:
            shown["payment_intent"] = self.intent(session)
        return shown
