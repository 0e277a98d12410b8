"""Refunds above the set amount: one person proposes, another releases."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from portal.accounts.models import Institution
from portal.accounts.people import enroll
from portal.payments import bookkeeping, checkout, following, gateway
from portal.payments.models import MoneyRules, Payment, RefundProposal
from portal.payments.returning import refusals, second
from portal.payments.states import Cause, PaymentState
from tests.portal.payments.conftest import ask
from tests.portal.payments.test_checkout import start_and_pay

pytestmark = pytest.mark.django_db
INSPECT = "wagtailsnippets_payments_payment:inspect"


@pytest.fixture
def anna():
    return enroll("anna@example.org", first_name="Anna", last_name="Amsel", staff_groups=("Finance",))


@pytest.fixture
def ben():
    return enroll("ben@example.org", first_name="Ben", last_name="Buche", staff_groups=("Finance",))


def owed(deed, amount=Decimal(800), **facts) -> Payment:
    payment = ask(deed, amount=amount, **facts)
    bookkeeping.receive_transfer(payment, by=None)
    checkout.withdraw(payment, cause=Cause.OWN)
    return payment


@pytest.fixture
def large(deed):
    return owed(deed)


def state(payment) -> str:
    payment.refresh_from_db()
    return payment.state


def test_large_refund_leaves_when_another_releases_it(large, anna, ben):
    with pytest.raises(refusals.NeedsSecond, match="500"):
        bookkeeping.refund(large, by=ben)
    second.propose(large, by=anna)
    with pytest.raises(refusals.SamePerson):
        bookkeeping.refund(large, by=anna)
    assert state(large) == PaymentState.REFUND_DUE
    bookkeeping.refund(large, by=ben)
    made = RefundProposal.objects.get()
    assert (state(large), made.state, made.proposed_by, made.released_by) == ("refunded", "done", anna, ben)
    told = ModelLogEntry.objects.for_instance(large).values_list("action", "user__email")
    assert {("payments.refund_proposed", anna.email), ("payments.refund_released", ben.email)} <= set(told)


def test_up_to_the_amount_one_person_is_enough(deed, anna):
    payment = owed(deed, Decimal(500))
    with pytest.raises(refusals.NoSecondNeeded):
        second.propose(payment, by=anna)
    bookkeeping.refund(payment, by=anna)
    assert state(payment) == "refunded"


def test_the_amount_is_what_the_rules_say(deed, anna):
    rules = MoneyRules.here()
    rules.second_above = 0
    rules.save()
    with pytest.raises(refusals.NeedsSecond):
        bookkeeping.refund(owed(deed, Decimal(20)), by=anna)


def test_what_an_institution_is_paid_is_its_own_business(deed, anna):
    house = Institution.objects.create(name="Haus", slug="haus", kind="company", city="Bochum")
    payment = owed(deed, payee=house)
    bookkeeping.refund(payment, by=anna, by_hand=True)
    assert state(payment) == "refunded"


def test_nobody_releases_for_nobody(large, anna):
    second.propose(large, by=anna)
    with pytest.raises(refusals.NeedsSecond):
        bookkeeping.refund(large, by=None)


def test_another_amount_makes_the_proposal_void(deed, anna, ben):
    payment = ask(deed, amount=Decimal(2000))
    bookkeeping.receive_transfer(payment, by=None)
    checkout.owe_part(payment, Decimal(600), cause=Cause.OWN)
    second.propose(payment, by=anna)
    checkout.owe_part(payment, Decimal(300), cause=Cause.OWN)
    payment.refresh_from_db()
    assert second.standing(payment) is None
    with pytest.raises(refusals.NeedsSecond):
        bookkeeping.refund(payment, by=ben)
    second.propose(payment, by=ben)
    assert list(RefundProposal.objects.values_list("amount", "state").order_by("pk")) == [
        (Decimal(600), "void"),
        (Decimal(900), "proposed"),
    ]
    bookkeeping.refund(payment, by=anna)
    assert payment.refunded == 900


def test_withdrawn_proposal_releases_nothing(large, anna, ben):
    second.propose(large, by=anna)
    with pytest.raises(refusals.ProposedBefore):
        second.propose(large, by=ben)
    second.withdraw(large, by=anna)
    with pytest.raises(refusals.NotProposed):
        second.withdraw(large, by=anna)
    with pytest.raises(refusals.NeedsSecond):
        bookkeeping.refund(large, by=ben)


def test_what_is_not_due_is_not_proposed(payment, anna):
    with pytest.raises(refusals.NothingToRefund):
        second.propose(payment, by=anna)


def unreachable(*_said, **_words):
    raise gateway.Unreachable


def test_release_survives_that_stripe_gives_no_answer(deed, stripe_server, anna, ben, monkeypatch):
    payment = ask(deed, amount=Decimal(800))
    following.settle(start_and_pay(payment, stripe_server))
    payment.refresh_from_db()
    checkout.withdraw(payment, cause=Cause.OWN)
    second.propose(payment, by=anna)
    with monkeypatch.context() as away:
        away.setattr(gateway, "refund", unreachable)
        with pytest.raises(checkout.NotAvailable):
            bookkeeping.refund(payment, by=ben)
    assert RefundProposal.objects.get().state == "released"
    # It takes no third person.
    bookkeeping.refund(payment, by=anna)
    assert (state(payment), RefundProposal.objects.get().state) == ("refunded", "done")


def test_database_lets_nobody_release_their_own(large, anna):
    made = second.propose(large, by=anna)
    with pytest.raises(IntegrityError, match="refund_is_released_by_another"), transaction.atomic():
        RefundProposal.objects.filter(pk=made.pk).update(released_by=anna, released_at=timezone.now())


# ---- in the administration ----------------------------------------------------------------------------------------


def page(client, person, payment) -> str:
    client.force_login(person)
    return " ".join(client.get(reverse(INSPECT, args=[payment.pk])).content.decode().replace("\u00a0", " ").split())


def test_each_of_the_two_sees_what_they_may_do(client, large, anna, ben):
    assert "Erstattung von 800,00 € vorschlagen" in page(client, anna, large)
    assert "zurücküberwiesen" not in page(client, anna, large)
    client.post(reverse("payment_propose_refund", args=[large.pk]))
    own = page(client, anna, large)
    assert "Sie haben diese Erstattung selbst vorgeschlagen" in own
    assert "zurücküberwiesen" not in own
    other = page(client, ben, large)
    assert "Anna Amsel hat vorgeschlagen, 800,00 € zu erstatten" in other
    assert "800,00 € wurden zurücküberwiesen" in other
    assert "Vorgeschlagen von" in other


def test_pressing_nevertheless_is_refused_with_a_sentence(client, large, anna):
    client.force_login(anna)
    client.post(reverse("payment_propose_refund", args=[large.pk]))
    told = client.post(reverse("payment_refund", args=[large.pk]), follow=True).content.decode()
    assert "Sie haben diese Erstattung selbst vorgeschlagen" in told
    assert state(large) == "refund_due"


def test_proposal_is_withdrawn_by_a_button(client, large, anna):
    client.force_login(anna)
    client.post(reverse("payment_propose_refund", args=[large.pk]))
    client.post(reverse("payment_withdraw_proposal", args=[large.pk]))
    assert RefundProposal.objects.get().state == "withdrawn"


def test_first_page_tells_what_waits_for_a_release(client, large, anna, ben):
    second.propose(large, by=anna)
    client.force_login(ben)
    told = client.get("/admin/").content.decode()
    assert "davon freizugeben" in told
    assert "Erstattungen freizugeben" in told
    client.force_login(anna)
    # Their own waits for others.
    assert "Erstattungen freizugeben" not in client.get("/admin/").content.decode()
    listed = client.get("/admin/snippets/payments/payment/?back=release").content.decode()
    assert large.reference in listed


def test_list_of_what_waits_leaves_out_what_is_void(large, anna):
    second.propose(large, by=anna)
    assert list(Payment.objects.to_release()) == [large]
    RefundProposal.objects.update(amount=1)
    assert not Payment.objects.to_release().exists()


def test_an_administrator_sets_the_amount(client):
    client.force_login(enroll("root@example.org", staff_groups=("Administrators",)))
    address = client.get("/admin/settings/payments/moneyrules/").url
    assert client.post(address, {"second_above": "-1"}).status_code == 200
    assert client.post(address, {"second_above": "1000"}).status_code == 302
    assert MoneyRules.here().second_above == 1000


def test_finance_does_not_set_it(client, anna):
    client.force_login(anna)
    assert client.get(f"/admin/settings/payments/moneyrules/{MoneyRules.objects.get().pk}/").status_code in {302, 403}
