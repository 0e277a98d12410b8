"""What happens after the hosted page: debits that arrive or fail, refunds that leave or come back, disputes."""

import secrets
import time


class Problem(Exception):
    """An error answer in Stripe's form."""

    def __init__(self, status: int, kind: str, message: str, code: str = ""):
        super().__init__(message)
        self.status = status
        self.body = {"error": {"type": kind, "message": message} | ({"code": code} if code else {})}


class Aftermath:
    """The part of the stand-in that needs `sessions`, `refunds` and `disputes`."""

    # What refunds asked for over the API become.
    refund_status = "succeeded"

    def intent(self, session: dict) -> dict:
        """The payment intent of `session`, with its charge and the refunds of that."""
        given = [_told(one) for one in self.refunds if one["payment_intent"] == session["payment_intent"]]
        gone = sum(one["amount"] for one in given if one["status"] in {"pending", "succeeded"})
        charge = {
            "id": f"ch_{session['payment_intent'][3:]}",
            "object": "charge",
            "amount_refunded": gone,
            "payment_intent": session["payment_intent"],
            "refunded": gone >= session["amount_total"],
            "refunds": {"object": "list", "has_more": False, "data": given, "url": "/v1/refunds"},
        }
        return {
            "id": session["payment_intent"],
            "object": "payment_intent",
            "metadata": session["_intent_metadata"],
            "status": session["_intent"],
            "latest_charge": charge,
        }

    def arrive(self, session_id: str) -> None:
        """The debit has arrived."""
        session = self.sessions[session_id]
        session.update(payment_status="paid", _intent="succeeded")
        self._tell_session(session, "checkout.session.async_payment_succeeded")

    def fail(self, session_id: str) -> None:
        """The bank did not carry out the debit; the page stays closed."""
        session = self.sessions[session_id]
        session.update(_intent="requires_payment_method")
        self._tell_session(session, "checkout.session.async_payment_failed")

    def refund(self, payment_intent: str, amount: int | None = None, *, status: str = "", account=None) -> dict:
        """Without `amount` everything that is left. `account`: who asks over the API; None: it is done in the dashboard
        of the account that was paid.
        """
        session = self.behind(payment_intent, account)
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
            "_account": session["_account"],
        }
        self.refunds.append(refund)
        self.tell(_told(refund), "refund.created", session["_account"])
        if refund["status"] == "succeeded":
            self.tell(self.intent(session)["latest_charge"], "charge.refunded", session["_account"])
        return refund

    def dispute(self, payment_intent: str, status: str = "needs_response") -> dict:
        """The payer disputes; a dict that stays the stand-in's own, so tests move its status."""
        session = self.behind(payment_intent)
        dispute = {
            "id": f"du_{secrets.token_hex(12)}",
            "object": "dispute",
            "payment_intent": payment_intent,
            "status": status,
            "created": int(time.time()),
            "_account": session["_account"],
        }
        self.disputes.append(dispute)
        self.tell(_told(dispute), "charge.dispute.created", session["_account"])
        return dispute

    def decide(self, payment_intent: str, status: str) -> dict:
        """The bank moves its dispute to `status`: `won` and `lost` close it, everything else updates it."""
        dispute = next(one for one in reversed(self.disputes) if one["payment_intent"] == payment_intent)
        dispute["status"] = status
        kind = "charge.dispute.closed" if status in {"won", "lost", "warning_closed"} else "charge.dispute.updated"
        self.tell(_told(dispute), kind, dispute["_account"])
        return dispute

    def behind(self, payment_intent: str, account: str | None = None) -> dict:
        """The session of a payment intent; `account` None: whosever it is."""
        for session in self.sessions.values():
            if session["payment_intent"] == payment_intent and account in {None, session["_account"]}:
                return session
        raise Problem(404, "invalid_request_error", f"No such payment_intent: '{payment_intent}'", "resource_missing")

    def _listed(self, name: str, rows: list[dict], params: dict, account: str) -> dict:
        wanted = [
            row
            for row in rows
            if row["_account"] == account and params.get("payment_intent") in {None, row["payment_intent"]}
        ]
        page = paged(name, wanted, params)
        whole = "data.payment_intent" in (params.get("expand") or {}).values()
        told = [_told(row) for row in page["data"]]
        if whole:
            for row in told:
                row["payment_intent"] = self.intent(self.behind(row["payment_intent"]))
        return page | {"data": told}


def paged(name: str, rows: list[dict], params: dict) -> dict:
    """The newest first, `limit` of them after `starting_after`, of those `created` since."""
    created = params.get("created")
    since = int(created.get("gte", 0)) if isinstance(created, dict) else 0
    found = [row for row in reversed(rows) if row["created"] >= since]
    if after := params.get("starting_after"):
        found = found[[row["id"] for row in found].index(after) + 1 :]
    limit = int(params.get("limit", 10))
    return {"object": "list", "url": f"/v1/{name}", "has_more": len(found) > limit, "data": found[:limit]}


def _told(row: dict) -> dict:
    return {name: value for name, value in row.items() if not name.startswith("_")}
