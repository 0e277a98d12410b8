"""Numbers under fifty at once: one after the other, none twice, none left out, also where some are rolled back."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from threading import Event

import pytest
from django.db import connections, transaction

from events import samples as events
from events.registration import verbs as registration
from events.registration.signup import Signup
from portal.invoices import numbers, samples
from portal.invoices import verbs as invoicing
from portal.invoices.models import Invoice, Series
from portal.payments import checkout
from portal.payments.models import Payment
from portal.payments.states import Cause

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
TOGETHER, ROLLED_BACK, DAY = 50, 10, date(2026, 11, 30)
NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)


class TakenBack(Exception):
    pass


def given_out(number_of) -> list[str]:
    """Fifty ask at once, each in a transaction of its own; every fifth is rolled back."""
    issuer = samples.issuer()

    def ask(place: int) -> str | None:
        try:
            with transaction.atomic():
                number = number_of(issuer, DAY)
                if place % (TOGETHER // ROLLED_BACK) == 0:
                    raise TakenBack
                return number
        except TakenBack:
            return None
        finally:
            connections.close_all()

    with ThreadPoolExecutor(16) as pool:
        return sorted(filter(None, pool.map(ask, range(TOGETHER))))


def test_forty_of_fifty_are_one_to_forty():
    assert given_out(numbers.next_number) == [f"R-2026-{n:05d}" for n in range(1, TOGETHER - ROLLED_BACK + 1)]


def test_control_without_the_lock_numbers_are_given_out_twice():
    def careless(issuer, day) -> str:
        series, _made = Series.objects.get_or_create(issuer=issuer, year=day.year)
        last = Series.objects.get(pk=series.pk).last + 1
        Series.objects.filter(pk=series.pk).update(last=last)
        return f"R-2026-{last:05d}"

    found = given_out(careless)
    assert len(set(found)) < len(found) or found != [f"R-2026-{n:05d}" for n in range(1, len(found) + 1)]


def test_a_clerk_corrects_while_the_guest_gives_back():
    """Whoever comes second finds what the first has left: nothing, and no fault."""
    samples.issuer()
    event = events.event(fee=Decimal("49.90"), tax="standard", starts_at=NOW + timedelta(days=50))
    said = {"name": "Ada Byron", "email": "ada@hs-emscher.example", "target_group": "research", "language": "de"}
    guest = registration.register(event, Signup(**said, seats=1, consent_version="1"), now=NOW)
    payment = Payment.objects.for_purpose(guest).get()
    invoice = invoicing.issue(payment, samples.billing(order_number=""), now=NOW)
    corrected, waits = Event(), Event()

    def clerk() -> None:
        try:
            with transaction.atomic():
                invoicing.correct(invoice, reason="Falsche Anschrift", now=NOW)
                corrected.set()
                # Long enough that the guest stands before the lock.
                waits.wait(1)
        finally:
            connections.close_all()

    def giver() -> None:
        try:
            corrected.wait(5)
            checkout.withdraw(Payment.objects.get(pk=payment.pk), cause=Cause.OWN, now=NOW)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(clerk), pool.submit(giver)]:
            done.result()
    assert invoicing.left_of(invoice) == 0
    assert Invoice.objects.count() == 2
    assert Payment.objects.get(pk=payment.pk).state == "cancelled"
