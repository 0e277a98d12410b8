"""Money under real concurrency: seats of a paid group given back, transfers entered and undone, messages of Stripe.

The controls take the locks away and must see what the locks prevent.
"""

import threading
from contextlib import suppress
from decimal import Decimal
from uuid import uuid4

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import OperationalError
from django.db.models import QuerySet
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from events import samples
from events.models import Registration
from events.models.queries import EventQuerySet
from events.registration import parting
from events.registration import verbs as registration
from events.registration.signup import Signup
from portal.accounts.people import enroll
from portal.letters import outbox
from portal.payments import bookkeeping, checkout, following, invariants, letters
from portal.payments.models import Payment, PaymentQuerySet, Stray
from tests.portal.payments.conftest import ask
from tests.race.test_seats import at_once

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
FEE = Decimal(50)
TRIES = 15


@pytest.fixture(autouse=True)
def _content_types_of_this_database(transactional_db):
    ContentType.objects.clear_cache()


@pytest.fixture
def slow(monkeypatch):
    """Settling pauses between the payment and its deed; an event that is set meanwhile."""
    settling, post = threading.Event(), outbox.post

    def pause(builder, instance, **words):
        if builder is letters.received:
            settling.set()
            threading.Event().wait(0.3)
        post(builder, instance, **words)

    monkeypatch.setattr(outbox, "post", pause)
    return settling


@pytest.fixture
def without_lock(monkeypatch):
    monkeypatch.setattr(EventQuerySet, "locked", lambda rows: rows)
    monkeypatch.setattr(PaymentQuerySet, "locked", lambda rows: rows)


def group(number=0, *, is_paid=True) -> Registration:
    event = samples.event(fee=FEE, capacity=20)
    facts = {"target_group": "sme", "language": "de", "consent_version": "1", "seats": 3}
    mine = registration.register(event, Signup(name="Anna", email=f"anna{number}@example.org", **facts))
    if is_paid:
        bookkeeping.receive_transfer(Payment.objects.for_purpose(mine).get(), by=None)
    return mine


def fits(mine: Registration) -> bool:
    """Whether what stays with us, or is asked for, is what the seats cost that are left."""
    mine.refresh_from_db()
    left = mine.seats * FEE if mine.is_active else 0
    rows = Payment.objects.for_purpose(mine)
    stays = sum(one.amount - one.refunded - one.to_give_back for one in rows if one.state in {"open", "paid"})
    return (stays, mine.amount) == (left, mine.seats * FEE) and rows.live().count() <= 1 and not invariants.check()


def give_back_at_once(mine):
    """Two people of the group press at the same time, each another seat."""
    at_once(*[lambda place=place: parting.give_back(mine, places=[place], of=3) for place in (2, 3)] * 2)


def give_back_and_cancel(mine):
    at_once(*[lambda: parting.give_back(mine, places=[2], of=3), lambda: registration.cancel(mine)] * 2)


def give_back_and_pay(mine, stripe, *, after=None):
    """At once, or the seat is given back when the money is being settled."""

    def give_back():
        if after:
            after.wait(5)
        return parting.give_back(mine, places=[2], of=3)

    payment = Payment.objects.for_purpose(mine).get()
    checkout.start(payment)
    stripe.pay(payment.session_id)
    at_once(give_back, lambda: following.settle(payment.session_id))


def test_two_seats_given_back_at_once_cost_one_price(transactional_db):
    mine = group()
    give_back_at_once(mine)
    assert fits(mine)
    assert (mine.seats, Payment.objects.get().to_give_back) == (2, FEE)


def test_seat_given_back_while_the_whole_is_cancelled_goes_back_once(transactional_db):
    mine = group()
    give_back_and_cancel(mine)
    assert Payment.objects.get().to_give_back == 3 * FEE
    mine.refresh_from_db()
    assert mine.state == "cancelled"


def test_seat_given_back_while_the_money_arrives(stripe_server):
    for number in range(4):
        mine = group(number, is_paid=False)
        give_back_and_pay(mine, stripe_server)
        assert fits(mine)
        money = [(one.state, one.to_give_back) for one in Payment.objects.for_purpose(mine).order_by("pk")]
        # Whoever was first: the seat goes back of what was paid, or all that was paid for three.
        assert money in ([("paid", FEE)], [("refund_due", 3 * FEE), ("open", 0)])


def test_seat_given_back_while_the_money_is_settled_waits_for_it(stripe_server, slow):
    mine = group(is_paid=False)
    give_back_and_pay(mine, stripe_server, after=slow)
    assert [(one.state, one.to_give_back) for one in Payment.objects.for_purpose(mine)] == [("paid", FEE)]


@pytest.mark.parametrize("race", [give_back_at_once, give_back_and_cancel])
def test_control_money_does_not_fit_the_seats_without_lock(without_lock, race):
    for number in range(TRIES):
        mine = group(number)
        # Without the event's lock the rows behind it may also lock each other out.
        with suppress(OperationalError):
            race(mine)
        mine.refresh_from_db()
        if not fits(mine) or (not mine.is_active and Payment.objects.for_purpose(mine).get().to_give_back != 3 * FEE):
            return
    pytest.fail("the money fits without the lock: these tests prove nothing")


def test_control_without_lock_money_and_seat_lock_each_other_out(without_lock, slow, stripe_server):
    with pytest.raises(OperationalError, match="deadlock"):
        give_back_and_pay(group(is_paid=False), stripe_server, after=slow)


