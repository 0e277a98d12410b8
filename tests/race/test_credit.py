"""A voucher pays once, also when everybody redeems at once. The control takes the locks away."""

from contextlib import suppress
from decimal import Decimal

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError
from django.db.models import QuerySet, Sum

from portal.accounts.people import enroll
from portal.payments import bookkeeping, checkout
from portal.payments.credit import verbs as credits
from portal.payments.models import Credit, Payment
from portal.payments.states import Cause
from portal.refusals import Refusal
from tests.portal.payments.conftest import ask
from tests.race.test_seats import at_once

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
TRIES = 15


@pytest.fixture(autouse=True)
def _content_types_of_this_database(transactional_db):
    ContentType.objects.clear_cache()


def voucher(number: int) -> Credit:
    payment = ask(enroll(f"source{number}@example.org"), amount=Decimal(30))
    bookkeeping.receive_transfer(payment, by=None)
    return credits.take(checkout.withdraw(payment, cause=Cause.CALLED_OFF))


def quietly(verb, *said):
    def done():
        with suppress(Refusal, IntegrityError):
            verb(*said)

    return done


def paid_with(credit: Credit, number: int, *, and_out: bool = True) -> Decimal:
    """What five payments of 30 € got of a voucher over 30 €, all redeemed at once, and what was paid out meanwhile."""
    asked = [ask(enroll(f"to{number}-{n}@example.org"), amount=Decimal(30)) for n in range(5)]
    source = Payment.objects.get(pk=credit.payment_id)
    presses = [quietly(credits.redeem, one, credit.code) for one in asked]
    at_once(*presses, *([quietly(credits.pay_out, source)] if and_out else []))
    rows = Payment.objects.filter(pk__in=[one.pk for one in asked])
    paid = rows.filter(state="paid").aggregate(all=Sum("amount"))["all"] or Decimal(0)
    source.refresh_from_db()
    return paid + (source.amount if source.state == "refund_due" else 0)


def test_a_voucher_pays_one_or_is_paid_out(transactional_db):
    for number in range(4):
        assert paid_with(voucher(number), number) == 30


def test_control_without_locks_it_pays_several(transactional_db, monkeypatch):
    monkeypatch.setattr(QuerySet, "select_for_update", lambda rows, **words: rows)
    for number in range(TRIES):
        if paid_with(voucher(number), number, and_out=False) > 30:
            return
    pytest.fail("it paid once without the locks: this test proves nothing")
