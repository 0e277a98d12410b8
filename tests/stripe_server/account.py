"""What Stripe would remember: Checkout Sessions, refunds, idempotency keys, signed webhooks."""

import hashlib
import hmac
import json
import secrets
import threading
import time
import urllib.error
import urllib.request

from tests.stripe_server.aftermath import Aftermath, Problem

RINGS = (0, 1, 2, 5, 15, 60)  # seconds between the attempts to deliver one event


class StripeStandIn(Aftermath):
    """What Stripe would remember."""

    def __init__(self, webhook: str = "", secret: str = "whsec_test"):
        self.webhook, self.secret = webhook, secret
        self.base = ""
        self.sessions: dict[str, dict] = {}
        self.refunds: list[dict] = []
        self.disputes: list[dict] = []
        self.answers: dict[str, tuple[str, int, dict]] = {}
        self.requests: list[tuple[str, str]] = []
        self.timeouts = self.errors = 0
        self.webhooks = True
        self.lock = threading.RLock()

    # ---- the API ----------------------------------------------------------------------------------------------

    def answer(self, method: str, path: str, params: dict, key: str) -> tuple[int, dict, bool]:
        """Status, body and whether the answer shall get lost on its way."""
        with self.lock:
            self.requests.append((method, path))
            if key and method == "POST":
                return self._answer_once(path, params, key)
            return (*self._try(method, path, params), False)

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
            status, body = self._try("POST", path, params)
        self.answers[key] = (same, status, body)
        return status, body, self._loses_answer()

    def _loses_answer(self) -> bool:
        lost = self.timeouts > 0
        self.timeouts = max(0, self.timeouts - 1)
        return lost

    def _try(self, method, path, params):
        try:
            return 200, self._route(method, path.removeprefix("/v1/").split("/"), params)
        except Problem as problem:
            return problem.status, problem.body

    def _route(self, method, parts, params):
        match method, parts:
            case "POST", ["checkout", "sessions"]:
                return self.create(params)
            case "GET", ["checkout", "sessions"]:
                return self.list(params)
            case "GET", ["checkout", "sessions", session_id]:
                return self._shown(self._session(session_id), "latest_charge" in str(params))
            case "POST", ["checkout", "sessions", session_id, "expire"]:
                return self.expire(session_id)
            case "POST", ["refunds"]:
                amount = params.get("amount")
                return self.refund(params.get("payment_intent", ""), int(amount) if amount else None)
            case "GET", ["refunds"]:
                return self._listed("refunds", self.refunds, params)
            case "GET", ["disputes"]:
                return self._listed("disputes", self.disputes, params)
        raise Problem(404, "invalid_request_error", f"Unrecognized request URL ({method} /v1/{'/'.join(parts)})")

    def create(self, params: dict) -> dict:
        line = params["line_items"]["0"]
        price = line["price_data"]
        session_id = f"cs_test_{secrets.token_hex(24)}"
        session = {
            "id": session_id,
            "object": "checkout.session",
            "amount_total": int(price["unit_amount"]) * int(line["quantity"]),
            "currency": price["currency"],
            "client_reference_id": params.get("client_reference_id"),
            "metadata": params.get("metadata", {}),
            "created": int(time.time()),
            "livemode": False,
            "locale": params.get("locale", "en"),
            "mode": params["mode"],
            "payment_intent": None,
            "payment_status": "unpaid",
            "status": "open",
            "success_url": params["success_url"],
            "cancel_url": params.get("cancel_url"),
            "url": f"{self.base}/pay/{session_id}",
            "_intent": "requires_payment_method",
            "_name": price["product_data"]["name"],
        }
        self.sessions[session_id] = session
        return self._shown(session)

    def list(self, params: dict) -> dict:
        since = int(params.get("created", {}).get("gte", 0)) if isinstance(params.get("created"), dict) else 0
        wanted = [
            self._shown(session)
            for session in reversed(self.sessions.values())
            if session["created"] >= since
            and params.get("status") in {None, session["status"]}
            and params.get("payment_intent") in {None, session["payment_intent"]}
        ]
        return {"object": "list", "url": "/v1/checkout/sessions", "has_more": False, "data": wanted}

    def expire(self, session_id: str) -> dict:
        session = self._session(session_id)
        if session["status"] != "open":
            raise Problem(400, "invalid_request_error", "Only sessions with status open can be expired.")
        session.update(status="expired", url=None)
        self._ring_later("checkout.session.expired", session)
        return self._shown(session)

    # ---- the payer --------------------------------------------------------------------------------------------

    def pay(self, session_id: str, *, ring: bool = True, debit: bool = False) -> dict:
        """The payer finished the hosted page: by card the money is there, by direct debit it takes days."""
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
        if ring:
            self._ring_later("checkout.session.completed", session)
        return session

    # ---- the bell ---------------------------------------------------------------------------------------------

    def event(self, session_id: str, kind: str = "checkout.session.completed", **changes) -> dict:
        return self.event_about(self._shown(self._session(session_id)) | changes, kind)

    def event_about(self, subject: dict, kind: str) -> dict:
        return {
            "id": f"evt_{secrets.token_hex(12)}",
            "object": "event",
            "type": kind,
            "created": int(time.time()),
            "livemode": False,
            "data": {"object": subject},
        }

    def signed(self, event: dict | str, *, at: int | None = None, secret: str | None = None) -> tuple[bytes, str]:
        """Body and Stripe-Signature header."""
        body = event if isinstance(event, str) else json.dumps(event)
        at = int(time.time()) if at is None else at
        digest = hmac.new((secret or self.secret).encode(), f"{at}.{body}".encode(), hashlib.sha256).hexdigest()
        return body.encode(), f"t={at},v1={digest}"

    def ring(self, event: dict) -> int:
        """Deliver once; the status of the answer, 0 without one."""
        body, signature = self.signed(event)
        headers = {"Content-Type": "application/json", "Stripe-Signature": signature}
        request = urllib.request.Request(self.webhook, body, headers)
        try:
            with urllib.request.urlopen(request, timeout=10) as response:
                return response.status
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            return 0

    def dispute_later(self, session: dict) -> None:
        """The payer disputes what was just paid; the bell tells it until somebody has heard."""
        event = self.event_about(self.dispute(session["payment_intent"]), "charge.dispute.created")
        if self.webhooks and self.webhook:
            threading.Thread(target=self._ring_until_heard, args=[event], daemon=True).start()

    def _ring_later(self, kind: str, session: dict) -> None:
        if not (self.webhooks and self.webhook):
            return
        event = self.event(session["id"], kind)
        threading.Thread(target=self._ring_until_heard, args=[event], daemon=True).start()

    def _ring_until_heard(self, event: dict) -> None:
        for pause in RINGS:
            time.sleep(pause)
            if 200 <= self.ring(event) < 300:
                return

    # ---- helpers ----------------------------------------------------------------------------------------------

    def _session(self, session_id: str) -> dict:
        if session_id not in self.sessions:
            raise Problem(404, "invalid_request_error", f"No such checkout.session: '{session_id}'")
        return self.sessions[session_id]

    def _shown(self, session: dict, expanded: bool = False) -> dict:
        shown = {name: value for name, value in session.items() if not name.startswith("_")}
        if expanded and session["payment_intent"]:
            shown["payment_intent"] = self.intent(session)
        return shown
