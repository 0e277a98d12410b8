"""Payments follow what Stripe tells, in whatever order its bells ring: each ring asks how things stand now.

Stripe is asked outside of transactions; then the deed and the payment are locked, and the arrows are taken that lead
to where Stripe is already. What no arrow covers calls finance.
"""

import re
from datetime import datetime
from decimal import Decimal

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal import states
from portal.letters import outbox
from portal.payments import gateway, ledger, letters
from portal.payments.gateway import Dispute, Money, Session
from portal.payments.models import LinkedAccount, Payment, Stray
from portal.payments.signals import payment_given_up, payment_underway
from portal.payments.states import PaidVia, PaymentState, Review
from portal.web import tokens

NUMBER = re.compile(r"TP-([0-9]{6,18})")
# Where a dispute leads, if an arrow does, and what finance is called for.
DISPUTES = {
    Dispute.INQUIRY: (None, Review.DISPUTE),
    Dispute.RUNNING: (PaymentState.DISPUTED, Review.DISPUTE),
    Dispute.LOST: (PaymentState.CHARGED_BACK, Review.LOST),
    Dispute.UNKNOWN: (None, Review.UNKNOWN),
}
GOES_BACK = frozenset({PaymentState.PAID, PaymentState.REFUND_DUE, PaymentState.REFUNDING, PaymentState.REFUNDED})


def settle(session_id: str, *, account: str = "", by=None, now: datetime | None = None) -> Payment | None:
    """Take the payment of `session_id` to where Stripe says that it stands. Safe to call any number of times.

    `account`: the linked account that it is a session of. Returns the payment, or None where the session is none of
    ours. Raises gateway.Unreachable or gateway.Refused.
    """
    return follow(gateway.retrieve(session_id, account=account), by=by, now=now)


def follow(session: Session, *, by=None, now: datetime | None = None) -> Payment | None:
    """The same with what Stripe has told already."""
    payment, doubt = _whose(session)
    if payment is None:
        return None
    return _follow(payment, session, doubt, by=by, now=now or timezone.now())


@transaction.atomic
def puzzle(payment: Payment, kind: str, *, about: str, now: datetime | None = None) -> Payment:
    """Stripe told something about `payment` that the portal does not know."""
    ledger.lock(payment)
    return ledger.call_for_review(payment, Review.UNKNOWN, about=f"{kind} {about}", now=now or timezone.now())


@transaction.atomic
def keep_stray(event_id: str, kind: str, about: str, *, now: datetime | None = None) -> None:
    """Stripe told something about no payment of ours. One letter a kind, until somebody has looked."""
    if not event_id:
        return
    _one_after_the_other(kind)
    is_known = Stray.objects.filter(kind=kind, closed_at=None).exists()
    facts = {"kind": kind, "about": about, "arrived_at": now or timezone.now()}
    stray, is_new = Stray.objects.get_or_create(event_id=event_id, defaults=facts)
    if is_new and not is_known:
        for person in letters.finance():
            outbox.post(letters.stray_arrived, stray, reader=person)