def test_part_paid_back_by_two_clerks_at_once_leaves_once(stripe_server):
    mine = group(is_paid=False)
    payment = Payment.objects.get()
    checkout.start(payment)
    stripe_server.pay(payment.session_id)
    following.settle(payment.session_id)
    parting.give_back(mine, places=[2], of=3)
    at_once(*[lambda: bookkeeping.refund(Payment.objects.get(), by=None)] * 6)
    assert [one["amount"] for one in stripe_server.refunds] == [5000]
    assert (Payment.objects.get().refunded, Payment.objects.get().to_give_back) == (FEE, 0)


# ---- finance ------------------------------------------------------------------------------------------------------


@pytest.fixture
def deed(transactional_db, django_user_model):
    return django_user_model.objects.create_user("deed@example.org")


@pytest.fixture
def told(monkeypatch):
    """The letters that were promised, by the names of their builders."""
    names, post = [], outbox.post

    def listen(builder, instance, **words):
        names.append(builder.kind.partition(".")[2])
        post(builder, instance, **words)

    monkeypatch.setattr(outbox, "post", listen)
    return names


def enter(payment):
    at_once(*[lambda: bookkeeping.receive_transfer(Payment.objects.get(pk=payment.pk), by=None)] * 6)


def undo(payment):
    at_once(*[lambda: bookkeeping.undo_transfer(Payment.objects.get(pk=payment.pk), by=None, reason="falsch")] * 6)


def test_transfer_entered_by_two_clerks_at_once_is_entered_once(deed, told):
    payment = ask(deed)
    enter(payment)
    assert (Payment.objects.get().state, told.count("received")) == ("paid", 1)


def test_entry_undone_by_several_at_once_is_undone_once(deed, told):
    payment = bookkeeping.receive_transfer(ask(deed), by=None)
    undo(payment)
    payment.refresh_from_db()
    assert (payment.state, payment.attempt, told.count("entered_by_mistake")) == ("open", 1, 1)


def pay_back_and_undo(payment):
    fresh = [Payment.objects.get(pk=payment.pk) for _ in range(4)]
    at_once(
        lambda: bookkeeping.refund(fresh[0], by=None),
        lambda: bookkeeping.undo_transfer(fresh[1], by=None, reason="falsch"),
        lambda: bookkeeping.refund(fresh[2], by=None),
        lambda: bookkeeping.undo_transfer(fresh[3], by=None, reason="falsch"),
    )


def test_entry_is_undone_or_paid_back_never_both(deed, told):
    for _ in range(3):
        payment = bookkeeping.receive_transfer(ask(deed), by=None)
        checkout.withdraw(payment, cause="own")
        pay_back_and_undo(payment)
        payment.refresh_from_db()
        assert (payment.state, payment.refunded) in {("refunded", payment.amount), ("cancelled", 0)}
    assert told.count("refunded") + told.count("entered_by_mistake") == 3


@pytest.mark.parametrize("race", ["enter", "undo"])
def test_control_without_lock_clerks_enter_and_undo_more_than_once(without_lock, deed, told, race):
    for _ in range(TRIES):
        Payment.objects.all().delete()
        told.clear()
        payment = ask(deed)
        if race == "enter":
            enter(payment)
        else:
            bookkeeping.receive_transfer(payment, by=None)
            undo(payment)
        if max(told.count("received"), told.count("entered_by_mistake")) > 1:
            return
    pytest.fail("entered or undone once without the lock: these tests prove nothing")


def test_two_clerks_tick_the_same_list_at_once(django_user_model, deed, told):
    clerk = enroll("finance@example.org", staff_groups=("Finance",))
    asked = [ask(django_user_model.objects.create_user(f"deed{n}@example.org")) for n in range(3)]
    windows = [Client() for _ in range(3)]
    for window in windows:
        window.force_login(clerk)
    ticked = {"payments": [one.pk for one in asked], "value_date": "2026-01-02"}
    answers = at_once(*[lambda window=window: window.post("/admin/payments/transfers/", ticked) for window in windows])
    assert {answer.status_code for answer in answers} <= {302, 422}
    assert list(Payment.objects.values_list("state", flat=True)) == ["paid"] * 3
    assert told.count("received") == 3


# ---- messages without a payment -----------------------------------------------------------------------------------


def keep(told):
    Stray.objects.all().delete()
    told.clear()
    ids = [f"evt_{number // 2}" for number in range(12)]
    at_once(*[lambda one=one: following.keep_stray(one, "invoice.created", "in_1") for one in ids])
    return Stray.objects.count(), told.count("stray_arrived")


def close(clerk) -> int:
    """How often closing was written down."""
    stray = Stray.objects.create(event_id=uuid4().hex, kind="invoice.created", arrived_at=timezone.now())
    at_once(*[lambda: bookkeeping.close_stray(Stray.objects.get(pk=stray.pk), by=clerk)] * 6)
    return ModelLogEntry.objects.for_instance(stray).filter(action="payments.close_stray").count()


def test_messages_are_kept_once_with_one_letter_a_kind_and_closed_once(transactional_db, told):
    clerk = enroll("finance@example.org", staff_groups=("Finance",))
    assert keep(told) == (6, 1)
    assert close(clerk) == 1


def test_control_without_lock_messages_write_and_close_more_than_once(transactional_db, told, monkeypatch):
    clerk = enroll("finance@example.org", staff_groups=("Finance",))
    monkeypatch.setattr(following, "_one_after_the_other", lambda kind: None)
    assert any(keep(told)[1] > 1 for _ in range(TRIES))
    monkeypatch.setattr(QuerySet, "select_for_update", lambda rows, **words: rows)
    assert any(close(clerk) > 1 for _ in range(TRIES))
