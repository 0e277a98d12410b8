"""Refunds that leave by bank transfer as one file: made, carried out by the bank, or taken back before that.

What stands in a file is on its way: nobody gives it back a second time, by hand or through Stripe.
"""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone

from portal import states
from portal.audit import log
from portal.letters import outbox
from portal.payments import ledger, letters
from portal.payments.models import Batch, PayerAccount, Payment, Transfer
from portal.payments.returning import pain, second
from portal.payments.returning.refusals import (
    DayIsOver,
    NoAccount,
    NoPayerAccount,
    NothingToRefund,
    NotInTheFile,
    OtherAmount,
    SettledBefore,
)
from portal.payments.states import BatchState, PaidVia, PaymentState, Review
from portal.refusals import Refusal

# Money that came and has not wholly gone back: there the state follows what has left.
GOES_BACK = frozenset({PaymentState.PAID, PaymentState.REFUND_DUE, PaymentState.REFUNDING})


@transaction.atomic
def make(payments: Iterable[Payment], *, execute_on: date, by, now: datetime | None = None) -> Batch:
    """All of what is due of `payments` in one file, or none. Where a refund takes two people, `by` is the second.

    Raises NoAccount, DayIsOver, NothingToRefund without any, or NotInTheFile, which names payment and reason.
    """
    now, account = now or timezone.now(), settings.BANK_ACCOUNT
    if not account["iban"]:
        raise NoAccount
    if execute_on < timezone.localdate(now):
        raise DayIsOver
    seen = {one.pk: one.to_give_back for one in payments}
    if not seen:
        raise NothingToRefund
    _one_after_the_other()
    locked = list(Payment.objects.filter(pk__in=seen).locked())
    accounts = PayerAccount.objects.in_bulk(list(seen))
    amounts = {one.pk: one.to_give_back for one in locked}
    for one in locked:
        try:
            _set_out(one, seen[one.pk], accounts, by=by, now=now)
        except Refusal as refusal:
            raise NotInTheFile(one.reference, str(refusal)) from refusal
    batch = Batch(
        number=(Batch.objects.aggregate(last=Max("number"))["last"] or 0) + 1,
        execute_on=execute_on,
        total=sum(amounts.values(), Decimal(0)),
        made_at=now,
        made_by=by,
    )
    lines = [_line(batch, one, amounts[one.pk], accounts[one.pk]) for one in locked]
    batch.xml, batch.csv = pain.document(batch, lines, account), pain.table(batch, lines)
    batch.digest = sha256(batch.xml + batch.csv).hexdigest()
    batch.save(force_insert=True)
    Transfer.objects.bulk_create(lines)
    log(batch, "payments.batch_made", user=by, timestamp=now, data={"payments": [one.reference for one in locked]})
    return batch


@transaction.atomic
def confirm(batch: Batch, *, by, now: datetime | None = None) -> Batch:
    """The bank has carried it out: the money is back, and each payer is told. Raises SettledBefore."""
    now = now or timezone.now()
    _settle(batch, BatchState.CONFIRMED, by=by, now=now)
    for payment, amount in _of(batch):
        payment.refunded, payment.by_hand = payment.refunded + amount, payment.by_hand + amount
        payment.leaving, payment.in_batch = payment.leaving - amount, payment.in_batch - amount
        payment.refunded_via = PaidVia.TRANSFER
        payment.save(update_fields=["refunded", "by_hand", "leaving", "in_batch", "refunded_via"])
        _arrive(payment, by=by, now=now)
    return batch


@transaction.atomic
def take_back(batch: Batch, *, by, now: datetime | None = None) -> Batch:
    """The bank has not got it, and shall not: what stands in it is due again. Raises SettledBefore."""
    now = now or timezone.now()
    _settle(batch, BatchState.TAKEN_BACK, by=by, now=now)
    for payment, amount in _of(batch):
        payment.leaving, payment.in_batch = payment.leaving - amount, payment.in_batch - amount
        payment.save(update_fields=["leaving", "in_batch"])
        if payment.state == PaymentState.REFUNDING:
            ledger.move(payment, PaymentState.REFUND_DUE, by=by, now=now)
        else:
            ledger.note(payment, "payments.batch_taken_back", by=by, at=now, data={"batch": batch.name})
    return batch


def _set_out(payment: Payment, seen: Decimal, accounts: dict[int, PayerAccount], *, by, now: datetime) -> None:
    amount = payment.to_give_back
    if not amount or payment.payee_id is not None:
        raise NothingToRefund
    if amount != seen:
        raise OtherAmount
    if payment.pk not in accounts:
        raise NoPayerAccount
    second.finish(second.require(payment, by=by, now=now), by=by, now=now)
    payment.leaving, payment.in_batch = payment.leaving + amount, payment.in_batch + amount
    payment.save(update_fields=["leaving", "in_batch"])
    if payment.state == PaymentState.REFUND_DUE:
        ledger.move(payment, PaymentState.REFUNDING, by=by, now=now)
    else:
        ledger.note(payment, "payments.refunding", by=by, at=now, data={"amount": str(amount)})


def _line(batch: Batch, payment: Payment, amount: Decimal, account: PayerAccount) -> Transfer:
    return Transfer(batch=batch, payment=payment, amount=amount, holder=account.holder, iban=account.iban)


def _settle(batch: Batch, to: BatchState, *, by, now: datetime) -> None:
    batch.refresh_from_db(from_queryset=Batch.objects.select_for_update(of=("self",)))
    facts = {"settled_at": now, "settled_by": by}
    states.step(batch, to, refusal=SettledBefore, action=f"payments.batch_{to}", by=by, now=now, **facts)


def _of(batch: Batch) -> list[tuple[Payment, Decimal]]:
    """Its payments, locked, each with what leaves of it."""
    amounts = dict(batch.transfers.values_list("payment", "amount"))
    return [(one, amounts[one.pk]) for one in Payment.objects.filter(pk__in=amounts).locked()]


def _arrive(payment: Payment, *, by, now: datetime) -> None:
    """Where the payment stands now that it is back; what came in between is for a person to look at."""
    if payment.state not in GOES_BACK:
        ledger.call_for_review(payment, Review.TWICE, about=f"{payment.refunded}", now=now)
        return
    if payment.refunded >= payment.amount and states.leads(payment, PaymentState.REFUNDED):
        ledger.move(payment, PaymentState.REFUNDED, by=by, now=now)
        outbox.post(letters.refunded, payment)
        return
    if payment.state == PaymentState.REFUNDING and payment.refunded + payment.leaving < payment.amount:
        ledger.move(payment, PaymentState.REFUND_DUE, by=by, now=now)
    ledger.note(payment, "payments.refund_in_part", by=by, at=now, data={"refunded": str(payment.refunded)})
    outbox.post(letters.refunded_in_part, payment)


def _one_after_the_other() -> None:
    """Numbers without gaps; there is no row yet that could be locked."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended('payments batch', 0))")
