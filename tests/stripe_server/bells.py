"""The bell: events, signed and delivered until somebody hears; also late, again and again, and in any order."""

import hashlib
import hmac
import json
import secrets
import threading
import time
import urllib.error
import urllib.request

RINGS = (0, 1, 2, 5, 15, 60)  # seconds between the attempts to deliver one event


class Bells:
    """The part of the stand-in that needs `webhook`, `secret` and `connect_secret`.

    `webhooks` False: events happen and nobody is told. `held`: a list collects them until they are let go; None: they
    leave at once. `delay`: seconds before the first attempt. `repeat`: how often each is delivered.
    """

    webhooks = True
    held: list[dict] | None = None
    delay = 0.0
    repeat = 1

    def event(self, session_id: str, kind: str = "checkout.session.completed", **changes) -> dict:
        session = self.sessions[session_id]
        return self.event_about(self._shown(session) | changes, kind, session["_account"])

    def event_about(self, subject: dict, kind: str, account: str = "") -> dict:
        event = {
            "id": f"evt_{secrets.token_hex(12)}",
            "object": "event",
            "type": kind,
            "created": int(time.time()),
            "livemode": False,
            "data": {"object": subject},
        }
        return event | ({"account": account} if account else {})

    def signed(self, event: dict | str, *, at: int | None = None, secret: str | None = None) -> tuple[bytes, str]:
        """Body and Stripe-Signature header."""
        body = event if isinstance(event, str) else json.dumps(event)
        at = int(time.time()) if at is None else at
        secret = secret or (self.connect_secret if isinstance(event, dict) and event.get("account") else self.secret)
        digest = hmac.new(secret.encode(), f"{at}.{body}".encode(), hashlib.sha256).hexdigest()
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

    def ring_at_once(self, event: dict, times: int) -> list[int]:
        """The same event so often in parallel; the answers."""
        gate, answers = threading.Barrier(times), []

        def ring():
            gate.wait()
            answers.append(self.ring(event))

        threads = [threading.Thread(target=ring) for _ in range(times)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return answers

    def tell(self, subject: dict, kind: str, account: str = "", *, at_once: bool = False) -> None:
        """It has happened: ring until somebody has heard. `at_once`: the first time before this returns."""
        event = self.event_about(subject, kind, account)
        self.events.append(event)
        if not (self.webhooks and self.webhook):
            return
        if self.held is not None:
            self.held.append(event)
            return
        if at_once and not self.delay and self.repeat == 1 and 200 <= self.ring(event) < 300:
            return
        for _ in range(self.repeat):
            threading.Thread(target=self._ring_until_heard, args=[event], daemon=True).start()

    def let_go(self, order: str = "as they came") -> list[int]:
        """Deliver what was held, one after the other, `reversed` if so wished; the answers."""
        events, self.held = self.held or [], None
        return [self.ring(event) for event in (reversed(events) if order == "reversed" else events)]

    def _ring_until_heard(self, event: dict) -> None:
        time.sleep(self.delay)
        for pause in RINGS:
            time.sleep(pause)
            if 200 <= self.ring(event) < 300:
                return
