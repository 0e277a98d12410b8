"""The stand-in over HTTP."""

import json
import secrets
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

from tests.stripe_server import control
from tests.stripe_server.account import StripeStandIn
from tests.stripe_server.aftermath import Problem
from tests.stripe_server.hosted import PAID, hosted_page, setup_page

MISSING = "<!doctype html><title>404</title>404"


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
        if url.path.startswith("/setup/"):
            return self._setup(url.path.removeprefix("/setup/"))
        if url.path == "/_control":
            return self._send_json(200, control.shown(self.stand_in))
        return self._api("GET", url.path, unfold(parse_qsl(url.query)))

    def do_POST(self):
        path = urlsplit(self.path).path
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if path.startswith("/pay/"):
            return self._paid(path.removeprefix("/pay/"), dict(parse_qsl(body.decode())))
        if path.startswith("/setup/"):
            return self._set_up(path.removeprefix("/setup/"), dict(parse_qsl(body.decode())))
        if path == "/_control":
            return self._control(json.loads(body))
        return self._api("POST", path, unfold(parse_qsl(body.decode())))

    def _api(self, method, path, params):
        if self.stand_in.drops:
            self.stand_in.drops -= 1
            return self._hang_up()
        if not self.headers.get("Authorization", "").startswith("Bearer sk_"):
            problem = Problem(401, "invalid_request_error", "You did not provide an API key.")
            return self._send_json(problem.status, problem.body)
        key, account = (self.headers.get(name, "") for name in ("Idempotency-Key", "Stripe-Account"))
        status, body, lost = self.stand_in.answer(method, path, params, key, account)
        time.sleep(self.stand_in.slow)
        return self._hang_up() if lost else self._send_json(status, body)

    def _control(self, wish: dict):
        try:
            self._send_json(200, control.obey(self.stand_in, wish))
        except Problem as problem:
            self._send_json(problem.status, problem.body)

    def _hang_up(self):
        self.close_connection = True
        self.connection.close()

    def _hosted(self, session_id):
        self.stand_in.expire_old()
        session = self.stand_in.sessions.get(session_id)
        self._send_page(session and hosted_page(session))

    def _paid(self, session_id, form):
        self.stand_in.expire_old()
        session = self.stand_in.sessions.get(session_id)
        if session is None or session["status"] != "open":
            self._hosted(session_id)
            return
        action = form.get("action")
        if action == "decline":
            self._send_page(hosted_page(session, declined=True))
            return
        if action in PAID:
            self.stand_in.pay(session_id, debit=action == "debit", at_once=True)
            if action == "dispute":
                self.stand_in.dispute(session["payment_intent"])
        target = session["success_url"] if action in PAID else session["cancel_url"]
        self._redirect(target.replace("{CHECKOUT_SESSION_ID}", session_id))

    def _setup(self, token):
        link = self.stand_in.link_of(token)
        if link and self.stand_in.is_over(link):
            self._redirect(link["again"])
        else:
            self._send_page(link and setup_page(self.stand_in.accounts[link["account"]]))

    def _set_up(self, token, form):
        link = self.stand_in.link_of(token)
        if link is None or self.stand_in.is_over(link):
            self._setup(token)
            return
        self.stand_in.set_up(link, form.get("action", "leave"))
        self._redirect(link["back"])

    def _redirect(self, target: str):
        self.send_response(303)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send_page(self, page: str | None):
        self._send(200 if page else 404, "text/html; charset=utf-8", (page or MISSING).encode())

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
