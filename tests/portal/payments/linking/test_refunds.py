"""What was paid to an institution goes back when one of its managers presses the button."""

import pytest

from portal.payments import bookkeeping, checkout, following
from portal.payments.linking import refunds
from portal.payments.models import Payment
from portal.payments.states import Cause, PaymentState
from tests.marketplace.making import place, released
from tests.portal.payments.conftest import ask

pytestmark = pytest.mark.django_db


@pytest.fixture
def due(stripe_server, linked, owed):
    """Paid online and cancelled."""
    checkout.start(owed)
    stripe_server.pay(owed.session_id)
    following.settle(owed.session_id, account=owed.session_account)
    owed.refresh_from_db()
    return checkout.withdraw(owed, cause=Cause.PROVIDER)


def test_a_manager_gives_it_back_once(stripe_server, due, manager, post_office):
    refunds.give_back(due, by=manager)
    with pytest.raises(bookkeeping.NothingToRefund):
        refunds.give_back(due, by=manager)
    assert Payment.objects.get().state == PaymentState.REFUNDED
    assert [one["amount"] for one in stripe_server.refunds] == [4990]
    assert "joerg@example.org" in post_office()[-1].to[0]


def test_nobody_else_does(due, clerk):
    with pytest.raises(bookkeeping.NotYours):
        refunds.give_back(due, by=clerk)


def test_a_part_goes_back_while_the_rest_stands(stripe_server, linked, owed, manager):
    checkout.start(owed)
    stripe_server.pay(owed.session_id)
    following.settle(owed.session_id, account=owed.session_account)
    checkout.owe_part(owed, owed.amount / 2, cause=Cause.OWN)
    refunds.give_back(owed, by=manager)
    assert (Payment.objects.get().state, Payment.objects.get().refunded) == (PaymentState.PAID, owed.amount / 2)


def test_what_came_by_transfer_goes_back_by_transfer(owed, manager):
    bookkeeping.receive_transfer(owed, by=None)
    checkout.withdraw(owed, cause=Cause.PROVIDER)
    with pytest.raises(refunds.ByTransfer):
        refunds.give_back(owed, by=manager)


def test_nobody_gives_money_back_to_themselves(house, manager):
    order = place(released("sale", owner=house), by=manager)
    payment = ask(order, payee=house)
    with pytest.raises(refunds.OwnMoney):
        refunds.give_back(payment, by=manager)


def test_what_has_to_go_back_stands_first(house, due, manager, django_user_model):
    newer = ask(django_user_model.objects.create_user("newer@example.org"), payee=house)
    assert list(refunds.payments_to(house)) == [due, newer]
    first, second = (refunds.shown(one, manager) for one in (due, newer))
    assert (first.may_give_back, second.may_give_back) == (True, False)
    assert "49,90" in first.back
