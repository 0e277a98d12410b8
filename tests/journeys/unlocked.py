"""The portal without the lock on payments: the control of `test_money_over_http`, where the race must appear."""

import time

# First: it sets Django up.
from portal.wsgi import application  # isort: skip
from portal.payments import ledger
from portal.payments.signals import payment_settled

__all__ = ["application"]


def _lock_nothing(payment) -> None:
    payment.refresh_from_db()


def _dawdle(sender, **_told) -> None:
    """Everybody else arrives meanwhile."""
    time.sleep(0.5)


ledger.lock = ledger.lock_with_deed = _lock_nothing
payment_settled.connect(_dawdle, weak=False)
