"""The verbs of vouchers: take one instead of the money, pay with it, have it paid out after all."""

import secrets
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.letters import outbox
from portal.payments import ledger, letters
from portal.payments.ledger import NotOpen
from portal.payments.models import Credit, Payment, Redemption
from portal.payments.states import Cause, PaidVia, PaymentState
from portal.refusals import Refusal

# No letters that look like digits, no digits that look like letters.
ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
# Until the claim would lapse: three years from the end of the year (§§ 195, 199 BGB).
YEARS = 3


class NoVoucher(Refusal):
    message = _("For this payment there is no voucher: the money goes back, or has gone.")


class VoucherUsed(Refusal):
    message = _("A part of the voucher has been used, so it is not paid out any more.")


class VoucherUnknown(Refusal):
    message = _("This code is not valid here.")


def may_be_taken(payment: Payment) -> bool:
    """Whether the payer may choose: our own event was called off, and nothing has gone back yet."""
    is_due = payment.state == PaymentState.REFUND_DUE and payment.cause == Cause.CALLED_OFF
    return is_due and payment.payee_id is None and not (payment.refunded or payment.leaving)


@transaction.atomic
def take(payment: Payment, *, by=None, now: datetime | None = None) -> Credit:
    """The payer leaves the money with us for another event. Raises NoVoucher."""
    now = now or timezone.now()
    ledger.lock(payment)
    if not may_be_taken(payment):
        raise NoVoucher
    ledger.move(payment, PaymentState.CREDITED, by=by, now=now)
    until = date(timezone.localdate(now).year + YEARS, 12, 31)
    credit = Credit.objects.create(
        payment=payment, code=_new_code(), amount=payment.amount, left=payment.amount, valid_until=until, created_at=now
    )
    outbox.post(letters.voucher_given, payment)
    return credit


@transaction.atomic
def pay_out(payment: Payment, *, by=None, now: datetime | None = None) -> Payment:
    """The payer wants the money after all, as long as nothing of it was used. Raises NoVoucher or VoucherUsed."""
    ledger.lock(payment)
    credit = Credit.objects.select_for_update().filter(payment=payment).first()
    if credit is None or payment.state != PaymentState.CREDITED:
        raise NoVoucher
    if credit.left != credit.amount:
        raise VoucherUsed
    credit.delete()
    return ledger.owe_back(payment, Cause.CALLED_OFF, by=by, now=now or timezone.now())


@transaction.atomic
def redeem(payment: Payment, code: str, *, now: datetime | None = None) -> Payment:
    """Pay with a voucher, as far as it goes; the rest is paid as ever. Whatever is wrong with it, the answer is the
    same.

    Raises NotOpen or VoucherUnknown.
    """
    now = now or timezone.now()
    ledger.lock_with_deed(payment)
    if not payment.is_open or payment.payee_id is not None:
        raise NotOpen
    found = Credit.objects.select_for_update(of=("self",)).filter(code=as_code(code), left__gt=0).first()
    if found is None or found.valid_until < timezone.localdate(now) or found.payment_id == payment.pk:
        raise VoucherUnknown
    amount = min(found.left, payment.to_pay)
    found.left -= amount
    found.save(update_fields=["left"])
    Redemption.objects.create(credit=found, payment=payment, amount=amount, at=now)
    data = {"amount": str(amount), "from": found.payment.reference}
    ledger.note(payment, "payments.redeem", at=now, data=data)
    if amount == payment.to_pay:
        return ledger.receive(payment, via=PaidVia.CREDIT, value_date=timezone.localdate(now), now=now)
    ledger.add_part(payment, amount, value_date=timezone.localdate(now))
    return payment


def as_code(typed: str) -> str:
    """As it is stored: people type small letters and spaces."""
    return "".join(typed.upper().split()).replace("–", "-")[:40]


def _new_code() -> str:
    drawn = "".join(secrets.choice(ALPHABET) for _place in range(12))
    return f"{drawn[:4]}-{drawn[4:8]}-{drawn[8:]}"
