"""The stand-in over HTTP."""

import json
import secrets
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

from tests.stripe_server.account import StripeStandIn
from tests.stripe_server.aftermath import Problem
from tests.stripe_server.hosted import PAID, hosted_page


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


class Handler(BaseHTTPRequestHandler):
    stand_in: StripeStandIn
    protocol_version = "HTTP/1.1"
    # Head and body leave as one: apart, the second waits 40 ms for the other side to confirm the first.
    wbufsize = -1

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
        action = form.get("action")
        if action == "decline":
            self._send(200, "text/html; charset=utf-8", hosted_page(session, declined=True).encode())
            return
        if action in PAID:
            self.stand_in.pay(session_id, ring=False, debit=action == "debit")
            if self.stand_in.webhooks and self.stand_in.webhook:
                # Ring before the payer is back, as Stripe mostly manages to; go on ringing where nobody answers.
                event = self.stand_in.event(session_id)
                if not 200 <= self.stand_in.ring(event) < 300:
                    threading.Thread(target=self.stand_in._ring_until_heard, args=[event], daemon=True).start()
            if action == "dispute":
                self.stand_in.dispute_later(session)
        target = session["success_url"] if action in PAID else session["cancel_url"]
        self.send_response(303)
        self.send_header("Location", target.replace("{CHECKOUT_SESSION_ID}", session_id))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _control(self, wish: dict):
        for name in ("timeouts", "errors", "webhooks"):
            if name in wish:
                setattr(self.stand_in, name, wish[name])
        for deed in ("arrive", "fail"):
            if deed in wish:
                getattr(self.stand_in, deed)(wish[deed])
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
