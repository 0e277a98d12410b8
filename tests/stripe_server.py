"""A local stand-in for Stripe, for tests and the demo: Checkout Sessions, refunds, idempotency keys, signed webhooks.

Standard library only. `python -m tests.stripe_server --port 12111 --webhook http://127.0.0.1:8000/stripe/webhook/
--secret whsec_test` serves until it is stopped. It remembers in memory; no money moves.

Tests reach the same object through the fixture `stripe_server`; a stranger can provoke faults over HTTP:
POST /_control with JSON `{"timeouts": 1}` (create, but do not answer), `{"errors": 3}` (a 500 stored under the key),
`{"webhooks": false}` (stop ringing), `{"ring": "<session id>", "times": 20}`; GET /_control tells what there is.
"""

import argparse
import hashlib
import hmac
import html
import json
import secrets
import threading
import time
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

RINGS = (0, 1, 2, 5, 15, 60)  # seconds between the attempts to deliver one event


class Problem(Exception):
    """An error answer in Stripe's form."""

    def __init__(self, status: int, kind: str, message: str):
        super().__init__(message)
        self.status = status
        self.body = {"error": {"type": kind, "message": message}}


class StripeStandIn:
    """What Stripe would remember."""

    def __init__(self, webhook: str = "", secret: str = "whsec_test"):
        self.webhook, self.secret = webhook, secret
        self.base = ""
        self.sessions: dict[str, dict] = {}
        self.refunds: list[dict] = []
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
                return self.refund(params.get("payment_intent", ""))
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

    def refund(self, payment_intent: str) -> dict:
        session = next((s for s in self.sessions.values() if s["payment_intent"] == payment_intent), None)
        if session is None:
            raise Problem(404, "invalid_request_error", f"No such payment_intent: '{payment_intent}'")
        if session.get("_refunded"):
            raise Problem(400, "invalid_request_error", "Charge has already been refunded.")
        session["_refunded"] = True
        refund = {
            "id": f"re_{secrets.token_hex(12)}",
            "object": "refund",
            "amount": session["amount_total"],
            "currency": session["currency"],
            "payment_intent": payment_intent,
            "status": "succeeded",
        }
        self.refunds.append(refund)
        return refund

    # ---- the payer --------------------------------------------------------------------------------------------

    def pay(self, session_id: str, *, ring: bool = True) -> dict:
        """The payer paid on the hosted page."""
        with self.lock:
            session = self._session(session_id)
            if session["status"] != "open":
                raise Problem(400, "invalid_request_error", "This page is closed.")
            session.update(
                status="complete", payment_status="paid", payment_intent=f"pi_{secrets.token_hex(12)}", url=None
            )
        if ring:
            self._ring_later("checkout.session.completed", session)
        return session

    # ---- the bell ---------------------------------------------------------------------------------------------

    def event(self, session_id: str, kind: str = "checkout.session.completed", **changes) -> dict:
        shown = self._shown(self._session(session_id)) | changes
        return {
            "id": f"evt_{secrets.token_hex(12)}",
            "object": "event",
            "type": kind,
            "created": int(time.time()),
            "livemode": False,
            "data": {"object": shown},
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

    @staticmethod
    def _shown(session: dict, expanded: bool = False) -> dict:
        shown = {name: value for name, value in session.items() if not name.startswith("_")}
        if expanded and session["payment_intent"]:
            charge = {"id": "ch_1", "object": "charge", "refunded": bool(session.get("_refunded"))}
            shown["payment_intent"] = {
                "id": session["payment_intent"],
                "object": "payment_intent",
                "latest_charge": charge,
            }
        return shown


def unfold(pairs) -> dict:
    """`a[b][0]=c` as `{"a": {"b": {"0": "c"}}}`."""
    tree: dict = {}
    for name, value in pairs:
        *path, last = name.replace("]", "").split("[")
        branch = tree
        for step in path:
            branch = branch.setdefault(step, {})
        branch[last] = value
    return tree


TEXTS = {
    "de": {
        "notice": "Testzahlung – es fließt kein Geld",
        "explain": "Diese Seite steht anstelle der Bezahlseite von Stripe. Sie fragt nach keinen Kartendaten.",
        "pay": "Testzahlung ausführen",
        "cancel": "Abbrechen und zurück",
        "closed": "Diese Bezahlseite ist geschlossen.",
        "back": "Zurück zum Portal",
    },
    "en": {
        "notice": "Test payment – no money moves",
        "explain": "This page stands in for Stripe's checkout. It asks for no card details.",
        "pay": "Make the test payment",
        "cancel": "Cancel and go back",
        "closed": "This checkout page is closed.",
        "back": "Back to the portal",
    },
}

STYLE = """
body { margin: 0; background: #F4F7F6; color: #14272B; font: 18px/1.55 "Source Sans 3", system-ui, sans-serif; }
main { max-width: 30rem; margin: 0 auto; padding: 2rem 1rem; }
.notice { background: #FFE9B8; border: 2px solid #7A5200; border-radius: 8px; padding: 1rem 1.25rem; }
.notice p { margin: 0; } .notice strong { display: block; }
.card { background: #FFF; border-radius: 8px; padding: 1.5rem 1.25rem; margin: 1.25rem 0;
        box-shadow: 0 1px 3px rgb(7 59 67 / 20%); }
h1 { font-size: 1.15rem; line-height: 1.3; margin: 0 0 .5rem; }
.amount { font-size: 2rem; font-weight: 700; margin: 0; }
button, a.back { font: inherit; font-weight: 650; display: block; width: 100%; box-sizing: border-box; padding: .8rem;
        border-radius: 6px; border: 2px solid #0B5C66; margin: .75rem 0 0; cursor: pointer; text-align: center; }
.pay { background: #0B5C66; color: #FFF; } .cancel, a.back { background: #FFF; color: #0B5C66; }
:focus-visible { outline: 3px solid #C2410C; outline-offset: 2px; }
"""


def hosted_page(session: dict) -> str:
    language = session["locale"] if session["locale"] in TEXTS else "en"
    other = "en" if language == "de" else "de"
    text = TEXTS[language]
    amount = f"{session['amount_total'] / 100:.2f}"
    amount = f"{amount.replace('.', ',')} €" if language == "de" else f"€{amount}"
    if session["status"] == "open":
        actions = (
            f'<form method="post"><button class="pay" name="action" value="pay">{text["pay"]}</button>'
            f'<button class="cancel" name="action" value="cancel">{text["cancel"]}</button></form>'
        )
    else:
        back = html.escape(session["cancel_url"] or "/")
        actions = f'<p>{text["closed"]}</p><a class="back" href="{back}">{text["back"]}</a>'
    return f"""<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><link rel="icon" href="data:,">
<title>{text["notice"]}</title><style>{STYLE}</style></head>
<body><main>
<div class="notice"><p><strong>{text["notice"]}</strong><span lang="{other}">{TEXTS[other]["notice"]}</span></p></div>
<div class="card"><h1>{html.escape(session["_name"])}</h1><p class="amount">{amount}</p>{actions}</div>
<p>{text["explain"]}</p>
</main></body></html>"""


class Handler(BaseHTTPRequestHandler):
    stand_in: StripeStandIn
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        url = urlsplit(self.path)
        if url.path.startswith("/pay/"):
            return self._hosted(url.path.removeprefix("/pay/"))
        if url.path == "/_control":
            return self._send_json(200, {"sessions": self.stand_in.sessions, "refunds": self.stand_in.refunds})
        return self._api("GET", url.path, unfold(parse_qsl(url.query)))

    def do_POST(self):
        path = urlsplit(self.path).path
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if path.startswith("/pay/"):
            return self._paid(path.removeprefix("/pay/"), dict(parse_qsl(body.decode())))
        if path == "/_control":
            return self._control(json.loads(body))
        return self._api("POST", path, unfold(parse_qsl(body.decode())))

    def _api(self, method, path, params):
        if not self.headers.get("Authorization", "").startswith("Bearer sk_"):
            problem = Problem(401, "invalid_request_error", "You did not provide an API key.")
            return self._send_json(problem.status, problem.body)
        status, body, lost = self.stand_in.answer(method, path, params, self.headers.get("Idempotency-Key", ""))
        if lost:
            self.close_connection = True
            return self.connection.close()
        return self._send_json(status, body)

    def _hosted(self, session_id):
        session = self.stand_in.sessions.get(session_id)
        page = hosted_page(session) if session else "<!doctype html><title>404</title>404"
        self._send(200 if session else 404, "text/html; charset=utf-8", page.encode())

    def _paid(self, session_id, form):
        session = self.stand_in.sessions.get(session_id)
        if session is None or session["status"] != "open":
            self._hosted(session_id)
            return
        if form.get("action") == "pay":
            self.stand_in.pay(session_id, ring=False)
            if self.stand_in.webhooks and self.stand_in.webhook:
                # Ring before the payer is back, as Stripe mostly manages to; go on ringing where nobody answers.
                event = self.stand_in.event(session_id)
                if not 200 <= self.stand_in.ring(event) < 300:
                    threading.Thread(target=self.stand_in._ring_until_heard, args=[event], daemon=True).start()
        target = session["success_url"] if form.get("action") == "pay" else session["cancel_url"]
        self.send_response(303)
        self.send_header("Location", target.replace("{CHECKOUT_SESSION_ID}", session_id))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _control(self, wish: dict):
        for name in ("timeouts", "errors", "webhooks"):
            if name in wish:
                setattr(self.stand_in, name, wish[name])
        rung = []
        if "ring" in wish:
            rung = [self.stand_in.ring(self.stand_in.event(wish["ring"])) for _ in range(wish.get("times", 1))]
        self._send_json(200, {"rung": rung})

    def _send_json(self, status, body):
        self._send(status, "application/json", json.dumps(body).encode())

    def _send(self, status, kind, body):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Request-Id", f"req_{secrets.token_hex(6)}")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        """Quiet: the demo's terminal belongs to the portal."""


def serve(stand_in: StripeStandIn, port: int = 0, host: str = "127.0.0.1", address: str = "") -> ThreadingHTTPServer:
    """A server bound to `host`, not yet running; port 0 takes a free one. Payers are sent to `address`."""
    server = ThreadingHTTPServer((host, port), type("BoundHandler", (Handler,), {"stand_in": stand_in}))
    server.daemon_threads = True
    stand_in.base = address or f"http://{host}:{server.server_address[1]}"
    return server


def main() -> None:
    parser = argparse.ArgumentParser(description="A local stand-in for Stripe; no money moves.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=12111)
    parser.add_argument("--address", default="", help="where payers reach it, unless at host and port")
    parser.add_argument("--webhook", default="http://127.0.0.1:8000/stripe/webhook/")
    parser.add_argument("--secret", default="whsec_test")
    wish = parser.parse_args()
    serve(StripeStandIn(wish.webhook, wish.secret), wish.port, wish.host, wish.address).serve_forever()


if __name__ == "__main__":
    main()
