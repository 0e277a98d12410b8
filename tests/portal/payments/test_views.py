import time

import pytest
from django.urls import reverse
from django.utils import translation

from portal.payments import checkout, following, gateway
from portal.payments.models import Payment
from portal.payments.states import PaymentState

pytestmark = pytest.mark.django_db
WEBHOOK = "/stripe/webhook/"


def ring(client, body: bytes, signature: str):
    return client.post(WEBHOOK, body, content_type="application/json", headers={"Stripe-Signature": signature})


@pytest.fixture
def paid_session(payment, stripe_server) -> str:
    checkout.start(payment)
    stripe_server.pay(payment.session_id)
    return payment.session_id


def state(payment) -> str:
    payment.refresh_from_db()
    return payment.state


# ---- the bell -----------------------------------------------------------------------------------------------------


def test_webhook_settles_what_stripe_confirms(client, payment, stripe_server, paid_session):
    assert ring(client, *stripe_server.signed(stripe_server.event(paid_session))).status_code == 200
    assert state(payment) == PaymentState.PAID


def test_webhook_is_the_address_of_its_name():
    assert reverse("stripe:webhook") == WEBHOOK


def test_webhook_believes_stripe_and_not_the_body(client, payment, stripe_server):
    checkout.start(payment)
    lie = stripe_server.event(payment.session_id, payment_status="paid", status="complete")
    assert ring(client, *stripe_server.signed(lie)).status_code == 200
    assert state(payment) == PaymentState.OPEN


def _unsigned(stripe, event):
    return stripe.signed(event)[0], ""


def _wrong_secret(stripe, event):
    return stripe.signed(event, secret="whsec_other")


def _one_byte_changed(stripe, event):
    body, signature = stripe.signed(event)
    return body.replace(b"evt_", b"evt-", 1), signature


def _old(stripe, event):
    return stripe.signed(event, at=int(time.time()) - 400)


def _from_the_future(stripe, event):
    return stripe.signed(event, at=int(time.time()) + 400)


def _garbled(stripe, event):
    return stripe.signed(event)[0], "t=x,v1=y"


def _not_unicode(stripe, event):
    return b"\xff\xfe", stripe.signed(event)[1]


@pytest.mark.parametrize(
    "forge", [_unsigned, _wrong_secret, _one_byte_changed, _old, _from_the_future, _garbled, _not_unicode]
)
def test_webhook_refuses_what_stripe_did_not_sign_just_now(client, payment, stripe_server, paid_session, forge):
    assert ring(client, *forge(stripe_server, stripe_server.event(paid_session))).status_code == 400
    assert state(payment) == PaymentState.OPEN


def test_webhook_refuses_everything_without_a_secret(client, payment, stripe_server, paid_session, settings):
    settings.STRIPE_WEBHOOK_SECRET = ""
    assert ring(client, *stripe_server.signed(stripe_server.event(paid_session), secret="")).status_code == 400


@pytest.mark.parametrize("body", ["{", "[]", "null", '{"type": 1}', '""'])
def test_webhook_answers_400_to_a_signed_body_that_is_no_event(client, stripe_server, body):
    assert ring(client, *stripe_server.signed(body)).status_code == 400


@pytest.mark.parametrize(
    "event",
    [
        {"type": "invoice.created", "data": {"object": {"id": "in_1"}}},
        {"type": "checkout.session.completed"},
        {"type": "checkout.session.completed", "data": None},
        {"type": "checkout.session.completed", "data": {"object": {"id": "cs_unknown"}}},
        {"type": "checkout.session.completed", "data": {"object": {"id": 7}}},
        {"type": "charge.refunded", "data": {"object": {"payment_intent": "pi_unknown"}}},
    ],
)
def test_webhook_answers_200_to_events_that_are_not_ours(client, stripe_server, event):
    assert ring(client, *stripe_server.signed(event)).status_code == 200


def test_webhook_answers_405_to_reading(client):
    assert client.get(WEBHOOK).status_code == 405


def test_webhook_answers_413_to_a_body_over_one_megabyte(client, stripe_server):
    assert ring(client, b"x" * (3 * 1024 * 1024), "t=1,v1=x").status_code == 413


