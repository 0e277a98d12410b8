"""Hosted pages (Checkout Sessions) and the money that they bring.

`account`: the linked account that the page is of, empty for our own (docs.stripe.com/connect/direct-charges).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from django.conf import settings

from portal.language.mailbox import absolute
from portal.language.money import cents
from portal.payments.gateway import line


class Money(StrEnum):
    """How far the money of a session has come."""

    NONE = "none"  # nobody has paid, or nobody has finished
    UNDERWAY = "underway"  # a debit or transfer that takes days
    FAILED = "failed"
    PAID = "paid"
    UNKNOWN = "unknown"


class Dispute(StrEnum):
    NONE = "none"
    INQUIRY = "inquiry"  # the bank asks; no money has moved
    RUNNING = "running"  # the bank holds the money until it has decided
    WON = "won"
    LOST = "lost"
    UNKNOWN = "unknown"


# How the reference of a payment begins: what else happens on an account is no business of ours.
OURS = "TP-"
# The states of a payment intent after the payer has finished the page without the money being there.
_MONEY = {
    "processing": Money.UNDERWAY,
    "requires_action": Money.UNDERWAY,
    "requires_payment_method": Money.FAILED,
    "canceled": Money.FAILED,
}
_DISPUTES = {
    "warning_needs_response": Dispute.INQUIRY,
    "warning_under_review": Dispute.INQUIRY,
    "warning_closed": Dispute.WON,
    "needs_response": Dispute.RUNNING,
    "under_review": Dispute.RUNNING,
    "prevented": Dispute.WON,
    "won": Dispute.WON,
    "lost": Dispute.LOST,
    # Until an appeal is decided the money stays lost.
    "appeal_needs_response": Dispute.LOST,
    "appeal_under_review": Dispute.LOST,
}
# Of several disputes the one that weighs most.
_WEIGHT = [Dispute.UNKNOWN, Dispute.RUNNING, Dispute.LOST, Dispute.INQUIRY, Dispute.WON]


@dataclass(frozen=True)
class Session:
    """What we need to know of a Checkout Session and the money it brought; amounts in whole units of `currency`.

    `reference` is the secret that only a page of ours carries, `number` the payment's readable reference. `refunded`
    has left, `refunding` is leaving; `refunds` counts them all, those that came back included.
    """

    id: str
    url: str
    status: str
    money: Money
    amount: Decimal
    currency: str
    reference: str
    number: str
    is_live: bool
    payment_intent: str
    refunded: Decimal = Decimal(0)
    refunding: Decimal = Decimal(0)
    refunds: int = 0
    dispute: Dispute = Dispute.NONE
    dispute_id: str = ""
    account: str = ""

    @property
    def is_paid(self) -> bool:
        return self.money == Money.PAID


def page_origin() -> str:
    """The origin of the hosted page, for the policy of the page whose form redirects there."""
    return "https://checkout.stripe.com" if settings.STRIPE_API_BASE == line.STRIPE_ITSELF else settings.STRIPE_API_BASE


def create_session(payment, reference: str, *, key: str, account: str = "") -> Session:
    """A hosted page for `payment`; the same `key` gives the same session. No personal data leaves the house."""
    address = absolute(payment.get_absolute_url())
    product = {"name": payment.description}
    price = {
        "currency": payment.currency.lower(),
        "unit_amount": int(cents(payment.amount) * 100),
        "product_data": product,
    }
    params = {
        "mode": "payment",
        "client_reference_id": reference,
        "metadata": {"reference": payment.reference},
        "payment_intent_data": {"metadata": {"reference": payment.reference}},
        "line_items": [{"quantity": 1, "price_data": price}],
        "locale": payment.language,
        "success_url": f"{address}?back=paid",
        "cancel_url": f"{address}?back=cancelled",
    }
    return _session(line.ask(_pages().create, params=params, key=key, account=account), account)


def retrieve(session_id: str, *, account: str = "") -> Session:
    """The session, its money, what went back and what is disputed, as they stand now."""
    params = {"expand": ["payment_intent.latest_charge.refunds"]}
    session = _session(line.ask(_pages().retrieve, session_id, params=params, account=account), account)
    return _with_dispute(session) if session.is_paid else session


def expire(session_id: str, *, account: str = "") -> None:
    """Close the hosted page. Raises Refused where it is closed already."""
    line.ask(_pages().expire, session_id, account=account)


def refund(session: Session, amount: Decimal, *, key: str) -> None:
    """Give back `amount` of what `session` brought; the same `key` gives it back once, another amount is refused."""
    params = {"payment_intent": session.payment_intent, "amount": int(cents(amount) * 100)}
    line.ask(line.client().v1.refunds.create, params=params, key=key, account=session.account)


def completed_sessions(since: datetime, *, account: str = "") -> Iterator[str]:
    """The ids of all sessions of ours completed among those created at or after `since`."""
    params = {"created": {"gte": int(since.timestamp())}, "status": "complete", "limit": 100}
    return (one.id for one in _all(_pages().list, params, account) if _number(one).startswith(OURS))


def troubled_intents(since: datetime, *, account: str = "") -> set[str]:
    """The payment intents of all refunds and disputes of ours made at or after `since`."""
    expand = ["data.payment_intent"]
    params = {"created": {"gte": int(since.timestamp())}, "limit": 100, "expand": expand}
    v1 = line.client().v1
    intents = [one.payment_intent for ask in (v1.refunds.list, v1.disputes.list) for one in _all(ask, params, account)]
    return {_id(intent) for intent in intents if _number(intent).startswith(OURS)}


def session_of_intent(payment_intent: str, *, account: str = "") -> str | None:
    """The id of the session behind a charge's payment intent."""
    page = line.ask(_pages().list, params={"payment_intent": payment_intent, "limit": 1}, account=account)
    return page.data[0].id if page.data else None


