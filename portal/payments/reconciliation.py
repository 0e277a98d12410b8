"""The same end state without a single webhook: ask Stripe for everything that was completed, given back or disputed."""

from datetime import datetime

from django.db.models import Q

from portal.payments import following, gateway
from portal.payments.models import Payment
from portal.payments.states import PaymentState

# Stripe's answer takes longer than we look back.
TAKES_LONG = [PaymentState.PENDING, PaymentState.DISPUTED, PaymentState.REFUNDING]


def reconcile(*, since: datetime, now: datetime | None = None) -> list[Payment]:
    """Follow what happened since `since` and what still runs; returns the payments that stand elsewhere than before."""
    completed = list(gateway.completed_sessions(since))
    paid = Payment.objects.filter(session_id__in=completed, paid_at__isnull=False)
    known = set(paid.values_list("session_id", flat=True))
    asked = [session_id for session_id in completed if session_id not in known]
    asked += filter(None, map(gateway.session_of_intent, sorted(gateway.troubled_intents(since))))
    runs = Payment.objects.filter(Q(state__in=TAKES_LONG) | Q(leaving__gt=0)).exclude(session_id="")
    asked += runs.values_list("session_id", flat=True)
    before = dict(Payment.objects.filter(session_id__in=asked).values_list("pk", "state"))
    followed = [_settled(session_id, now) for session_id in dict.fromkeys(asked)]
    return [one for one in followed if one is not None and before.get(one.pk, PaymentState.OPEN) != one.state]


def _settled(session_id: str, now: datetime | None) -> Payment | None:
    """One session that Stripe does not know, of other keys or another account, does not stop the others."""
    try:
        return following.settle(session_id, now=now)
    except gateway.Refused:
        return None
