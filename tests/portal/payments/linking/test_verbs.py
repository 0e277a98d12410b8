"""An institution's own account at Stripe: set up, looked at, restricted, let go."""

from decimal import Decimal

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from portal.accounts import samples as people
from portal.accounts.kinds import Role
from portal.accounts.models import Membership
from portal.payments import checkout, gateway
from portal.payments.linking import verbs as linking
from portal.payments.models import LinkedAccount, Payment
from portal.payments.states import LinkState, PaymentState
from tests.portal.payments.conftest import ask
from tests.portal.payments.linking.conftest import BACK, link

pytestmark = pytest.mark.django_db


def stands(linked: LinkedAccount) -> LinkState:
    linked.refresh_from_db()
    return linked.status


def closings() -> list[dict]:
    return [job.args for job in ProcrastinateJob.objects.filter(task_name="payments.close_page").order_by("pk")]


# ---- set up -------------------------------------------------------------------------------------------------------


def test_setting_up_opens_one_account_and_leads_to_stripe_each_time(stripe_server, house, manager):
    pages = [linking.set_up(house, back=BACK, by=manager) for _ in range(2)]
    assert all(page.startswith(f"{stripe_server.base}/setup/") for page in pages)
    assert pages[0] != pages[1]
    linked = LinkedAccount.objects.get()
    assert list(stripe_server.accounts) == [linked.account_id]
    assert stripe_server.accounts[linked.account_id]["type"] == "standard"
    assert (linked.status, linked.linked_at, linked.livemode) == (LinkState.ONBOARDING, None, False)


def test_no_person_is_named_to_stripe(stripe_server, house, manager):
    linking.set_up(house, back=BACK, by=manager)
    (account,) = stripe_server.accounts.values()
    assert account["business_profile"] == {"name": house.name}
    assert manager.email not in str(account)


@pytest.mark.parametrize("fault", ["timeouts", "drops"])
def test_an_answer_that_got_lost_opens_no_second_account(stripe_server, house, fault, monkeypatch):
    # The library itself tries again: each of its tries is lost.
    setattr(stripe_server, fault, gateway.line.RETRIES + 1)
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    with pytest.raises(checkout.NotAvailable):
        linking.set_up(house, back=BACK, by=None)
    linking.set_up(house, back=BACK, by=None)
    assert len(stripe_server.accounts) == LinkedAccount.objects.count() == 1


def test_an_error_that_stripe_keeps_is_asked_anew_with_another_key(stripe_server, house, monkeypatch):
    stripe_server.errors = 1
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    with pytest.raises(checkout.NotAvailable):
        linking.set_up(house, back=BACK, by=None)
    assert linking.set_up(house, back=BACK, by=None)


def test_managers_alone_set_up_and_let_go(stripe_server, house, linked):
    stranger = people.user("stranger@example.org")
    with pytest.raises(linking.NotAManager):
        linking.set_up(house, back=BACK, by=stranger)
    with pytest.raises(linking.NotAManager):
        linking.let_go(linked, by=stranger)


def test_an_account_for_trying_is_left_when_the_keys_are_for_real_money(stripe_server, house, linked, settings):
    settings.STRIPE_SECRET_KEY = "sk_live_portal"
    linking.set_up(house, back=BACK, by=None)
    assert stands(linked) == LinkState.DISCONNECTED
    assert LinkedAccount.objects.current().get().livemode


# ---- look ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("standing", "state"),
    [
        ({"reason": None, "charges_enabled": True}, LinkState.ACTIVE),
        ({"reason": "requirements.pending_verification"}, LinkState.ONBOARDING),
        ({"reason": "rejected.fraud"}, LinkState.RESTRICTED),
    ],
)
def test_an_account_that_is_being_set_up_follows_stripe(stripe_server, house, standing, state):
    linking.set_up(house, back=BACK, by=None)
    linked = LinkedAccount.objects.get()
    stripe_server.stand(linked.account_id, **standing)
    linking.look(linked)
    assert (stands(linked), bool(linked.linked_at)) == (state, state == LinkState.ACTIVE)


