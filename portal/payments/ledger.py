"""What all verbs of money share: locks, steps, the log, the call for finance. Each is called inside a transaction.

Order of locks, everywhere: the scarce fact, the deed, the payment. A deed whose settling touches a scarce fact offers
`lock_for_payment()`.
"""

from datetime import date, datetime
from decimal import Decimal

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app

from portal import states
from portal.audit import log
from portal.letters import outbox
from portal.payments import letters
from portal.payments.models import Payment
from portal.payments.signals import payment_given_up, payment_reopened, payment_settled
from portal.payments.states import Cause, PaidVia, PaymentState, Review
from portal.refusals import Refusal

LOCK_TIMEOUT = "5s"


class NotOpen(Refusal):
    message = _("This payment is not open any more.")


def lock_with_deed(payment: Payment) -> None:
    """The deed's scarce fact, then the payment. A webhook that waits longer is answered 503: Stripe rings again."""
    with connection.cursor() as cursor:
        cursor.execute("select set_config('lock_timeout', %s, true)", [LOCK_TIMEOUT])
    lock_deed = getattr(payment.purpose, "lock_for_payment", None)
    if lock_deed:
        lock_deed()
    lock(payment)


def lock(payment: Payment) -> None:
    payment.refresh_from_db(from_queryset=Payment.objects.locked())


def move(payment: Payment, to: PaymentState, *, by=None, now: datetime, reason: str = "", **facts) -> None:
    """Along an arrow, with the `facts` that come with the new state. Raises NotOpen."""
    data = {"from": str(payment.state), "to": str(to)} | ({"reason": reason} if reason else {})
    states.step(payment, to, refusal=NotOpen, action=f"payments.{to}", data=data, by=by, now=now, **facts)


def note(payment: Payment, action: str, *, at: datetime, by=None, data: dict | None = None) -> None:
    log(payment, action, user=by, data=data, timestamp=at)


def receive(
    payment: Payment,
    *,
    via: PaidVia,
    page: tuple[str, str] = ("", ""),
    value_date: date | None = None,
    by=None,
    now: datetime,
) -> Payment:
    """The money is there: settle the deed, or owe it back where the deed is off meanwhile.

    `page`: the session that brought it and the linked account that it is of.
    """
    if payment.session_id not in {"", page[0]}:
        close_page(payment.session_id, payment.session_account)
    if payment.received and via == PaidVia.CHECKOUT:
        # The page was open before a part came by transfer: now there is more than was asked for.
        call_for_review(payment, Review.SURPLUS, about=page[0], now=now)
    payment.session_id, payment.session_account = page
    payment.paid_via, payment.paid_at, payment.value_date = via, now, value_date
    payment.received = Decimal(0)
    payment.save(update_fields=["paid_via", "paid_at", "session_id", "session_account", "value_date", "received"])
    if payment.state == PaymentState.CANCELLED:
        return owe_back(payment, payment.cause or Cause.OVER, by=by, now=now)
    move(payment, PaymentState.PAID, by=by, now=now)
    outbox.post(letters.received, payment)
    payment_settled.send(sender=Payment, payment=payment)
    return payment


def reopen(payment: Payment, *, by=None, now: datetime, reason: str = "") -> None:
    """Ask for the money again: what was under way or entered has not come. Nothing is asked for a deed that is over."""
    new_attempt(payment)
    payment.paid_at, payment.paid_via, payment.value_date = None, "", None
    # What was to go back of it is not asked for in the first place.
    payment.amount, payment.owed, payment.owed_for = payment.amount - payment.owed, Decimal(0), ""
    payment.save(update_fields=["paid_at", "paid_via", "value_date", "amount", "owed", "owed_for"])
    if payment.state in PaymentState.AWAITED and not payment.takes_money:
        asked = payment.amount
        if payment.received:
            give_parts_back(payment, Cause.OVER, by=by, now=now)
        else:
            move(payment, PaymentState.CANCELLED, by=by, now=now, reason=reason, cause=Cause.OVER)
        payment_given_up.send(sender=Payment, payment=payment, amount=asked, by=by, now=now)
        return
    if payment.state == PaymentState.OPEN:
        note(payment, "payments.open", by=by, at=now)
    else:
        move(payment, PaymentState.OPEN, by=by, now=now, reason=reason)
    payment_reopened.send(sender=Payment, payment=payment)


def give_parts_back(payment: Payment, cause: Cause, *, by=None, now: datetime) -> Payment:
    """The deed is off before all of it was paid: no more is asked than has come, and that goes back."""
    payment.amount, payment.received = payment.received, Decimal(0)
    payment.paid_via, payment.paid_at, payment.value_date = PaidVia.TRANSFER, now, timezone.localdate(now)
    payment.save(update_fields=["amount", "received", "paid_via", "paid_at", "value_date"])
    move(payment, PaymentState.PAID, by=by, now=now)
    return owe_back(payment, cause, by=by, now=now)


def add_part(payment: Payment, amount: Decimal, *, value_date: date) -> None:
    """`amount` has come; an open page would ask for the whole."""
    if payment.session_id:
        close_page(payment.session_id, payment.session_account)
        new_attempt(payment)
    payment.received, payment.value_date = payment.received + amount, value_date
    payment.save(update_fields=["received", "value_date"])


def forget_parts(payment: Payment, *, by, now: datetime, reason: str) -> None:
    data = {"received": str(payment.received), "reason": reason}
    payment.received, payment.value_date = Decimal(0), None
    payment.save(update_fields=["received", "value_date"])
    note(payment, "payments.part_undone", by=by, at=now, data=data)


def owe_back(payment: Payment, cause: Cause, *, by=None, now: datetime) -> Payment:
    move(payment, PaymentState.REFUND_DUE, by=by, now=now, cause=cause)
    outbox.post(letters.refund_coming, payment)
    return payment


def new_attempt(payment: Payment) -> None:
    """The next start asks for a page with a new key."""
    payment.session_id, payment.session_account, payment.attempt = "", "", payment.attempt + 1
    payment.save(update_fields=["session_id", "session_account", "attempt"])


def call_for_review(payment: Payment, reason: Review, *, about: str, now: datetime) -> Payment:
    """What fits no arrow is never passed over in silence: finance sees it in the list and by letter, once."""
    call = f"{reason} {about}"
    if call in payment.called_for:
        return payment
    payment.review = reason
    payment.called_for = [*payment.called_for, call]
    payment.save(update_fields=["review", "called_for"])
    note(payment, "payments.review", at=now, data={"reason": reason, "about": about})
    for person in letters.finance():
        outbox.post(letters.review_wanted, payment, reader=person)
    return payment


def close_page(session_id: str, account: str) -> None:
    """By its name: the tasks of the payments call the verbs."""
    app.configure_task("payments.close_page", allow_unknown=False).defer(session_id=session_id, account=account)
