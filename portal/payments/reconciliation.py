"""The same end state without a single webhook: ask Stripe for everything that was completed."""

from datetime import datetime

from portal.payments import checkout, gateway
from portal.payments.models import Payment


def reconcile(*, since: datetime, now: datetime | None = None) -> list[Payment]:
    """Settle every session completed since `since` that we do not know as paid; returns the payments they belong to."""
    known = set(Payment.objects.filter(paid_at__isnull=False, review="").values_list("session_id", flat=True))
    missed = [session_id for session_id in gateway.completed_sessions(since) if session_id not in known]
    settled = [checkout.settle(session_id, now=now) for session_id in missed]
    return [payment for payment in settled if payment is not None]
