"""What happens after the hosted page: debits that arrive or fail, refunds that leave or come back, disputes."""

import secrets
import time


class Problem(Exception):
    """An error answer in Stripe's form."""

    def __init__(self, status: int, kind: str, message: str):
        super().__init__(message)
        self.status = status
        self.body = {"error": {"type": kind, "message": message}}


class Aftermath:
    """The part of the stand-in that needs `sessions`, `refunds` and `disputes`."""

    # What refunds asked for over the API become.
    refund_status = "succeeded"

    def intent(self, session: dict) -> dict:
        """The payment intent of `session`, with its charge and the refunds of that."""
        given = [one for one in self.refunds if one["payment_intent"] == session["payment_intent"]]
        gone = sum(one["amount"] for one in given if one["status"] in {"pending", "succeeded"})
        charge = {
            "id": f"ch_{session['payment_intent'][3:]}",
            "object": "charge",
            "amount_refunded": gone,
            "refunded": gone >= session["amount_total"],
            "refunds": {"object": "list", "has_more": False, "data": given, "url": "/v1/refunds"},
        }
        return {
            "id": session["payment_intent"],
            "object": "payment_intent",
            "status": session["_intent"],
            "latest_charge": charge,
        }

    def arrive(self, session_id: str) -> None:
        """The debit has arrived."""
        self._session(session_id).update(payment_status="paid", _intent="succeeded")

    def fail(self, session_id: str) -> None:
        """The bank did not carry out the debit; the page stays closed."""
        self._session(session_id).update(_intent="requires_payment_method")

    def refund(self, payment_intent: str, amount: int | None = None, *, status: str = "") -> dict:
        """Without `amount` everything that is left."""
        session = next((s for s in self.sessions.values() if s["payment_intent"] == payment_intent), None)
        if session is None:
            raise Problem(404, "invalid_request_error", f"No such payment_intent: '{payment_intent}'")
        left = session["amount_total"] - self.intent(session)["latest_charge"]["amount_refunded"]
        if amount and amount > left > 0:
            raise Problem(400, "invalid_request_error", "Refund amount is greater than unrefunded amount on charge.")
        if left <= 0:
            raise Problem(400, "invalid_request_error", "Charge has already been refunded.")
        refund = {
            "id": f"re_{secrets.token_hex(12)}",
            "object": "refund",
            "amount": left if amount is None else amount,
            "currency": session["currency"],
            "payment_intent": payment_intent,
            "status": status or self.refund_status,
            "created": int(time.time()),
        }
        self.refunds.append(refund)
        return refund

    def dispute(self, payment_intent: str, status: str = "needs_response") -> dict:
        """The payer disputes; a dict that stays the stand-in's own, so tests move its status."""
        dispute = {
            "id": f"du_{secrets.token_hex(12)}",
            "object": "dispute",
            "payment_intent": payment_intent,
            "status": status,
            "created": int(time.time()),
        }
        self.disputes.append(dispute)
        return dispute

    def _listed(self, name: str, rows: list[dict], params: dict) -> dict:
        since = int(params["created"].get("gte", 0)) if isinstance(params.get("created"), dict) else 0
        wanted = [
            row
            for row in reversed(rows)
            if row["created"] >= since and params.get("payment_intent") in {None, row["payment_intent"]}
        ]
        return {"object": "list", "url": f"/v1/{name}", "has_more": False, "data": wanted}