def test_webhook_refuses_http_where_https_is_the_rule(client, stripe_server, settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_REDIRECT_EXEMPT = [r"^stripe/webhook/$"]
    assert ring(client, b"{}", "").status_code == 403


def test_webhook_answers_503_while_stripe_gives_no_answer(client, stripe_server, paid_session, settings):
    event = stripe_server.signed(stripe_server.event(paid_session))
    settings.STRIPE_API_BASE = "http://127.0.0.1:9"
    assert ring(client, *event).status_code == 503


def test_webhook_follows_a_refund_whatever_the_order_of_events(client, payment, stripe_server, paid_session):
    intent = stripe_server.sessions[paid_session]["payment_intent"]
    stripe_server.refund(intent)
    event = {"type": "charge.refunded", "data": {"object": {"payment_intent": intent}}}
    assert ring(client, *stripe_server.signed(event)).status_code == 200
    assert state(payment) == PaymentState.REFUNDED
    assert ring(client, *stripe_server.signed(stripe_server.event(paid_session))).status_code == 200
    assert state(payment) == PaymentState.REFUNDED


# ---- the pay page -------------------------------------------------------------------------------------------------


def test_pay_page_says_what_is_asked_in_the_readers_language(client, payment, stripe_server):
    with translation.override("en"):
        english = client.get(payment.get_absolute_url()).content.decode()
    assert "49,90" in client.get(payment.get_absolute_url()).content.decode()
    assert "€49.90" in english
    assert "Pay now" in english


def test_pay_page_is_neither_stored_nor_indexed_nor_told_to_others(client, payment):
    response = client.get(payment.get_absolute_url())
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Referrer-Policy"] == "strict-origin"


def test_pay_page_alone_lets_its_form_reach_the_hosted_page(client, payment, stripe_server):
    policy = client.get(payment.get_absolute_url())["Content-Security-Policy"]
    assert f"form-action 'self' {stripe_server.base}" in policy


def test_pay_page_names_stripes_own_origin_in_production(settings):
    settings.STRIPE_API_BASE = "https://api.stripe.com"
    assert gateway.page_origin() == "https://checkout.stripe.com"


def test_pay_leads_to_the_hosted_page(client, payment, stripe_server):
    response = client.post(payment.get_absolute_url(), {"action": "start", "amount": "1"})
    assert response.status_code == 303
    assert response["Location"].startswith(f"{stripe_server.base}/pay/cs_test_")
    assert [session["amount_total"] for session in stripe_server.sessions.values()] == [4990]


def test_pay_without_an_answer_of_stripe_says_so(client, payment, stripe_server, settings):
    settings.STRIPE_API_BASE = "http://127.0.0.1:9"
    response = client.post(payment.get_absolute_url())
    assert response.status_code == 503
    assert 'role="alert"' in response.content.decode()


def test_coming_back_proves_nothing(client, payment, stripe_server):
    checkout.start(payment)
    response = client.get(payment.get_absolute_url() + "?back=paid&session_id=cs_test_guess")
    assert "Ihre Zahlung wird gerade bestätigt" in response.content.decode()
    assert state(payment) == PaymentState.OPEN


def test_reading_the_page_never_settles(client, payment, stripe_server, paid_session):
    client.get(payment.get_absolute_url() + "?back=paid")
    assert state(payment) == PaymentState.OPEN


def test_check_asks_stripe_itself(client, payment, stripe_server, paid_session):
    assert client.post(payment.get_absolute_url(), {"action": "check"}).status_code == 303
    assert state(payment) == PaymentState.PAID


def test_check_before_the_money_arrived_changes_nothing(client, payment, stripe_server):
    checkout.start(payment)
    client.post(payment.get_absolute_url(), {"action": "check"})
    assert state(payment) == PaymentState.OPEN


def test_paying_twice_leads_back_to_the_state(client, payment, stripe_server, paid_session):
    following.settle(paid_session)
    response = client.post(payment.get_absolute_url())
    assert response.status_code in {302, 303}
    assert response["Location"] == payment.get_absolute_url()


def test_pay_page_without_stripe_shows_the_bank_account(client, payment, settings):
    settings.BANK_ACCOUNT = {"holder": "Cluster e. V.", "iban": "DE89 3704 0044 0532 0130 00", "bic": ""}
    page = client.get(payment.get_absolute_url()).content.decode()
    assert "DE89 3704 0044 0532 0130 00" in page
    assert payment.reference in page
    assert "Jetzt bezahlen" not in page


@pytest.mark.parametrize("change", PaymentState)
def test_pay_page_shows_every_state(client, payment, clerk, change):
    Payment.objects.filter(pk=payment.pk).update(state=change, paid_at=payment.created_at)
    response = client.get(payment.get_absolute_url())
    assert response.status_code == 200
    assert str(change.label) in response.content.decode()


def test_pay_page_of_a_forged_token_is_not_found(client, payment):
    address = payment.get_absolute_url()
    assert client.get(address[:-3] + "00/").status_code == 404
    assert client.get(address.replace(f"{payment.pk}-", "99999999999999999999-")).status_code == 404


def test_pay_page_costs_few_queries(client, payment, django_assert_max_num_queries):
    address = payment.get_absolute_url()
    client.get(address)
    with django_assert_max_num_queries(10):
        client.get(address)
