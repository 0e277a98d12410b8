"""Payments that come in parts: nothing is settled before the last cent is there; what has come is never forgotten."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.language.money import cents
from portal.letters import outbox
from portal.payments import bookkeeping, ledger, letters
from portal.payments.bookkeeping import ValueDateAhead
from portal.payments.ledger import NotOpen
from portal.payments.models import Payment
from portal.refusals import Refusal


class MoreThanAsked(Refusal):
    message = _("That is more than is still to be paid. Enter what was asked for, and pay back the rest.")


class NoPart(Refusal):
    message = _("A part is more than nothing.")


@transaction.atomic
def receive(
    payment: Payment, amount: Decimal, *, by, value_date: date | None = None, now: datetime | None = None
) -> Payment:
    """Finance found `amount` on the bank account, there since `value_date`: with the last part the payment is paid.

    Raises NotOpen, NoPart, MoreThanAsked, ValueDateAhead.
    """
    now = now or timezone.now()
    amount = cents(amount)
    if value_date and value_date > timezone.localdate(now):
        raise ValueDateAhead
    ledger.lock_with_deed(payment)
    if not payment.is_open:
        raise NotOpen
    if amount <= 0:
        raise NoPart
    if amount > payment.to_pay:
        raise MoreThanAsked
    if amount == payment.to_pay:
        return bookkeeping.receive_transfer(payment, by=by, value_date=value_date, now=now)
    if payment.session_id:
        # The page asks for the whole.
        ledger.close_page(payment.session_id)
        ledger.new_attempt(payment)
    payment.received += amount
    payment.save(update_fields=["received"])
    day = value_date or timezone.localdate(now)
    data = {"amount": str(amount), "value_date": day.isoformat(), "received": str(payment.received)}
    ledger.note(payment, "payments.part", by=by, at=now, data=data)
    outbox.post(letters.received_in_part, payment)
    return payment
