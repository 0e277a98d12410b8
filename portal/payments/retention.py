"""What the law wants kept of money, and when its time is over."""

from datetime import datetime, timedelta

from django.db.models import ProtectedError, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from portal.payments.models import Batch, PayerAccount, Payment, Stray, Transfer
from portal.payments.states import BatchState, PaymentState

# Vouchers are kept for eight years, counted from the end of the year (§ 147 (3) and (4) AO).
YEARS = 8
# Accounts of payers serve to pay back: so long after the money has left, or after it was noted where nothing went back.
AFTER_PAYING_BACK, UNUSED = timedelta(days=90), timedelta(days=365)
UNSETTLED = {PaymentState.PENDING, PaymentState.DISPUTED, PaymentState.REFUND_DUE, PaymentState.REFUNDING}


def last_year(payment: Payment) -> int:
    """The year at whose end the voucher may go."""
    return timezone.localtime(payment.paid_at or payment.created_at).year + YEARS


def due(now: datetime):
    """Payments whose years are over; what is under way, disputed or looked at waits."""
    told = Payment.objects.annotate(happened_at=Coalesce("paid_at", "created_at"))
    settled = told.exclude(state__in=UNSETTLED).exclude(pk__in=Payment.objects.to_give_back())
    return settled.filter(happened_at__lt=_first_kept(now), review="", leaving=0)


def delete_past(now: datetime) -> int:
    """Delete them with their payers' names, and messages of Stripe that were looked at; how many payments went."""
    gone = sum(_delete(payment) for payment in due(now))
    Stray.objects.filter(arrived_at__lt=_first_kept(now), closed_at__isnull=False).delete()
    return gone


def forget_accounts(now: datetime) -> int:
    """Delete accounts of payers that serve nothing any more, with the files that name them; how many went."""
    over = Batch.objects.exclude(state=BatchState.MADE).filter(settled_at__lt=now - AFTER_PAYING_BACK)
    over = over.exclude(xml=b"", csv=b"")
    gone = Transfer.objects.filter(batch__in=over)
    settled = set(gone.values_list("payment", flat=True))
    gone.update(holder="", iban="")
    over.update(xml=b"", csv=b"")
    idle = PayerAccount.objects.exclude(payment__in=Payment.objects.to_give_back()).filter(payment__in_batch=0)
    told = idle.filter(Q(noted_at__lt=now - UNUSED) | Q(payment__in=settled))
    return told.delete()[0]


def _delete(payment: Payment) -> bool:
    """Whatever still stands on it, such as an invoice, keeps it a while longer."""
    try:
        payment.delete()
    except ProtectedError:
        return False
    return True


def _first_kept(now: datetime) -> datetime:
    year = timezone.localtime(now).year - YEARS
    return timezone.make_aware(datetime(year, 1, 1))  # noqa: DTZ001 (made aware here)
