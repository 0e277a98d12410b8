"""Two people stand for a large refund, also when everybody presses at once. The control takes the locks away."""

from contextlib import suppress
from decimal import Decimal

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import ModelLogEntry

from portal.accounts.people import enroll
from portal.payments import bookkeeping, checkout, invariants
from portal.payments.models import Batch, Payment, PaymentQuerySet, RefundProposal
from portal.payments.returning import batches, payers, second
from portal.refusals import Refusal
from tests.portal.payments.conftest import ask
from tests.race.test_seats import at_once

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
TRIES = 15


@pytest.fixture(autouse=True)
def _content_types_of_this_database(transactional_db):
    ContentType.objects.clear_cache()


@pytest.fixture
def people(transactional_db):
    return [enroll(f"{name}@example.org", staff_groups=("Finance",)) for name in ("anna", "ben", "cleo")]


def owed(number: int) -> Payment:
    payment = ask(enroll(f"deed{number}@example.org"), amount=Decimal(800))
    bookkeeping.receive_transfer(payment, by=None)
    return checkout.withdraw(payment, cause="own")


def quietly(deed):
    def done():
        with suppress(Refusal):
            deed()

    return done


def press(payment, *presses):
    """Each in a tab of its own that shows the payment as it was: `("propose" or "release", person)`."""

    def tab(deed, person):
        seen = Payment.objects.get(pk=payment.pk)
        verb = second.propose if deed == "propose" else bookkeeping.refund
        return quietly(lambda: verb(seen, by=person))

    at_once(*[tab(deed, person) for deed, person in presses])
    payment.refresh_from_db()


def released(payment) -> int:
    return ModelLogEntry.objects.for_instance(payment).filter(action="payments.refund_released").count()


def test_one_person_in_several_tabs_never_does_both(people):
    anna = people[0]
    for number in range(4):
        payment = owed(number)
        press(payment, *[("propose", anna), ("release", anna)] * 3)
        assert (payment.state, RefundProposal.objects.filter(payment=payment).count()) == ("refund_due", 1)


def test_all_propose_and_release_at_once_and_it_is_two_who_did(people):
    for number in range(4):
        payment = owed(number)
        press(payment, *[(deed, person) for person in people for deed in ("propose", "release")])
        made = RefundProposal.objects.get(payment=payment)
        assert made.released_by_id is None or made.released_by_id != made.proposed_by_id
        assert (payment.state == "refunded") == (made.state == "done") == (released(payment) == 1)


def test_control_without_lock_it_is_released_twice(people, monkeypatch):
    monkeypatch.setattr(PaymentQuerySet, "locked", lambda rows: rows)
    anna, ben, cleo = people
    for number in range(TRIES):
        payment = owed(number)
        second.propose(payment, by=anna)
        with suppress(IntegrityError):
            press(payment, *[("release", ben), ("release", cleo)] * 3)
        if released(payment) > 1:
            return
    pytest.fail("released once without the lock: these tests prove nothing")


# ---- files for the bank -------------------------------------------------------------------------------------------


def leave(payment, clerk, settings) -> int:
    """How much is on its way after several clerks made a file of it at once, or confirmed it by hand."""
    settings.BANK_ACCOUNT = {"holder": "Verein", "iban": "DE89370400440532013000", "bic": ""}
    tabs = [Payment.objects.get(pk=payment.pk) for _ in range(6)]
    today = timezone.localdate()
    files = [quietly(lambda one=one: batches.make([one], execute_on=today, by=clerk)) for one in tabs[:4]]
    hands = [quietly(lambda one=one: bookkeeping.refund(one, by=clerk)) for one in tabs[4:]]
    at_once(*files, *hands)
    payment.refresh_from_db()
    return payment.refunded + sum(payment.transfers_back.values_list("amount", flat=True))


def small(number: int) -> Payment:
    payment = ask(enroll(f"small{number}@example.org"), amount=Decimal(80))
    bookkeeping.receive_transfer(payment, by=None, payer=payers.Payer("J", "DE89370400440532013000"))
    return checkout.withdraw(payment, cause="own")


def test_money_leaves_once_by_file_or_by_hand(people, settings):
    for number in range(4):
        assert leave(small(number), people[0], settings) == 80
    assert invariants.check() == []


def confirm(batch, clerk) -> tuple[int, bool]:
    """How often it was settled, and whether only the database refused to settle it again."""
    tabs = [Batch.objects.get(pk=batch.pk) for _ in range(6)]
    verbs = [batches.confirm, batches.take_back] * 3
    told = at_once(*[lambda one=one, do=do: do(one, by=clerk) for one, do in zip(tabs, verbs, strict=True)])
    lines = ModelLogEntry.objects.for_instance(batch).exclude(action="payments.batch_made").count()
    return lines, any(isinstance(one, IntegrityError) for one in told)


def test_file_is_confirmed_or_taken_back_once(people, settings):
    settings.BANK_ACCOUNT = {"holder": "Verein", "iban": "DE89370400440532013000", "bic": ""}
    for number in range(4):
        batch = batches.make([small(number)], execute_on=timezone.localdate(), by=people[0])
        assert confirm(batch, people[0]) == (1, False)
    assert invariants.check() == []


def test_control_without_lock_a_file_is_settled_more_than_once(people, settings, monkeypatch):
    settings.BANK_ACCOUNT = {"holder": "Verein", "iban": "DE89370400440532013000", "bic": ""}
    monkeypatch.setattr(QuerySet, "select_for_update", lambda rows, **words: rows)
    for number in range(TRIES):
        batch = batches.make([small(number)], execute_on=timezone.localdate(), by=people[0])
        if confirm(batch, people[0]) != (1, False):
            return
    pytest.fail("settled once without the lock: these tests prove nothing")
