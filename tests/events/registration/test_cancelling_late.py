"""Cancelling late costs what was agreed when somebody registered."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from events import letters
from events.models import Event, Registration
from events.registration import parting, retention
from events.registration import verbs as registration
from portal.invoices import samples
from portal.invoices import verbs as invoicing
from portal.invoices.models import Invoice
from portal.payments import bookkeeping
from portal.payments.models import Payment
from portal.web import tokens
from tests.events.filling import door

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("rules_hold", "today")]
HALF = {"fee": Decimal(60), "cancel_days": 14, "cancel_percent": 50}


@pytest.fixture
def late(make_event):
    """An event that begins in a week; cancelling was free until a week ago."""
    return make_event(**HALF, starts_at=timezone.now() + timedelta(days=7))


@pytest.fixture
def paid(guest, clerk):
    def make(event, **details) -> tuple[Registration, Payment]:
        mine = guest(event, "anna@example.org", name="Anna", **details)
        payment = Payment.objects.for_purpose(mine).get()
        bookkeeping.receive_transfer(payment, by=clerk)
        return Registration.objects.get(pk=mine.pk), Payment.objects.get(pk=payment.pk)

    return make


@pytest.fixture
def clerk(django_user_model):
    return django_user_model.objects.create_user("clerk@example.org")


def address(mine: Registration) -> str:
    return reverse("events:cancel", args=[tokens.make("manage", mine)])


def test_until_the_day_it_is_free_and_then_it_costs(make_event, paid, clerk):
    begins = timezone.now() + timedelta(days=20)
    mine, payment = paid(make_event(**HALF, starts_at=begins))
    last = mine.cancels_free_until
    assert mine.cost_of_cancelling(last) == 0
    assert mine.cost_of_cancelling(last + timedelta(seconds=1)) == 30
    registration.cancel(mine, now=last)
    payment.refresh_from_db()
    assert (payment.state, payment.to_give_back) == ("refund_due", 60)


def test_of_what_was_paid_the_rest_goes_back_and_the_letter_says_why(late, paid, clerk):
    mine, payment = paid(late)
    mine = registration.cancel(mine)
    payment.refresh_from_db()
    assert (payment.state, payment.owed, payment.owed_for) == ("paid", 30, "late")
    with translation.override("de"):
        text = "\n".join(map(str, letters.cancelled(mine, None).paragraphs))
    assert "30\N{NO-BREAK SPACE}€" in text
    bookkeeping.refund(payment, by=clerk)
    payment.refresh_from_db()
    assert (payment.state, payment.refunded) == ("paid", 30)


def test_invoice_is_corrected_by_what_is_not_kept(late, paid):
    samples.issuer()
    mine, payment = paid(late)
    invoicing.issue(payment, samples.billing())
    registration.cancel(mine)
    assert Invoice.objects.get(kind="correction").gross == 30


def test_on_account_the_cost_alone_is_asked_and_stays_asked(late, guest):
    samples.issuer()
    mine = guest(late, "anna@example.org")
    invoicing.issue(Payment.objects.for_purpose(mine).get(), samples.billing())
    mine.refresh_from_db()
    registration.cancel(mine)
    asked = Payment.objects.for_purpose(mine).get(state="open")
    assert asked.amount == 30
    assert [one.gross for one in Invoice.objects.order_by("pk")] == [60, 60, 30]
    after = timezone.now() + timedelta(days=30)
    retention.close_accounts(after)
    asked.refresh_from_db()
    assert asked.state == "open"
    bookkeeping.receive_transfer(asked, by=None)
    asked.refresh_from_db()
    assert asked.state == "paid"


def test_seats_that_were_had_on_account_are_still_asked_for_when_the_event_is_over(late, guest):
    samples.issuer()
    mine = guest(late, "anna@example.org")
    payment = Payment.objects.for_purpose(mine).get()
    invoicing.issue(payment, samples.billing())
    retention.close_accounts(timezone.now() + timedelta(days=10))
    payment.refresh_from_db()
    assert payment.state == "open"


def test_single_seats_cost_their_part(late, paid):
    mine, payment = paid(late, seats=3)
    parting.give_back(mine, places=[3], of=3)
    payment.refresh_from_db()
    assert payment.owed == 30
    mine.refresh_from_db()
    assert (mine.amount, mine.cancel_cost, mine.due) == (120, 30, 150)
    registration.cancel(mine)
    payment.refresh_from_db()
    assert (payment.amount, payment.owed) == (180, 90)


def test_what_we_cancel_and_what_nobody_has_paid_costs_nothing(late, guest, paid, clerk):
    mine, payment = paid(late)
    registration.cancel(mine, by=clerk)
    payment.refresh_from_db()
    assert payment.to_give_back == 60
    unpaid = guest(late, "ben@example.org")
    registration.cancel(unpaid)
    assert Payment.objects.for_purpose(unpaid).get().state == "cancelled"


def test_a_later_rule_touches_nobody_who_has_registered(late, paid):
    mine, _payment = paid(late)
    Event.objects.filter(pk=late.pk).update(cancel_percent=100)
    mine.refresh_from_db()
    assert mine.cost_of_cancelling(timezone.now()) == 30


def test_the_form_tells_the_rule_and_the_page_tells_the_cost_before(client, open_event, paid):
    late = open_event
    for name, value in HALF.items():
        setattr(late, name, value)
    late.starts_at, late.ends_at = timezone.now() + timedelta(days=7), timezone.now() + timedelta(days=7, hours=2)
    late.save(update_fields=[*HALF, "starts_at", "ends_at"])
    form = client.get(door(late)).content.decode()
    assert "bis 14 Tage vor Beginn" in form
    assert "einschließlich 19 % Umsatzsteuer" in form
    mine, _payment = paid(late)
    page = client.get(address(mine)).content.decode()
    assert 'name="cost" value="30.00"' in page
    refused = client.post(address(mine))
    assert refused.status_code == 409
    assert Registration.objects.get(pk=mine.pk).state == "confirmed"
    client.post(address(mine), {"cost": "30.00"})
    assert Registration.objects.get(pk=mine.pk).state == "cancelled"
