"""What a stranger may have the stand-in do over HTTP: `POST /_control` with one JSON object; the docstring of the
package lists the words.
"""

from tests.stripe_server.account import StripeStandIn

SETTINGS = ("timeouts", "errors", "drops", "slow", "webhooks", "delay", "repeat", "page_lasts", "refund_status")


def obey(stand_in: StripeStandIn, wish: dict) -> dict:
    """Do all of `wish`, in the order of this function; what rang, with the answers."""
    for name in SETTINGS:
        if name in wish:
            setattr(stand_in, name, wish[name])
    if wish.get("hold"):
        stand_in.held = []
    for deed in ("arrive", "fail", "expire"):
        if deed in wish:
            getattr(stand_in, deed)(wish[deed])
    if "pay" in wish:
        stand_in.pay(wish["pay"], debit=wish.get("debit", False))
    if "refund" in wish:
        stand_in.refund(_intent(stand_in, wish["refund"]), wish.get("amount"), status=wish.get("status", ""))
    if "dispute" in wish:
        stand_in.dispute(_intent(stand_in, wish["dispute"]), wish.get("status", "needs_response"))
    if "decide" in wish:
        stand_in.decide(_intent(stand_in, wish["decide"]), wish["status"])
    if "restrict" in wish:
        stand_in.stand(wish["restrict"], reason=wish.get("reason", "requirements.past_due"))
    if "activate" in wish:
        stand_in.stand(wish["activate"], reason=None, charges_enabled=True)
    if "deauthorize" in wish:
        stand_in.deauthorize(wish["deauthorize"])
    rung = stand_in.let_go(wish["let_go"]) if "let_go" in wish else []
    if "ring" in wish:
        rung += _ring(stand_in, wish)
    return {"rung": rung}


def shown(stand_in: StripeStandIn) -> dict:
    """All that it remembers."""
    names = ("sessions", "refunds", "disputes", "accounts", "events", "requests")
    return {name: getattr(stand_in, name) for name in names}


def _ring(stand_in: StripeStandIn, wish: dict) -> list[int]:
    kind, times = wish.get("kind", "checkout.session.completed"), wish.get("times", 1)
    if wish.get("at_once"):
        return stand_in.ring_at_once(stand_in.event(wish["ring"], kind), times)
    return [stand_in.ring(stand_in.event(wish["ring"], kind)) for _ in range(times)]


def _intent(stand_in: StripeStandIn, session_id: str) -> str:
    return stand_in.sessions[session_id]["payment_intent"]
