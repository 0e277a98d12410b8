"""Reminders: three, a week apart, released by a person, of what is owed and overdue."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from events.registration import parting
from events.registration import verbs as registration
from events.states import RegistrationState
from portal.accounts.samples import user
from portal.invoices import dunning, letters, printing, samples
from portal.invoices import verbs as invoicing
from portal.invoices.models import Invoice, Issuer, Reminder
from portal.invoices.refusals import NotOverdue, RemindedLately, RemindedOften
from portal.payments import bookkeeping
from tests.portal.invoices.conftest import NOW

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
LATER = NOW + 47 * DAY


@pytest.fixture
def late(operator, asked):
    """An invoice on account, which was due after thirty days."""
    return invoicing.issue(asked(seats=2), samples.billing(), now=NOW)


@pytest.fixture
def by():
    return user("kasse@transferportal.example")


def test_three_times_a_week_apart(late, by):
    with pytest.raises(NotOverdue):
        dunning.remind(late, by=by, now=NOW)
    for week, step in enumerate((1, 2, 3)):
        at = LATER + 7 * week * DAY
        assert dunning.remind(late, by=by, now=at).step == step
        with pytest.raises(RemindedLately if step < 3 else RemindedOften):
            dunning.remind(late, by=by, now=at + 6 * DAY)
    told = ProcrastinateJob.objects.filter(task_name="letters.deliver", args__kind="invoices.reminded")
    assert told.count() == 3


def test_what_is_paid_or_taken_back_is_not_reminded_of(late, by, asked):
    bookkeeping.receive_transfer(late.payment, by=by, now=LATER)
    with pytest.raises(NotOverdue):
        dunning.remind(late, by=by, now=LATER)
    other = invoicing.issue(asked(), samples.billing(), now=NOW)
    invoicing.correct(other, now=NOW)
    with pytest.raises(NotOverdue):
        dunning.remind(other, by=by, now=LATER)


def test_what_is_paid_meanwhile_sends_no_letter(late, by):
    reminder = dunning.remind(late, by=by, now=LATER)
    printing.paper_of(late)
    assert late.number in letters.reminded(reminder).subject
    bookkeeping.receive_transfer(late.payment, by=by, now=LATER)
    assert letters.reminded(Reminder.objects.get()) is None


def test_who_orders_in_writing_has_the_seat_before_the_money(late):
    mine = late.payment.purpose
    mine.refresh_from_db()
    assert mine.state == RegistrationState.CONFIRMED
    assert (late.due_on - late.issued_on).days == 30
    registration.lapse(mine.event, now=LATER)
    mine.refresh_from_db()
    assert mine.is_confirmed
    assert invoicing.left_of(late) == late.gross


def test_nobody_gets_a_seat_before_the_money_where_the_issuer_does_not_allow_it(asked):
    samples.issuer(terms_days=0)
    late = invoicing.issue(asked(), samples.billing(), now=NOW)
    mine = late.payment.purpose
    mine.refresh_from_db()
    assert mine.state == RegistrationState.AWAITING_PAYMENT
    assert Issuer().terms_days == 0


def test_seats_given_back_before_the_money_bring_a_new_invoice_unasked(late):
    mine = parting.give_back(late.payment.purpose, places=[2], of=2, now=NOW + DAY)
    assert (mine.state, mine.seats) == (RegistrationState.CONFIRMED, 1)
    first, correction, second = Invoice.objects.order_by("pk")
    assert (correction.corrects, invoicing.left_of(first)) == (first, 0)
    assert (second.gross, second.buyer["order_number"]) == (Decimal("49.90"), late.buyer["order_number"])
    assert [one.pk for one in dunning.owed()] == [second.pk]


def test_a_seat_that_went_to_others_is_not_owed_any_more(operator, asked):
    late = invoicing.issue(asked(seats=2), samples.billing(order_number=""), now=NOW)
    registration.lapse(late.payment.purpose.event, now=LATER)
    assert invoicing.left_of(late) == 0
    correction = Invoice.objects.get(corrects=late)
    assert correction.reason == "nicht rechtzeitig bezahlt"
    # Late money is still taken.
    late.payment.refresh_from_db()
    assert late.payment.is_open


def test_the_overdue_ones_by_age(late, asked):
    invoicing.issue(asked(fee="10.00"), samples.billing(), now=NOW + 20 * DAY)
    today = LATER.date()
    told = [(age.since, age.until, age.number, age.owed) for age in dunning.by_age(today)]
    assert told[0][:2] == (1, 14)
    assert (15, 30, 1, Decimal("99.80")) in told
    assert sum(age.owed for age in dunning.by_age(today)) == sum(one.left for one in dunning.overdue(today))


def test_finance_releases_them_from_the_list(request, late, time_machine):
    time_machine.move_to(LATER)
    finance = request.getfixturevalue("finance")
    where = reverse("invoices_owed")
    assert late.number in finance.get(where).content.decode()
    finance.post(where, {"invoices": [late.pk, "x", "9" * 30]})
    assert Reminder.objects.get().step == 1
    page = finance.post(where, {"invoices": [late.pk]}, follow=True).content.decode()
    assert "jünger als 7 Tage" in page
    assert Reminder.objects.count() == 1
