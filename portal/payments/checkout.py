"""The verbs of money. Stripe is asked outside of transactions; states move only in `_move`.

Order of locks, everywhere: the scarce fact, the deed, the payment. A deed whose settling touches a scarce fact offers
`lock_for_payment()`; settling calls it before it locks the payment. A deed that can be over for good says so as
`takes_money`.
"""

from datetime import datetime
from decimal import Decimal

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app
from wagtail.log_actions import log

from portal import states
from portal.letters import outbox
from portal.payments import gateway, letters
from portal.payments.models import Payment
from portal.payments.signals import payment_settled
from portal.payments.states import PaidVia, PaymentState, Review
from portal.refusals import Refusal
from portal.web import tokens

LOCK_TIMEOUT = "5s"
CENT = Decimal("0.01")


class NotOpen(Refusal):
    message = _("This payment is not open any more.")


class NotAvailable(Refusal):
    message = _("Online payment is not available at the moment. Please try again in a few minutes.")


class NothingToRefund(Refusal):
    message = _("Nothing has to be refunded for this payment.")


def is_available() -> bool:
    """Whether payments can be made online; without Stripe keys money comes by bank transfer."""
    return gateway.is_configured()


def open_payment(
    deed, *, amount: Decimal, description: str, payer_name: str, payer_email: str, language: str, now=None
) -> Payment:
    """Ask `amount` euros for `deed`, inside the deed's own transaction. Nothing is asked for nothing: amount > 0."""
    if amount != amount.quantize(CENT):
        raise ValueError(f"{amount} is not in whole cents")
    payment = Payment(
        purpose=deed,
        amount=amount,
        description=description[:250],
        payer_name=payer_name[:200],
        payer_email=payer_email,
        language=language,
        created_at=now or timezone.now(),
    )
    with transaction.atomic():
        payment.save(force_insert=True)
        _log(payment, "payments.open", at=payment.created_at)
    return payment


def start(payment: Payment) -> str:
    """The address of the hosted page on which `payment` is paid; the same one until it expires.

    Raises NotOpen, or NotAvailable where Stripe gives no usable answer.
    """
    if payment.state != PaymentState.OPEN:
        raise NotOpen
    if not getattr(payment.purpose, "takes_money", True):
        withdraw(payment)
        raise NotOpen
    if not is_available():
        raise NotAvailable
    try:
        session = _current_session(payment) or _new_session(payment)
    except gateway.Unreachable as error:
        # Perhaps the page exists and only the answer was lost: the next try asks with the same key.
        raise NotAvailable from error
    except gateway.Refused as error:
        # Stripe keeps the answer under the key, errors too: the next try needs a new one.
        _forget_session(payment)
        raise NotAvailable from error
    if session.is_paid:
        settle(session.id)
        raise NotOpen
    return session.url


def settle(session_id: str, *, now: datetime | None = None) -> Payment | None:
    """Enter the money that session `session_id` brought, as Stripe itself tells it. Safe to call any number of times.

    Returns the payment, or None where the session is none of ours. Raises gateway.Unreachable or gateway.Refused.
    """
    session = gateway.retrieve(session_id)
    payment = tokens.read("settle", session.reference, Payment.objects.all())
    if payment is None or session.is_live != gateway.is_live() or not session.is_paid:
        return payment
    now = now or timezone.now()
    if (session.amount, session.currency) != (payment.amount, payment.currency):
        _call_for_review(payment, Review.MISMATCH, session_id=session.id, now=now)
        return payment
    _receive(payment, via=PaidVia.CHECKOUT, session_id=session.id, by=None, now=now)
    if session.is_refunded:
        _follow_refund(payment, session.id, now=now)
    return payment


def receive_transfer(payment: Payment, *, by, now: datetime | None = None) -> Payment:
    """Finance found the money on the bank account."""
    if payment.state not in {PaymentState.OPEN, PaymentState.CANCELLED}:
        raise NotOpen
    return _receive(payment, via=PaidVia.TRANSFER, session_id="", by=by, now=now or timezone.now())


@transaction.atomic
def withdraw(payment: Payment, *, by=None, now: datetime | None = None) -> Payment:
    """The deed is off, called by its verb: nothing is asked any more, money that came goes back."""
    now = now or timezone.now()
    _lock(payment)
    if payment.state == PaymentState.OPEN:
        _move(payment, PaymentState.CANCELLED, by=by, now=now)
        if payment.session_id:
            _close_page(payment.session_id)
    elif payment.state == PaymentState.PAID:
        _owe_back(payment, by=by, now=now)
    return payment


def refund(payment: Payment, *, by, now: datetime | None = None) -> Payment:
    """Finance gives the money back: through Stripe what came through it, else a transfer already made by hand.

    Raises NothingToRefund, or NotAvailable where Stripe gives no answer. May be repeated after a failure.
    """
    if payment.state != PaymentState.REFUND_DUE:
        raise NothingToRefund
    if payment.paid_via == PaidVia.CHECKOUT:
        try:
            session = gateway.retrieve(payment.session_id)
            if not session.is_refunded:
                gateway.refund(session, key=f"{payment.reference}-{payment.session_id}-refund")
        except (gateway.Unreachable, gateway.Refused) as error:
            raise NotAvailable from error
    return _record_refund(payment, by=by, now=now or timezone.now())


