"""The pages of a manager: online payment, and the payments that came."""

import pytest
from django.urls import reverse

from portal.accounts import samples as people
from portal.accounts.kinds import Role
from portal.accounts.models import BankDetails, Membership
from portal.payments import checkout, following
from portal.payments.models import LinkedAccount
from portal.payments.states import Cause, LinkState, PaymentState
from tests.portal.payments.conftest import ask
from tests.test_stripe_server import press_setup

pytestmark = pytest.mark.django_db


def online(house) -> str:
    return reverse("payments:online", args=[house.slug])


@pytest.fixture
def at_desk(client, manager):
    client.force_login(manager)
    return client


def text(answer) -> str:
    return answer.content.decode()


def test_a_manager_sets_up_and_is_back_with_an_account_that_takes_money(at_desk, house, stripe_server):
    assert "Bei Stripe einrichten" in text(at_desk.get(online(house)))
    answer = at_desk.post(online(house), {"action": "set_up"})
    assert answer.status_code == 303
    back = press_setup(answer["Location"], "finish")
    assert back.endswith(f"{online(house)}?back=done")
    page = text(at_desk.get(f"{online(house)}?back=done"))
    assert "<send-at-once>" in page
    assert LinkedAccount.objects.get().state == LinkState.ONBOARDING
    assert at_desk.post(online(house), {"action": "look"}).status_code == 303
    assert LinkedAccount.objects.get().state == LinkState.ACTIVE
    assert "nimmt Zahlungen an" in text(at_desk.get(online(house)))


def test_a_link_that_is_too_old_leads_back_to_the_button(at_desk, house, stripe_server):
    address = at_desk.post(online(house), {"action": "set_up"})["Location"]
    press_setup(address, "leave")
    assert press_setup(address, "finish").endswith("?back=late")
    page = text(at_desk.get(f"{online(house)}?back=late"))
    assert "nur einige Minuten gültig" in page
    assert "Weiter bei Stripe" in page


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("requirements.pending_verification", "Stripe prüft Ihre Angaben"),
        ("requirements.past_due", "benötigt noch etwas"),
        ("rejected.fraud", "abgelehnt"),
    ],
)
def test_the_page_says_why_no_money_is_taken(at_desk, house, linked, reason, said):
    LinkedAccount.objects.update(state=LinkState.RESTRICTED, reason=reason)
    assert said in text(at_desk.get(online(house)))


def test_the_form_may_reach_stripes_page_and_nothing_else(at_desk, house, stripe_server):
    assert f"form-action 'self' {stripe_server.base}" in at_desk.get(online(house))["Content-Security-Policy"]


def test_without_bank_details_they_come_first(at_desk, house, stripe_server):
    BankDetails.objects.all().delete()
    page = text(at_desk.get(online(house)))
    assert "Bei Stripe einrichten" not in page
    assert reverse("accounts:bank", args=[house.slug]) in page


def test_where_it_is_not_switched_on_the_page_says_so(at_desk, house, stripe_server, settings):
    settings.STRIPE_CONNECT = False
    assert "bietet das zurzeit nicht an" in text(at_desk.get(online(house)))
    assert at_desk.post(online(house), {"action": "set_up"}).status_code == 503
    assert not LinkedAccount.objects.exists()


def test_while_stripe_is_silent_the_page_says_so(at_desk, house, linked, settings):
    settings.STRIPE_API_BASE = "http://127.0.0.1:9"
    answer = at_desk.post(online(house), {"action": "set_up"})
    assert answer.status_code == 503
    assert 'role="alert"' in text(answer)
    assert at_desk.post(online(house), {"action": "look"}, follow=True).status_code == 200


def test_a_manager_disconnects(at_desk, house, linked):
    assert at_desk.post(online(house), {"action": "let_go"}).status_code == 303
    assert LinkedAccount.objects.get().state == LinkState.DISCONNECTED
    assert "Bei Stripe einrichten" in text(at_desk.get(online(house)))


@pytest.mark.parametrize("door", ["payments:online", "payments:received"])
def test_managers_alone_see_the_pages(client, house, stripe_server, door):
    address = reverse(door, args=[house.slug])
    assert client.get(address).status_code == 302
    desk = people.user("desk@example.org")
    Membership.objects.create(user=desk, institution=house, role=Role.DESK)
    client.force_login(desk)
    assert client.get(address).status_code == 404
    assert "Zahlungen an Ihre" not in text(client.get(reverse("accounts:institution", args=[house.slug])))


def test_the_institutions_page_leads_there(at_desk, house, linked):
    page = text(at_desk.get(reverse("accounts:institution", args=[house.slug])))
    assert online(house) in page
    assert reverse("payments:received", args=[house.slug]) in page


# ---- what came ----------------------------------------------------------------------------------------------------


def test_the_button_gives_back_what_is_due(at_desk, house, linked, owed, stripe_server):
    checkout.start(owed)
    stripe_server.pay(owed.session_id)
    following.settle(owed.session_id, account=owed.session_account)
    checkout.withdraw(owed, cause=Cause.PROVIDER)
    list_ = reverse("payments:received", args=[house.slug])
    button = reverse("payments:give_back", args=[house.slug, owed.pk])
    assert button in text(at_desk.get(list_))
    assert at_desk.post(button)["Location"] == list_
    owed.refresh_from_db()
    assert owed.state == PaymentState.REFUNDED
    assert button not in text(at_desk.get(list_))
    assert at_desk.post(button, follow=True).status_code == 200


def test_the_money_of_others_is_not_there(at_desk, house, payment):
    assert payment.reference not in text(at_desk.get(reverse("payments:received", args=[house.slug])))
    assert at_desk.post(reverse("payments:give_back", args=[house.slug, payment.pk])).status_code == 404


def test_the_list_costs_the_same_for_one_and_many(at_desk, house, django_user_model, django_assert_max_num_queries):
    address = reverse("payments:received", args=[house.slug])
    for number in range(3):
        ask(django_user_model.objects.create_user(f"deed{number}@example.org"), payee=house)
        at_desk.get(address)
        with django_assert_max_num_queries(10):
            at_desk.get(address)
