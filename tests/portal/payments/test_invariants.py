import pytest
from django.utils import timezone

from portal.payments import bookkeeping, checkout, invariants, privacy
from portal.payments.models import Payment
from portal.payments.states import Cause

pytestmark = pytest.mark.django_db


def test_check_is_content_with_what_the_verbs_write(payment, clerk):
    assert invariants.check() == []
    bookkeeping.receive_transfer(payment, by=clerk)
    checkout.withdraw(payment, cause=Cause.OWN)
    assert invariants.check() == []


@pytest.mark.parametrize("change", [{"state": "paid"}, {"paid_at": timezone.now(), "paid_via": "transfer"}])
def test_check_names_a_payment_whose_state_and_money_disagree(payment, change):
    Payment.objects.filter(pk=payment.pk).update(**change)
    assert len(invariants.check()) == 1


def test_export_holds_the_payments_of_that_address_only(payment):
    assert [row["pk"] for row in privacy.export("Joerg@example.org")["payments"]] == [payment.pk]
    assert privacy.export("other@example.org") == {}


def test_erase_empties_the_payer_where_no_money_came(payment):
    privacy.erase("joerg@example.org")
    payment.refresh_from_db()
    assert (payment.payer_name, payment.payer_email) == ("–", f"{payment.pk}@erased.example")


def test_erase_keeps_vouchers_and_says_until_when(payment, clerk):
    bookkeeping.receive_transfer(payment, by=clerk)
    assert str(timezone.now().year + 8) in privacy.erase("joerg@example.org")[0]
    payment.refresh_from_db()
    assert payment.payer_name == "Jörg Müller"