@transaction.atomic
def close_review(payment: Payment, *, by, now: datetime | None = None) -> Payment:
    """Finance has looked at money that fitted no arrow."""
    _lock(payment)
    if payment.review:
        _log(payment, "payments.close_review", by=by, at=now or timezone.now(), data={"reason": payment.review})
        payment.review = ""
        payment.save(update_fields=["review"])
    return payment


@transaction.atomic
def _receive(payment: Payment, *, via: str, session_id: str, by, now: datetime) -> Payment:
    _wait_not_too_long()
    lock_deed = getattr(payment.purpose, "lock_for_payment", None)
    if lock_deed:
        lock_deed()
    _lock(payment)
    if session_id and payment.paid_at and payment.session_id == session_id:
        return payment
    if payment.state not in {PaymentState.OPEN, PaymentState.CANCELLED}:
        return _call_for_review(payment, Review.SURPLUS, session_id=session_id, now=now)
    payment.paid_via, payment.paid_at, payment.session_id = via, now, session_id
    payment.save(update_fields=["paid_via", "paid_at", "session_id"])
    if payment.state == PaymentState.CANCELLED:
        return _owe_back(payment, by=by, now=now)
    _move(payment, PaymentState.PAID, by=by, now=now)
    outbox.post(letters.received, payment)
    payment_settled.send(sender=Payment, payment=payment)
    return payment


def _owe_back(payment: Payment, *, by, now: datetime) -> Payment:
    _move(payment, PaymentState.REFUND_DUE, by=by, now=now)
    outbox.post(letters.refund_coming, payment)
    return payment


@transaction.atomic
def _follow_refund(payment: Payment, session_id: str, *, now: datetime) -> None:
    """Somebody refunded in Stripe's own dashboard: the house follows."""
    _lock(payment)
    if payment.session_id != session_id:
        return
    if payment.state == PaymentState.PAID:
        _move(payment, PaymentState.REFUND_DUE, by=None, now=now)
    if payment.state == PaymentState.REFUND_DUE:
        _record_refund(payment, by=None, now=now)


@transaction.atomic
def _record_refund(payment: Payment, *, by, now: datetime) -> Payment:
    _lock(payment)
    if payment.state == PaymentState.REFUNDED:
        return payment
    _move(payment, PaymentState.REFUNDED, by=by, now=now)
    outbox.post(letters.refunded, payment)
    return payment


@transaction.atomic
def _call_for_review(payment: Payment, reason: str, *, session_id: str, now: datetime) -> Payment:
    """Money that fits no arrow is never passed over in silence: finance sees it in the list and by letter."""
    _lock(payment)
    if payment.review == reason:
        return payment
    payment.review = reason
    payment.save(update_fields=["review"])
    _log(payment, "payments.review", at=now, data={"reason": reason, "session": session_id})
    for person in letters.finance():
        outbox.post(letters.review_wanted, payment, reader=person)
    return payment


def _current_session(payment: Payment) -> gateway.Session | None:
    """The session given out last, unless it has expired or Stripe does not know it."""
    if not payment.session_id:
        return None
    try:
        session = gateway.retrieve(payment.session_id)
    except gateway.Refused:
        session = None
    if session is None or session.status == "expired":
        _forget_session(payment)
        return None
    return session


def _new_session(payment: Payment) -> gateway.Session:
    # The moment of asking keeps keys apart when a database starts over with the same numbers.
    key = f"{payment.reference}-{payment.created_at.timestamp():.6f}-{payment.attempt}"
    session = gateway.create_session(payment, tokens.make("settle", payment), key=key)
    with transaction.atomic():
        asked = payment.attempt
        _lock(payment)
        if payment.state != PaymentState.OPEN:
            if not session.is_paid:
                _close_page(session.id)
            raise NotOpen
        if payment.attempt == asked:
            payment.session_id = session.id
            payment.save(update_fields=["session_id"])
    return session


@transaction.atomic
def _forget_session(payment: Payment) -> None:
    """Make the next start ask with a new key; two visitors who notice together count one attempt."""
    noticed = payment.attempt
    _lock(payment)
    if payment.attempt == noticed and payment.state == PaymentState.OPEN:
        payment.attempt += 1
        payment.session_id = ""
        payment.save(update_fields=["attempt", "session_id"])


def _lock(payment: Payment) -> None:
    payment.refresh_from_db(from_queryset=Payment.objects.locked())


def _wait_not_too_long() -> None:
    # A webhook that waits longer is answered 503: Stripe rings again.
    with connection.cursor() as cursor:
        cursor.execute("select set_config('lock_timeout', %s, true)", [LOCK_TIMEOUT])


def _move(payment: Payment, to: PaymentState, *, by, now: datetime) -> None:
    arrow = {"from": str(payment.state), "to": str(to)}
    states.step(payment, to, refusal=NotOpen, action=f"payments.{to}", data=arrow, by=by, now=now)


def _log(payment: Payment, action: str, *, at: datetime, by=None, data: dict | None = None) -> None:
    log(payment, action, user=by, data=data, timestamp=at)


def _close_page(session_id: str) -> None:
    """By its name: the tasks of the payments call this module."""
    app.configure_task("payments.close_page", allow_unknown=False).defer(session_id=session_id)
