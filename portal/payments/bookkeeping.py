"""The verbs of finance: transfers that came or were entered by mistake, money that goes back, what was looked at."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.audit import log
from portal.language.money import cents
from portal.letters import outbox
from portal.payments import following, gateway, ledger, letters
from portal.payments.books import closing
from portal.payments.checkout import NotAvailable
from portal.payments.ledger import NotOpen
from portal.payments.models import Payment, RefundProposal, Stray
from portal.payments.returning import payers, second
from portal.payments.returning.payers import Payer
from portal.payments.returning.refusals import NothingToRefund, OtherAmount
from portal.payments.states import PaidVia, PaymentState
from portal.refusals import Refusal
from portal.rights import HouseRight

RECEIVABLE = PaymentState.AWAITED | {PaymentState.CANCELLED}


class NotYours(Refusal):
    message = _("Only managers of the institution that was paid can pay back from its account.")


class NotEntered(Refusal):
    message = _("Only a transfer that was entered by hand and has not gone back can be undone.")


class MoreThanAsked(Refusal):
    message = _("That is more than is still to be paid. Enter what was asked for, and pay back the rest.")


class NoPart(Refusal):
    message = _("A part is more than nothing.")


class ValueDateAhead(Refusal):
    message = _("The value date lies in the future.")


@transaction.atomic
def receive_transfer(
    payment: Payment, *, by, value_date: date | None = None, payer: Payer | None = None, now: datetime | None = None
) -> Payment:
    """Finance found the money on the bank account, there since `value_date`; `payer` is whose account it came from.

    Raises NotOpen, ValueDateAhead or MonthClosed.
    """
    now = now or timezone.now()
    if value_date and value_date > timezone.localdate(now):
        raise ValueDateAhead
    ledger.lock_with_deed(payment)
    if payment.state not in RECEIVABLE:
        raise NotOpen
    value_date = value_date or timezone.localdate(now)
    closing.require_open(payment.payee_id, value_date)
    if payer:
        payers.keep(payment, payer, by=by, now=now)
    return ledger.receive(payment, via=PaidVia.TRANSFER, value_date=value_date, by=by, now=now)


@transaction.atomic
def receive_on_site(payment: Payment, *, by, now: datetime | None = None) -> Payment:
    """Somebody has paid at the counter; the receipt goes out as for any payment. Raises NotOpen."""
    now = now or timezone.now()
    ledger.lock_with_deed(payment)
    if payment.state not in RECEIVABLE:
        raise NotOpen
    return ledger.receive(payment, via=PaidVia.ON_SITE, value_date=timezone.localdate(now), by=by, now=now)


@transaction.atomic
def receive_part(
    payment: Payment,
    amount: Decimal,
    *,
    by,
    value_date: date | None = None,
    payer: Payer | None = None,
    now: datetime | None = None,
) -> Payment:
    """Finance found `amount` on the bank account, there since `value_date`: with the last part the payment is paid.

    Raises NotOpen, NoPart, MoreThanAsked, ValueDateAhead, MonthClosed.
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
        return receive_transfer(payment, by=by, value_date=value_date, payer=payer, now=now)
    if payer:
        payers.keep(payment, payer, by=by, now=now)
    day = value_date or timezone.localdate(now)
    closing.require_open(payment.payee_id, day)
    ledger.add_part(payment, amount, value_date=day)
    data = {"amount": str(amount), "value_date": day.isoformat(), "received": str(payment.received)}
    ledger.note(payment, "payments.part", by=by, at=now, data=data)
    outbox.post(letters.received_in_part, payment)
    return payment


@transaction.atomic
def undo_transfer(payment: Payment, *, by, reason: str, now: datetime | None = None) -> Payment:
    """A transfer, or parts, were entered by mistake, and why: the money is asked for again. Raises NotEntered."""
    now = now or timezone.now()
    ledger.lock_with_deed(payment)
    if payment.redemptions.exists():
        # Nobody entered that; undone, the voucher would be used up for nothing.
        raise NotEntered
    if payment.is_open and payment.received:
        ledger.forget_parts(payment, by=by, now=now, reason=reason)
        outbox.post(letters.entered_by_mistake, payment)
        return payment
    stands = payment.state in {PaymentState.PAID, PaymentState.REFUND_DUE}
    if payment.paid_via not in PaidVia.BY_HAND or not stands or payment.refunded or payment.leaving:
        raise NotEntered
    payers.forget(payment)
    if payment.state == PaymentState.REFUND_DUE:
        facts = {"paid_at": None, "paid_via": "", "value_date": None}
        ledger.move(payment, PaymentState.CANCELLED, by=by, now=now, reason=reason, **facts)
    else:
        ledger.reopen(payment, by=by, now=now, reason=reason)
    outbox.post(letters.entered_by_mistake, payment)
    return payment


