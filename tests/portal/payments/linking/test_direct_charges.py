"""Money of an institution on its own account: the page, the bells, refunds, the account's other business."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from portal.accounts import samples as people
from portal.payments import bookkeeping, checkout, following, gateway, reconciliation
from portal.payments.linking import verbs as linking
from portal.payments.models import LinkedAccount, Payment, Stray
from portal.payments.states import Cause, LinkState, PaymentState, Review
from portal.web import tokens
from tests.portal.payments.linking.conftest import link
from tests.portal.payments.test_views import ring

pytestmark = pytest.mark.django_db


def state(payment) -> str:
    payment.refresh_from_db()
    return payment.state


def hear(client, stripe, subject: dict, kind: str, account: str):
    return ring(client, *stripe.signed(stripe.event_about(subject, kind, account)))


@pytest.fixture
def page(owed, linked) -> str:
    checkout.start(owed)
    return owed.session_id


@pytest.fixture
def paid(owed, page, stripe_server):
    stripe_server.pay(page)
    following.settle(page, account=owed.session_account)
    owed.refresh_from_db()
    return owed


# ---- the page -----------------------------------------------------------------------------------------------------


def test_the_page_is_made_on_the_institutions_account_and_the_payment_keeps_which(stripe_server, linked, owed, page):
    session = stripe_server.sessions[page]
    assert (session["_account"], session["amount_total"]) == (linked.account_id, 4990)
    assert owed.session_account == linked.account_id
    assert checkout.start(owed) == session["url"]
    assert len(stripe_server.sessions) == 1


def test_it_is_not_found_on_our_own_account(owed, page):
    with pytest.raises(gateway.Refused):
        gateway.retrieve(page)


def test_a_new_account_of_the_institution_gets_a_new_page(stripe_server, house, linked, owed, page):
    LinkedAccount.objects.filter(pk=linked.pk).update(state=LinkState.DISCONNECTED, disconnected_at=timezone.now())
    another = link(stripe_server, house)
    checkout.start(owed)
    assert owed.session_id != page
    assert owed.session_account == another.account_id


def test_the_pay_page_names_the_payee_and_falls_back_to_its_iban(client, stripe_server, linked, owed):
    told = client.get(owed.get_absolute_url()).content.decode()
    assert "Jetzt bezahlen" in told
    assert "DE89370400440532013000" in told.replace(" ", "")
    stripe_server.stand(linked.account_id, reason="requirements.past_due")
    linking.look(linked)
    told = client.get(owed.get_absolute_url()).content.decode()
    assert "Jetzt bezahlen" not in told
    assert "DE89370400440532013000" in told.replace(" ", "")


# ---- the bells ----------------------------------------------------------------------------------------------------


def test_a_bell_of_the_account_settles(client, stripe_server, owed, page, settings):
    settings.STRIPE_CONNECT_WEBHOOK_SECRET = stripe_server.connect_secret = "whsec_of_connect"
    stripe_server.pay(page)
    event = stripe_server.event(page)
    assert event["account"] == owed.session_account
    assert ring(client, *stripe_server.signed(event)).status_code == 200
    assert state(owed) == PaymentState.PAID
    assert ring(client, *stripe_server.signed(event, secret="whsec_neither")).status_code == 400


def test_a_refund_goes_back_from_the_account_that_was_paid(stripe_server, house, paid, linked, manager):
    checkout.withdraw(paid, cause=Cause.PROVIDER)
    linking.let_go(linked, by=manager)
    link(stripe_server, house)
    bookkeeping.refund(paid, by=manager)
    assert state(paid) == PaymentState.REFUNDED
    assert [one["_account"] for one in stripe_server.refunds] == [linked.account_id]


def test_finance_gives_nothing_back_from_an_account_of_others(paid, finance):
    checkout.withdraw(paid, cause=Cause.PROVIDER)
    with pytest.raises(bookkeeping.NotYours):
        bookkeeping.refund(paid, by=finance)


@pytest.mark.parametrize("kind", ["charge.refunded", "charge.dispute.created"])
def test_what_happens_in_its_own_dashboard_is_followed(client, stripe_server, paid, kind):
    intent = stripe_server.sessions[paid.session_id]["payment_intent"]
    (stripe_server.refund if "refund" in kind else stripe_server.dispute)(intent)
    answer = hear(client, stripe_server, {"id": "x", "payment_intent": intent}, kind, paid.session_account)
    assert answer.status_code == 200
    assert state(paid) == (PaymentState.REFUNDED if "refund" in kind else PaymentState.DISPUTED)


def test_account_updated_makes_us_look_and_is_not_believed(client, stripe_server, linked):
    lie = {"id": linked.account_id, "object": "account", "charges_enabled": False}
    assert hear(client, stripe_server, lie, "account.updated", linked.account_id).status_code == 200
    linked.refresh_from_db()
    assert linked.state == LinkState.ACTIVE
    gone = {"id": "ca_1", "object": "application"}
    hear(client, stripe_server, gone, "account.application.deauthorized", linked.account_id)
    linked.refresh_from_db()
    assert linked.state == LinkState.ACTIVE
    stripe_server.deauthorize(linked.account_id)
    hear(client, stripe_server, gone, "account.application.deauthorized", linked.account_id)
    linked.refresh_from_db()
    assert linked.state == LinkState.DISCONNECTED


def test_a_bell_about_an_account_while_stripe_is_silent_rings_again(client, stripe_server, linked, settings):
    body = stripe_server.signed(stripe_server.event_about({"id": "x"}, "account.updated", linked.account_id))
    settings.STRIPE_API_BASE = "http://127.0.0.1:9"
    assert ring(client, *body).status_code == 503


# ---- whose money --------------------------------------------------------------------------------------------------


def forge(stripe, account: str, reference: str, number: str) -> str:
    """A page that the owner of `account` makes there themselves, and pays."""
    price = {"currency": "eur", "unit_amount": "4990", "product_data": {"name": "x"}}
    params = {"line_items": {"0": {"quantity": "1", "price_data": price}}, "mode": "payment", "success_url": "x"}
    meant = {"client_reference_id": reference, "metadata": {"reference": number}}
    intent = {"payment_intent_data": {"metadata": {"reference": number}}}
    session = stripe.create(params | meant | intent, account)
    stripe.pay(session["id"])
    return session["id"]


def test_another_institutions_account_settles_nothing_even_with_the_right_secret(client, stripe_server, owed, finance):
    thief = link(stripe_server, people.institution("thief", name="Dieb"))
    forged = forge(stripe_server, thief.account_id, tokens.make("settle", owed), owed.reference)
    assert ring(client, *stripe_server.signed(stripe_server.event(forged))).status_code == 200
    assert (state(owed), owed.review) == (PaymentState.OPEN, Review.ACCOUNT)


def test_a_linked_account_settles_nothing_of_the_portals(client, stripe_server, payment, linked):
    forged = forge(stripe_server, linked.account_id, tokens.make("settle", payment), payment.reference)
    ring(client, *stripe_server.signed(stripe_server.event(forged)))
    assert (state(payment), payment.review) == (PaymentState.OPEN, Review.ACCOUNT)


def test_our_own_account_settles_nothing_of_an_institutions(client, stripe_server, owed):
    forged = forge(stripe_server, "", tokens.make("settle", owed), owed.reference)
    ring(client, *stripe_server.signed(stripe_server.event(forged)))
    assert (state(owed), owed.review) == (PaymentState.OPEN, Review.ACCOUNT)


def test_numbers_that_others_write_into_their_own_account_call_nobody(client, stripe_server, payment, linked, finance):
    forged = forge(stripe_server, linked.account_id, "guessed", payment.reference)
    assert ring(client, *stripe_server.signed(stripe_server.event(forged))).status_code == 200
    assert (state(payment), payment.review, Stray.objects.count()) == (PaymentState.OPEN, "", 0)


def test_its_other_business_is_no_business_of_ours(client, stripe_server, linked):
    theirs = forge(stripe_server, linked.account_id, "", "Bestellung 7")
    assert ring(client, *stripe_server.signed(stripe_server.event(theirs))).status_code == 200
    intent = {"id": stripe_server.sessions[theirs]["payment_intent"], "object": "payment_intent"}
    assert hear(client, stripe_server, intent, "payment_intent.succeeded", linked.account_id).status_code == 200
    assert not Stray.objects.exists()


def test_an_account_that_nobody_has_linked_waits_for_finance(client, stripe_server, finance):
    for kind in ("account.updated", "checkout.session.completed"):
        assert hear(client, stripe_server, {"id": "x"}, kind, "acct_stranger").status_code == 200
    assert Stray.objects.count() == 2


def test_test_money_of_a_linked_account_settles_nothing_real(client, stripe_server, owed, page):
    stripe_server.pay(page)
    event = stripe_server.event(page) | {"livemode": True}
    assert ring(client, *stripe_server.signed(event)).status_code == 200
    assert (state(owed), Stray.objects.count()) == (PaymentState.OPEN, 1)


# ---- without a bell -----------------------------------------------------------------------------------------------


def reconcile() -> list[Payment]:
    return reconciliation.reconcile(since=timezone.now() - timedelta(days=1))


@pytest.mark.parametrize("happened", ["pay", "refund", "part", "dispute", "debit"])
def test_reconcile_reaches_the_same_end_state_on_linked_accounts(stripe_server, owed, page, happened):
    stripe_server.pay(page, debit=happened == "debit")
    reconcile()
    intent = stripe_server.sessions[page]["payment_intent"]
    deeds = {
        "refund": lambda: stripe_server.refund(intent),
        "part": lambda: stripe_server.refund(intent, 1000),
        "dispute": lambda: stripe_server.dispute(intent),
        "debit": lambda: stripe_server.arrive(page),
    }
    deeds.get(happened, lambda: None)()
    reconcile()
    ends = {"refund": PaymentState.REFUNDED, "dispute": PaymentState.DISPUTED}
    assert state(owed) == ends.get(happened, PaymentState.PAID)
    assert owed.refunded == {"refund": Decimal("49.90"), "part": Decimal("10.00")}.get(happened, 0)
    assert reconcile() == []


def test_reconcile_finds_a_page_whose_address_we_never_learned(stripe_server, owed, page):
    Payment.objects.filter(pk=owed.pk).update(session_id="", session_account="")
    stripe_server.pay(page)
    reconcile()
    assert (state(owed), owed.session_id) == (PaymentState.PAID, page)
    assert owed.session_account == stripe_server.sessions[page]["_account"]


def test_reconcile_follows_the_accounts_too(stripe_server, linked):
    stripe_server.deauthorize(linked.account_id)
    reconcile()
    linked.refresh_from_db()
    assert linked.state == LinkState.DISCONNECTED
    asked = len(stripe_server.requests)
    reconcile()
    assert not any("accounts" in path for _method, path in stripe_server.requests[asked:])


def test_reconcile_asks_for_no_single_page_of_the_accounts_other_business(stripe_server, linked):
    for number in range(120):
        theirs = forge(stripe_server, linked.account_id, "", f"Bestellung {number}")
    stripe_server.refund(stripe_server.sessions[theirs]["payment_intent"])
    asked = len(stripe_server.requests)
    reconcile()
    assert not any("/sessions/cs_" in path for _method, path in stripe_server.requests[asked:])
    # Two pages of a hundred sessions, on their own account.
    lists = [path for _method, path in stripe_server.requests[asked:] if path.endswith("checkout/sessions")]
    assert len(lists) == 3