def test_it_is_restricted_and_comes_back(stripe_server, linked, manager, post_office):
    stripe_server.stand(linked.account_id, reason="requirements.past_due")
    linking.look(linked)
    assert (stands(linked), linked.reason) == (LinkState.RESTRICTED, "requirements.past_due")
    stripe_server.stand(linked.account_id, reason=None, charges_enabled=True)
    linking.look(linked)
    assert (stands(linked), linked.reason) == (LinkState.ACTIVE, "")


def test_managers_and_office_hear_once_of_open_payments(stripe_server, linked, owed, manager, office, post_office):
    checkout.start(owed)
    page = owed.session_id
    stripe_server.stand(linked.account_id, reason="requirements.past_due")
    for _ in range(3):
        linking.look(linked)
    mails = post_office()
    assert sorted(mail.to[0].split("<")[-1].strip(">") for mail in mails) == [manager.email, office.email]
    assert all(linked.account_id in mail.body and ": 1." in mail.body for mail in mails)
    assert closings() == [{"session_id": page, "account": linked.account_id}]
    owed.refresh_from_db()
    assert (owed.state, owed.session_id, owed.session_account) == (PaymentState.OPEN, "", "")


def test_the_office_hears_nothing_where_nobody_owes(stripe_server, linked, manager, office, post_office):
    stripe_server.deauthorize(linked.account_id)
    linking.look(linked)
    assert [manager.email in mail.to[0] for mail in post_office()] == [True]


def test_access_that_was_withdrawn_disconnects(stripe_server, linked):
    stripe_server.deauthorize(linked.account_id)
    linking.look(linked)
    assert stands(linked) == LinkState.DISCONNECTED
    assert linked.revoked_at
    assert linked.disconnected_at


def test_an_account_that_does_not_answer_does_not_stop_the_others(stripe_server, linked):
    other = link(stripe_server, people.institution("other", name="Andere"))
    LinkedAccount.objects.filter(pk=linked.pk).update(account_id="acct_unknown")
    stripe_server.stand(other.account_id, reason="requirements.past_due")
    linking.look_at_all()
    assert (stands(linked), stands(other)) == (LinkState.DISCONNECTED, LinkState.RESTRICTED)


# ---- let go -------------------------------------------------------------------------------------------------------


def test_letting_go_closes_open_pages_and_whoever_comes_back_links_anew(stripe_server, house, linked, owed, manager):
    checkout.start(owed)
    linking.let_go(linked, by=manager)
    assert [one["account"] for one in closings()] == [linked.account_id]
    assert not checkout.is_available(owed)
    with pytest.raises(linking.NotPossible):
        linking.let_go(linked, by=manager)
    assert link(stripe_server, house).account_id != linked.account_id
    assert LinkedAccount.objects.count() == 2


def test_whoever_let_go_gets_no_letter_about_it_but_the_others_do(linked, manager, house, post_office):
    colleague = people.user("colleague@example.org")
    Membership.objects.create(user=colleague, institution=house, role=Role.MANAGER)
    linking.let_go(linked, by=manager)
    assert [colleague.email in mail.to[0] for mail in post_office()] == [True]


# ---- what can be paid ---------------------------------------------------------------------------------------------


def test_only_an_account_that_takes_money_makes_payments_available(stripe_server, house, owed, settings):
    assert not checkout.is_available(owed)
    with pytest.raises(checkout.PayeeTakesNone):
        checkout.start(owed)
    linked = link(stripe_server, house)
    assert checkout.is_available(owed)
    assert checkout.is_paid_online(house)
    stripe_server.stand(linked.account_id, reason="requirements.past_due")
    linking.look(linked)
    assert not checkout.is_available(owed)
    stripe_server.stand(linked.account_id, reason=None, charges_enabled=True)
    linking.look(linked)
    settings.STRIPE_CONNECT = False
    assert not checkout.is_available(owed)


def test_the_portals_own_payments_need_no_account(payment, stripe_server, linked):
    checkout.start(payment)
    assert stripe_server.sessions[payment.session_id]["_account"] == ""
    assert Payment.objects.get(pk=payment.pk).session_account == ""


def test_less_than_stripe_takes_is_not_taken_on_a_linked_account_either(linked, house, deed):
    assert not checkout.is_available(ask(deed, payee=house, amount=Decimal("0.49")))
