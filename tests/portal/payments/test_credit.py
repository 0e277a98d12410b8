"""An event is called off: whoever likes leaves the money for another one."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from portal.payments import bookkeeping, checkout, invariants
from portal.payments.credit import verbs as credits
from portal.payments.credit.verbs import NoVoucher, VoucherUnknown, VoucherUsed
from portal.payments.models import Credit, Payment
from portal.payments.states import Cause
from tests.portal.payments.conftest import ask

pytestmark = pytest.mark.django_db


@pytest.fixture
def called_off(payment, clerk):
    bookkeeping.receive_transfer(payment, by=clerk)
    return checkout.withdraw(payment, cause=Cause.CALLED_OFF)


@pytest.fixture
def another(django_user_model):
    def make(amount: str, name: str = "other@example.org") -> Payment:
        return ask(django_user_model.objects.create_user(name), amount=Decimal(amount))

    return make


def test_payer_takes_a_voucher_and_nothing_is_refunded(client, called_off, clerk):
    page = client.get(called_off.get_absolute_url()).content.decode()
    assert 'value="voucher"' in page
    client.post(called_off.get_absolute_url(), {"action": "voucher"})
    credit = Credit.objects.get()
    called_off.refresh_from_db()
    assert (called_off.state, credit.left, called_off.to_give_back) == ("credited", Decimal("49.90"), 0)
    assert credit.valid_until == date(timezone.localdate().year + 3, 12, 31)
    assert credit.code in client.get(called_off.get_absolute_url()).content.decode()
    with pytest.raises(bookkeeping.NothingToRefund):
        bookkeeping.refund(called_off, by=clerk)
    assert invariants.check() == []


def test_it_pays_another_event_wholly_and_a_second_in_part(called_off, another, settled):
    credit = credits.take(called_off)
    first = another("30.00")
    credits.redeem(first, f" {credit.code.lower()} ")
    first.refresh_from_db()
    assert (first.state, first.paid_via, settled[-1]) == ("paid", "credit", first)
    second = another("30.00", "second@example.org")
    credits.redeem(second, credit.code)
    second.refresh_from_db()
    assert (second.state, second.received, second.to_pay) == ("open", Decimal("19.90"), Decimal("10.10"))
    credit.refresh_from_db()
    assert credit.left == 0
    with pytest.raises(VoucherUnknown):
        credits.redeem(another("5.00", "third@example.org"), credit.code)
    assert invariants.check() == []


def test_money_is_paid_out_after_all_unless_a_part_is_used(called_off, another):
    credit = credits.take(called_off)
    credits.pay_out(called_off)
    called_off.refresh_from_db()
    assert (called_off.state, called_off.to_give_back) == ("refund_due", Decimal("49.90"))
    with pytest.raises(VoucherUnknown):
        credits.redeem(another("5.00"), credit.code)
    again = credits.take(called_off)
    credits.redeem(another("5.00", "second@example.org"), again.code)
    with pytest.raises(VoucherUsed):
        credits.pay_out(called_off)


def test_voucher_is_for_events_that_we_called_off_alone(payment, clerk):
    with pytest.raises(NoVoucher):
        credits.take(payment)
    bookkeeping.receive_transfer(payment, by=clerk)
    checkout.withdraw(payment, cause=Cause.OWN)
    with pytest.raises(NoVoucher):
        credits.take(payment)
    bookkeeping.refund(payment, by=clerk)
    with pytest.raises(NoVoucher):
        credits.take(payment)


def test_wrong_code_is_told_beside_the_field_and_kept(client, called_off, another):
    credit = credits.take(called_off)
    other = another("30.00")
    page = client.post(other.get_absolute_url(), {"action": "redeem", "code": "FALSCH"})
    assert page.status_code == 422
    assert 'value="FALSCH"' in page.content.decode()
    assert "code_error" in page.content.decode()
    Credit.objects.update(valid_until=timezone.localdate() - timedelta(days=1))
    assert client.post(other.get_absolute_url(), {"action": "redeem", "code": credit.code}).status_code == 422
    Credit.objects.update(valid_until=timezone.localdate())
    client.post(other.get_absolute_url(), {"action": "redeem", "code": credit.code})
    other.refresh_from_db()
    assert other.state == "paid"


def test_what_a_voucher_paid_goes_back_as_money_when_that_event_is_off_too(called_off, another, clerk):
    credit = credits.take(called_off)
    other = another("30.00")
    credits.redeem(other, credit.code)
    other.refresh_from_db()
    checkout.withdraw(other, cause=Cause.OWN)
    bookkeeping.refund(other, by=clerk)
    other.refresh_from_db()
    assert (other.state, other.refunded) == ("refunded", 30)


def test_what_a_voucher_paid_is_no_entry_that_could_be_undone(called_off, another, clerk):
    credit = credits.take(called_off)
    whole, part = another("30.00"), another("30.00", "second@example.org")
    for payment in (whole, part):
        credits.redeem(payment, credit.code)
        with pytest.raises(bookkeeping.NotEntered):
            bookkeeping.undo_transfer(payment, by=clerk, reason="typed by mistake")
    bookkeeping.receive_transfer(part, by=clerk)
    with pytest.raises(bookkeeping.NotEntered):
        bookkeeping.undo_transfer(part, by=clerk, reason="typed by mistake")
    assert (whole.state, part.state) == ("paid", "paid")
