"""The same end state without a single webhook: ask Stripe for everything that was completed, given back or disputed,
on our own account and on all that are linked.
"""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Q

from portal.payments import following, gateway
from portal.payments.linking import verbs as linking
from portal.payments.models import LinkedAccount, Payment
from portal.payments.states import PaymentState

# Stripe's answer takes longer than we look back.
TAKES_LONG = [PaymentState.PENDING, PaymentState.DISPUTED, PaymentState.REFUNDING]


def reconcile(*, since: datetime, now: datetime | None = None) -> list[Payment]:
    """Follow what happened since `since` and what still runs; returns the payments that stand elsewhere than before."""
    linking.look_at_all(now=now)
    asked = list(_happened(since, ""))
    for account in LinkedAccount.objects.reachable().values_list("account_id", flat=True):
        asked += _on_linked(since, account)
    runs = Payment.objects.filter(Q(state__in=TAKES_LONG) | Q(leaving__gt=0)).exclude(session_id="")
    asked += runs.values_list("session_id", "session_account")
    named = [session_id for session_id, _account in asked]
    before = dict(Payment.objects.filter(session_id__in=named).values_list("pk", "state"))
    followed = [_settled(session_id, account, now) for session_id, account in dict.fromkeys(asked)]
    return [one for one in followed if one is not None and before.get(one.pk, PaymentState.OPEN) != one.state]


def _happened(since: datetime, account: str) -> Iterator[tuple[str, str]]:
    """Sessions of `account` that we do not know as paid, or with whose money something happened."""
    completed = list(gateway.completed_sessions(since, account=account))
    paid = Payment.objects.filter(session_id__in=completed, paid_at__isnull=False)
    known = set(paid.values_list("session_id", flat=True))
    yield from ((session_id, account) for session_id in completed if session_id not in known)
    for intent in sorted(gateway.troubled_intents(since, account=account)):
        if session_id := gateway.session_of_intent(intent, account=account):
            yield session_id, account


def _on_linked(since: datetime, account: str) -> list[tuple[str, str]]:
    """One account that does not answer us does not stop the others."""
    try:
        return list(_happened(since, account))
    except gateway.Refused:
        return []


def _settled(session_id: str, account: str, now: datetime | None) -> Payment | None:
    """One session that Stripe does not know, of other keys or another account, does not stop the others."""
    try:
        return following.settle(session_id, account=account, now=now)
    except gateway.Refused:
        return None