def refund(payment: Payment, *, by, by_hand: bool = False, now: datetime | None = None) -> Payment:
    """Finance gives back what is due, all or a part: through Stripe what came through it, else a transfer already made
    by hand. Above the set amount whoever calls it releases what somebody else has proposed.

    Raises NothingToRefund, NotYours, NeedsSecond or SamePerson, or NotAvailable where Stripe gives no answer. May be
    repeated after a failure.
    """
    if not payment.to_give_back:
        raise NothingToRefund
    now = now or timezone.now()
    if by_hand or payment.paid_via in PaidVia.BY_HAND:
        return _record_refund(payment, by=by, now=now)
    if payment.payee and by is not None and not HouseRight.KEEP_MEMBERS.held_by(by, payment.payee):
        raise NotYours
    proposal = _released(payment, by=by, now=now)
    try:
        session = gateway.retrieve(payment.session_id, account=payment.session_account)
        known = payment.by_hand + payment.in_batch + session.refunded + session.refunding
        missing = payment.owed_in_all - known
        if missing > 0:
            # A refund that came back is asked for anew; two clerks at once ask for the same one.
            key = f"{payment.reference}-{payment.session_id}-refund-{session.refunds}"
            gateway.refund(session, missing, key=key)
        following.settle(session.id, account=session.account, by=by, now=now)
    except (gateway.Unreachable, gateway.Refused) as error:
        raise NotAvailable from error
    payment.refresh_from_db()
    _finish(payment, proposal, by=by, now=now)
    return payment


@transaction.atomic
def close_review(payment: Payment, *, by, now: datetime | None = None) -> Payment:
    """Finance has looked at what fitted no arrow."""
    ledger.lock(payment)
    if payment.review:
        ledger.note(payment, "payments.close_review", by=by, at=now or timezone.now(), data={"reason": payment.review})
        payment.review = ""
        payment.save(update_fields=["review"])
    return payment


@transaction.atomic
def close_stray(stray: Stray, *, by, now: datetime | None = None) -> Stray:
    """Finance has looked at what belongs to no payment."""
    stray.refresh_from_db(from_queryset=Stray.objects.select_for_update())
    if stray.closed_at is None:
        stray.closed_at = now or timezone.now()
        stray.save(update_fields=["closed_at"])
        log(stray, "payments.close_stray", user=by, timestamp=stray.closed_at)
    return stray


@transaction.atomic
def _released(payment: Payment, *, by, now: datetime) -> RefundProposal | None:
    """Before Stripe is asked, for it is asked outside of transactions."""
    ledger.lock(payment)
    return second.require(payment, by=by, now=now)


@transaction.atomic
def _finish(payment: Payment, proposal: RefundProposal | None, *, by, now: datetime) -> None:
    """Two clerks may have released and repeated it: one of them closes it."""
    if proposal is not None:
        ledger.lock(payment)
        proposal.refresh_from_db()
        if proposal.is_standing and not payment.to_give_back:
            second.finish(proposal, by=by, now=now)


@transaction.atomic
def _record_refund(payment: Payment, *, by, now: datetime) -> Payment:
    seen = payment.to_give_back
    ledger.lock(payment)
    if payment.state == PaymentState.REFUNDED or (payment.state == PaymentState.PAID and not payment.to_give_back):
        # Somebody else has entered it meanwhile.
        return payment
    if not payment.to_give_back:
        raise NothingToRefund
    if payment.to_give_back != seen:
        raise OtherAmount
    second.finish(second.require(payment, by=by, now=now), by=by, now=now)
    payment.refunded, payment.by_hand = payment.refunded + seen, payment.by_hand + seen
    payment.refunded_via = PaidVia.TRANSFER
    payment.save(update_fields=["refunded", "by_hand", "refunded_via"])
    if payment.state == PaymentState.PAID:
        data = {"refunded": str(payment.refunded)}
        ledger.note(payment, "payments.refund_in_part", by=by, at=now, data=data)
        outbox.post(letters.refunded_in_part, payment)
        return payment
    is_whole = payment.refunded == payment.amount
    ledger.move(payment, PaymentState.REFUNDED if is_whole else PaymentState.REFUNDING, by=by, now=now)
    outbox.post(letters.refunded if is_whole else letters.refunded_in_part, payment)
    return payment
