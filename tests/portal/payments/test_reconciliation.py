from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from portal.payments import checkout, following, reconciliation, samples
from portal.payments.gateway import Money
from portal.payments.models import Payment
from portal.payments.states import PaymentState
from tests.portal.payments.conftest import ask

pytestmark = pytest.mark.django_db


def test_reconcile_reaches_the_same_end_state_without_a_single_webhook(payment, stripe_server, post_office):
    checkout.start(payment)
    stripe_server.pay(payment.session_id)
    reconciliation.reconcile(since=timezone.now() - timedelta(days=1))
    payment.refresh_from_db()
    assert payment.state == PaymentState.PAID
    assert len(post_office()) == 1
    assert reconciliation.reconcile(since=timezone.now() - timedelta(days=1)) == []


def test_session_that_stripe_does_not_know_does_not_stop_the_others(payment, stripe_server, django_user_model):
    """Of keys that were changed, or from the demo's own past."""
    stray = ask(django_user_model.objects.create_user("other@example.org"))
    following.follow(samples.session(stray, Money.UNDERWAY))
    checkout.start(payment)
    stripe_server.pay(payment.session_id)
    reconciliation.reconcile(since=timezone.now() - timedelta(days=1))
    assert [one.state for one in Payment.objects.order_by("pk")] == [PaymentState.PAID, PaymentState.PENDING]


def test_reconcile_finds_a_session_whose_address_we_never_learned(payment, stripe_server):
    checkout.start(payment)
    session = payment.session_id
    Payment.objects.filter(pk=payment.pk).update(session_id="")
    stripe_server.pay(session)
    call_command("reconcile_payments")
    payment.refresh_from_db()
    assert (payment.state, payment.session_id) == (PaymentState.PAID, session)


def test_reconcile_leaves_unpaid_sessions_alone(payment, stripe_server):
    checkout.start(payment)
    assert reconciliation.reconcile(since=timezone.now() - timedelta(days=1)) == []


def test_reconcile_command_says_when_stripe_is_silent(payment, stripe_server, settings):
    settings.STRIPE_API_BASE = "http://127.0.0.1:9"
    with pytest.raises(CommandError, match="no answer"):
        call_command("reconcile_payments")


@pytest.mark.parametrize(
    ("happened", "state"),
    [
        ("arrive", PaymentState.PAID),
        ("fail", PaymentState.OPEN),
        ("refund", PaymentState.REFUNDED),
        ("dispute", PaymentState.DISPUTED),
    ],
)
def test_reconcile_follows_what_happened_after_the_page_without_a_single_webhook(
    payment, stripe_server, happened, state
):
    checkout.start(payment)
    session = payment.session_id
    stripe_server.pay(session, debit=happened in {"arrive", "fail"})
    since = timezone.now() - timedelta(days=1)
    reconciliation.reconcile(since=since)
    about = session if happened in {"arrive", "fail"} else stripe_server.sessions[session]["payment_intent"]
    getattr(stripe_server, happened)(about)
    reconciliation.reconcile(since=since)
    payment.refresh_from_db()
    assert payment.state == state
    assert reconciliation.reconcile(since=since) == []
