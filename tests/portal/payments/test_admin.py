import pytest

from portal.accounts.people import enroll
from portal.payments import checkout
from portal.payments.models import Payment
from portal.payments.states import Cause, PaymentState

pytestmark = pytest.mark.django_db
LIST = "/admin/snippets/payments/payment/"


def staff(client, group):
    client.force_login(enroll(f"{group.casefold()}@example.org", staff_groups=(group,)))
    return client


def state(payment) -> str:
    payment.refresh_from_db()
    return payment.state


def test_finance_lists_filters_and_exports(client, payment):
    finance = staff(client, "Finance")
    assert "Bioprozesstag" in finance.get(LIST).content.decode()
    assert "Bioprozesstag" not in finance.get(f"{LIST}?state=paid").content.decode()
    export = finance.get(f"{LIST}?export=csv")
    assert payment.reference in b"".join(export.streaming_content).decode()


def test_finance_enters_a_transfer_and_gives_it_back(client, payment):
    finance = staff(client, "Finance")
    page = finance.get(f"{LIST}inspect/{payment.pk}/").content.decode()
    assert "Die Überweisung ist eingegangen" in page
    finance.post(f"/admin/payments/{payment.pk}/transfer/")
    assert state(payment) == PaymentState.PAID
    checkout.withdraw(payment, cause=Cause.OWN)
    assert "zurücküberwiesen" in finance.get(f"{LIST}inspect/{payment.pk}/").content.decode()
    finance.post(f"/admin/payments/{payment.pk}/refund/")
    assert state(payment) == PaymentState.REFUNDED


def test_refund_that_is_not_due_is_refused_with_a_sentence(client, payment):
    finance = staff(client, "Finance")
    answer = finance.post(f"/admin/payments/{payment.pk}/refund/", follow=True)
    assert "nichts zu erstatten" in answer.content.decode()
    assert state(payment) == PaymentState.OPEN


def test_finance_closes_a_review(client, payment):
    Payment.objects.filter(pk=payment.pk).update(review="surplus")
    finance = staff(client, "Finance")
    assert payment.reference in finance.get(f"{LIST}?review=surplus").content.decode()
    finance.post(f"/admin/payments/{payment.pk}/reviewed/")
    payment.refresh_from_db()
    assert payment.review == ""


@pytest.mark.parametrize("action", ["transfer", "refund", "reviewed"])
def test_reading_changes_nothing(client, payment, action):
    assert staff(client, "Finance").get(f"/admin/payments/{payment.pk}/{action}/").status_code == 405


@pytest.mark.parametrize("group", ["Editors", "Moderators"])
def test_others_neither_see_nor_touch_money(client, payment, group):
    other = staff(client, group)
    for address in (LIST, f"{LIST}?export=csv", f"{LIST}inspect/{payment.pk}/"):
        assert other.get(address).status_code in {302, 403}
    assert other.post(f"/admin/payments/{payment.pk}/transfer/").status_code in {302, 403}
    assert state(payment) == PaymentState.OPEN


@pytest.mark.parametrize("group", ["Finance", "Administrators"])
def test_nobody_edits_or_deletes_a_payment_by_hand(client, payment, group):
    somebody = staff(client, group)
    for address in (f"{LIST}add/", f"{LIST}edit/{payment.pk}/", f"{LIST}delete/{payment.pk}/"):
        assert somebody.get(address).status_code in {302, 403, 404}
        somebody.post(address, {"state": "paid"})
    assert state(payment) == PaymentState.OPEN


def test_superusers_do_not_either(client, payment, django_user_model):
    client.force_login(django_user_model.objects.create_superuser("root@example.org", "x"))
    client.post(f"{LIST}delete/{payment.pk}/")
    assert Payment.objects.filter(pk=payment.pk).exists()
    assert client.get(LIST).status_code == 200
