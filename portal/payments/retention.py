"""What the law wants kept of money, and when its time is over."""

from datetime import datetime

from django.db.models.functions import Coalesce
from django.utils import timezone

from portal.payments.models import Payment
from portal.payments.states import PaymentState

# Vouchers are kept for eight years, counted from the end of the year (§ 147 (3) and (4) AO).
YEARS = 8


def last_year(payment: Payment) -> int:
    """The year at whose end the voucher may go."""
    return timezone.localtime(payment.paid_at or payment.created_at).year + YEARS


def due(now: datetime):
    """Payments whose years are over; those with money still to be paid back wait."""
    first_kept = timezone.localtime(now).replace(month=1, day=1, hour=0, minute=0, second=0, microsecond=0)
    first_kept = first_kept.replace(year=first_kept.year - YEARS)
    told = Payment.objects.annotate(happened_at=Coalesce("paid_at", "created_at"))
    return told.filter(happened_at__lt=first_kept, review="").exclude(state=PaymentState.REFUND_DUE)


def delete_past(now: datetime) -> int:
    """Delete them with their payers' names; returns how many there were."""
    gone, _rows = due(now).delete()
    return gone
