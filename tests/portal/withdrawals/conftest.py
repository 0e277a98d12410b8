from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from events import samples as events
from events.registration import verbs as registration
from events.registration.signup import Signup
from portal.payments import bookkeeping
from portal.payments.models import Payment
from portal.withdrawals import verbs as withdrawing
from portal.withdrawals.models import Withdrawal
from portal.withdrawals.verbs import Declaration

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2027, 1, 10, 12, tzinfo=UTC)  # a Sunday; the 14th day is one, too
# Monday 24:00.
ENDS = datetime(2027, 1, 26, tzinfo=BERLIN)
ADA = {"name": "Ada Byron", "email": "ada@example.org"}


@pytest.fixture
def guest(db):
    """`guest(paid=True)`: a registration of 80 euros that was made at NOW."""

    def make(*, paid: bool = False, now=NOW, event=None, **said):
        event = event or events.event(fee=Decimal("80"), starts_at=NOW + timedelta(days=50))
        rest = {"target_group": "sme", "language": "de", "consent_version": "1"}
        mine = registration.register(event, Signup(**ADA | rest | said), now=now)
        if paid:
            bookkeeping.receive_transfer(payment_of(mine), by=None, now=now + timedelta(hours=1))
            mine.refresh_from_db()
        return mine

    return make


def payment_of(deed) -> Payment:
    return Payment.objects.for_purpose(deed).latest("pk")


def declare(contract: str, *, now=NOW + timedelta(days=1), examined=True, **said) -> Withdrawal:
    """As the page and the worker do it."""
    made = withdrawing.receive(Declaration(**ADA | {"contract": contract, "language": "de"} | said), now=now)
    return withdrawing.examine(made, now=now + timedelta(seconds=5)) if examined else made