def _one_after_the_other(kind: str) -> None:
    """There is no row yet that could be locked."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"stray {kind}"])


def _whose(session: Session) -> tuple[Payment | None, Review | None]:
    """The payment, and why the session cannot be believed."""
    if payment := tokens.read("settle", session.reference, Payment.objects.all()):
        if not _is_of_its_payee(payment, session.account):
            return payment, Review.ACCOUNT
        return payment, None if session.is_live == gateway.is_live() else Review.LIVEMODE
    number = NUMBER.fullmatch(session.number)
    payment = Payment.objects.filter(pk=int(number[1])).first() if number else None
    if payment and session.account and not _is_of_its_payee(payment, session.account):
        # Whoever keeps an account of their own writes into it what they like: our numbers are no secret.
        return None, None
    return payment, Review.REFERENCE


def _is_of_its_payee(payment: Payment, account: str) -> bool:
    """Our own account takes our own money, that of an institution an account that this very institution has linked."""
    if not account:
        return payment.payee_id is None
    of_payee = LinkedAccount.objects.filter(institution=payment.payee_id, livemode=gateway.is_live())
    return of_payee.filter(account_id=account).exists()


@transaction.atomic
def _follow(payment: Payment, session: Session, doubt: Review | None, *, by, now: datetime) -> Payment:
    ledger.lock_with_deed(payment)
    if doubt is None:
        _STEPS[session.money](payment, session, by=by, now=now)
    elif session.money != Money.NONE:
        ledger.call_for_review(payment, doubt, about=session.id, now=now)
    return payment


def _nobody_paid(payment: Payment, session: Session, **_when) -> None:
    if session.status == "expired" and payment.is_open and payment.session_id == session.id:
        ledger.new_attempt(payment)


def _set_out(payment: Payment, session: Session, *, by, now: datetime) -> None:
    """The debit takes days: nothing more is asked, and the deed keeps what it holds."""
    if payment.state != PaymentState.OPEN:
        return
    if payment.session_id not in {"", session.id}:
        ledger.close_page(payment.session_id, payment.session_account)
    page = {"session_id": session.id, "session_account": session.account}
    ledger.move(payment, PaymentState.PENDING, by=by, now=now, **page)
    outbox.post(letters.underway, payment)
    payment_underway.send(sender=Payment, payment=payment)


def _fell_through(payment: Payment, session: Session, *, by, now: datetime) -> None:
    if payment.state in PaymentState.AWAITED and payment.session_id == session.id:
        payment.failed_at = now
        payment.save(update_fields=["failed_at"])
        ledger.reopen(payment, by=by, now=now)
        outbox.post(letters.fell_through, payment)


def _arrived(payment: Payment, session: Session, *, by, now: datetime) -> None:
    if (session.amount, session.currency) != (payment.amount, payment.currency):
        ledger.call_for_review(payment, Review.MISMATCH, about=session.id, now=now)
        return
    if not (payment.paid_at and payment.session_id == session.id):
        if payment.state not in PaymentState.AWAITED | {PaymentState.CANCELLED}:
            ledger.call_for_review(payment, Review.SURPLUS, about=session.id, now=now)
            return
        ledger.receive(payment, via=PaidVia.CHECKOUT, page=(session.id, session.account), by=by, now=now)
    _follow_dispute(payment, session, now=now)
    _follow_refunds(payment, session, by=by, now=now)


def _not_understood(payment: Payment, session: Session, *, now: datetime, **_who) -> None:
    ledger.call_for_review(payment, Review.UNKNOWN, about=session.id, now=now)


_STEPS = {
    Money.NONE: _nobody_paid,
    Money.UNDERWAY: _set_out,
    Money.FAILED: _fell_through,
    Money.PAID: _arrived,
    Money.UNKNOWN: _not_understood,
}


def _follow_dispute(payment: Payment, session: Session, *, now: datetime) -> None:
    if session.dispute == Dispute.WON and payment.state in {PaymentState.DISPUTED, PaymentState.CHARGED_BACK}:
        if payment.cause:
            ledger.owe_back(payment, payment.cause, now=now)
        else:
            ledger.move(payment, PaymentState.PAID, now=now)
    if session.dispute in DISPUTES:
        to, review = DISPUTES[session.dispute]
        if to and states.leads(payment, to):
            ledger.move(payment, to, now=now)
        ledger.call_for_review(payment, review, about=session.dispute_id, now=now)


def _follow_refunds(payment: Payment, session: Session, *, by, now: datetime) -> None:
    """Whether given back here or in Stripe's own dashboard; in part or whole; and whether it arrived."""
    if payment.state not in GOES_BACK:
        return
    left = payment.by_hand + session.refunded
    leaving = left + session.refunding + payment.in_batch
    if (payment.by_hand or payment.in_batch) and leaving > _at_most(payment):
        ledger.call_for_review(payment, Review.TWICE, about=session.id, now=now)
        return
    before, left_before = payment.refunded, payment.refunded + payment.leaving
    unasked = leaving - max(payment.owed, left_before) if payment.state == PaymentState.PAID else Decimal(0)
    payment.refunded, payment.leaving = left, session.refunding + payment.in_batch
    payment.save(update_fields=["refunded", "leaving"])
    if payment.refunded != before:
        ledger.note(payment, "payments.refund_in_part", by=by, at=now, data={"refunded": str(payment.refunded)})
    if unasked > 0:
        # Given back in Stripe's own dashboard: nobody has told the deed, and what was charged for it is off.
        payment_given_up.send(sender=Payment, payment=payment, amount=unasked, reason=_("paid back"), by=by, now=now)
    to = _standing(payment, left, leaving)
    if to != payment.state:
        via = PaidVia.CHECKOUT if to == PaymentState.REFUNDED else ""
        ledger.move(payment, to, by=by, now=now, refunded_via=via)
    nothing_left = bool(payment.to_give_back and session.refunds and leaving == payment.by_hand + payment.in_batch)
    if leaving < left_before or nothing_left:
        ledger.call_for_review(payment, Review.RETURNED, about=f"{session.id} {session.refunds}", now=now)
    elif payment.refunded > before:
        whole = payment.state == PaymentState.REFUNDED
        outbox.post(letters.refunded if whole else letters.refunded_in_part, payment)


def _at_most(payment: Payment) -> Decimal:
    """How much may go back of what somebody has begun to give back by hand."""
    return payment.owed if payment.state == PaymentState.PAID else payment.amount


def _standing(payment: Payment, left: Decimal, leaving: Decimal) -> PaymentState:
    if left >= payment.amount:
        return PaymentState.REFUNDED
    if leaving >= payment.amount:
        return PaymentState.REFUNDING
    owed_again = payment.state in {PaymentState.REFUNDING, PaymentState.REFUNDED}
    return PaymentState.REFUND_DUE if owed_again else payment.status