def _pages():
    return line.client().v1.checkout.sessions


def _all(call, params: dict, account: str) -> list:
    """Every page of a list."""
    first = line.ask(call, params=params, account=account)
    return line.heard(lambda: list(first.auto_paging_iter()))


def _session(answer, account: str) -> Session:
    intent = answer.payment_intent
    charge = getattr(intent, "latest_charge", None)
    refunds = getattr(getattr(charge, "refunds", None), "data", None) or []
    return Session(
        id=answer.id,
        url=answer.url or "",
        status=answer.status,
        money=_money(answer, intent),
        amount=_amount(answer.amount_total or 0),
        currency=(answer.currency or "").upper(),
        reference=answer.client_reference_id or "",
        number=_number(answer),
        is_live=answer.livemode,
        payment_intent=_id(intent),
        refunded=_amount(sum(one.amount for one in refunds if one.status == "succeeded")),
        refunding=_amount(sum(one.amount for one in refunds if one.status in {"pending", "requires_action"})),
        refunds=len(refunds),
        account=account,
    )


def _money(answer, intent) -> Money:
    if answer.payment_status == "paid":
        return Money.PAID
    if answer.payment_status != "unpaid":
        return Money.UNKNOWN
    if answer.status != "complete":
        return Money.NONE
    return _MONEY.get(getattr(intent, "status", None), Money.UNKNOWN)


def _with_dispute(session: Session) -> Session:
    params = {"payment_intent": session.payment_intent, "limit": 100}
    told = line.ask(line.client().v1.disputes.list, params=params, account=session.account)
    found = [(_DISPUTES.get(one.status, Dispute.UNKNOWN), one.id) for one in told.data]
    if not found:
        return session
    dispute, its_id = min(found, key=lambda one: _WEIGHT.index(one[0]))
    return replace(session, dispute=dispute, dispute_id=its_id)


def _number(thing) -> str:
    """The reference that a session or a payment intent of ours carries."""
    return getattr(getattr(thing, "metadata", None), "reference", "")


def _amount(minor: int) -> Decimal:
    return cents(Decimal(minor) / 100)


def _id(thing) -> str:
    """Of an object that Stripe may have sent whole or by its id."""
    return getattr(thing, "id", thing) or ""
