"""One webhook rung twenty times in parallel: one settlement, one signal, one letter."""

import threading

import pytest
from django.db import connection, transaction
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from portal.payments import checkout, ledger
from portal.payments.models import Payment
from portal.payments.signals import payment_settled
from portal.payments.states import PaymentState
from tests.portal.payments.conftest import ask

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.race]
TIMES = 20


@pytest.fixture
def paid(stripe_server, django_user_model) -> Payment:
    payment = ask(django_user_model.objects.create_user("deed@example.org"))
    checkout.start(payment)
    stripe_server.pay(payment.session_id)
    return payment


@pytest.fixture
def settlements():
    """How often the signal was sent; it pauses, so that everybody else arrives meanwhile."""
    heard = []

    def listen(sender, payment, **kwargs):
        threading.Event().wait(0.05)
        heard.append(payment.pk)

    payment_settled.connect(listen)
    yield heard
    payment_settled.disconnect(listen)


def ring_at_once(stripe, session_id, *, same_event: bool) -> list[int]:
    gate, answers = threading.Barrier(TIMES), []
    event = stripe.event(session_id)

    def ring():
        body, signature = stripe.signed(event if same_event else stripe.event(session_id))
        gate.wait()
        headers = {"Stripe-Signature": signature}
        response = Client().post("/stripe/webhook/", body, content_type="application/json", headers=headers)
        answers.append(response.status_code)
        connection.close()

    threads = [threading.Thread(target=ring) for _ in range(TIMES)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def letters() -> int:
    return ProcrastinateJob.objects.filter(task_name="letters.deliver").count()


@pytest.mark.parametrize("same_event", [True, False])
def test_twenty_rings_settle_once(paid, stripe_server, settlements, same_event):
    assert ring_at_once(stripe_server, paid.session_id, same_event=same_event) == [200] * TIMES
    paid.refresh_from_db()
    assert paid.state == PaymentState.PAID
    assert (settlements, letters()) == ([paid.pk], 1)


def test_control_without_the_lock_twenty_rings_settle_more_than_once(paid, stripe_server, settlements, monkeypatch):
    monkeypatch.setattr(ledger, "lock", lambda payment: payment.refresh_from_db())
    ring_at_once(stripe_server, paid.session_id, same_event=True)
    assert len(settlements) > 1


def test_a_row_that_stays_locked_is_answered_503_so_that_stripe_rings_again(paid, stripe_server, monkeypatch):
    monkeypatch.setattr(ledger, "LOCK_TIMEOUT", "200ms")
    held, done = threading.Event(), threading.Event()

    def hold():
        with transaction.atomic():
            Payment.objects.locked().get(pk=paid.pk)
            held.set()
            done.wait(10)
        connection.close()

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait(10)
    body, signature = stripe_server.signed(stripe_server.event(paid.session_id))
    headers = {"Stripe-Signature": signature}
    answer = Client().post("/stripe/webhook/", body, content_type="application/json", headers=headers)
    done.set()
    holder.join()
    assert (answer.status_code, answer["Retry-After"]) == (503, "30")
    answer = Client().post("/stripe/webhook/", body, content_type="application/json", headers=headers)
    assert answer.status_code == 200
    paid.refresh_from_db()
    assert paid.state == PaymentState.PAID
