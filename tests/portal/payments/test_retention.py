"""Vouchers go when their years are over, not a day before; what is still owed stays."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from portal.payments import retention, tasks
from portal.payments.models import Payment
from portal.payments.states import PaymentState, Review
from tests.portal.payments.conftest import ask

pytestmark = pytest.mark.django_db
BERLIN = ZoneInfo("Europe/Berlin")
OVER = datetime(2027, 1, 1, 0, 30, tzinfo=BERLIN)
LAST_DAY = datetime(2026, 12, 31, 23, 30, tzinfo=BERLIN)
LATE_2018 = datetime(2018, 12, 31, 23, 30, tzinfo=BERLIN)
EARLY_2019 = datetime(2019, 1, 1, 0, 30, tzinfo=BERLIN)


@pytest.fixture
def paid(django_user_model):
    def paid(at: datetime, **facts) -> Payment:
        payment = ask(django_user_model.objects.create_user(f"deed{Payment.objects.count()}@example.org"))
        facts = {"state": PaymentState.PAID, "paid_at": at, "paid_via": "transfer", "created_at": at} | facts
        Payment.objects.filter(pk=payment.pk).update(**facts)
        payment.refresh_from_db()
        return payment

    return paid


@pytest.mark.parametrize(
    ("at", "now", "stays"),
    [(LATE_2018, LAST_DAY, True), (LATE_2018, OVER, False), (EARLY_2019, OVER, True)],
    ids=["last day", "over", "a year later"],
)
def test_eight_years_from_the_end_of_the_year(paid, at, now, stays):
    payment = paid(at)
    assert retention.delete_past(now) == (0 if stays else 1)
    assert Payment.objects.filter(pk=payment.pk).exists() is stays
    assert retention.last_year(payment) == at.year + 8


def test_what_was_never_paid_goes_too_but_not_what_is_owed_or_looked_at(paid):
    never = paid(LATE_2018, state=PaymentState.CANCELLED, paid_at=None, paid_via="")
    owed = paid(LATE_2018, state=PaymentState.REFUND_DUE)
    looked_at = paid(LATE_2018, review=next(iter(Review)))
    assert retention.delete_past(OVER) == 1
    assert set(Payment.objects.values_list("pk", "state", "review")) == {
        (p.pk, p.state, p.review) for p in (owed, looked_at)
    }
    assert never not in Payment.objects.all()


def test_the_worker_does_it_every_night(paid, monkeypatch):
    paid(LATE_2018)
    monkeypatch.setattr("portal.payments.tasks.clock.now", lambda: OVER)
    tasks.delete_past(0)
    assert not Payment.objects.exists()
