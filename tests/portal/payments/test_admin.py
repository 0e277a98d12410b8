from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from portal.accounts.people import enroll
from portal.payments import bookkeeping, checkout
from portal.payments.models import Payment
from portal.payments.states import Cause, PaymentState
from tests.portal.payments.conftest import ask
from tests.portal.payments.test_statements import camt, entry

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


# ---- transfers ----------------------------------------------------------------------------------------------------

TRANSFERS = "/admin/payments/transfers/"


def upload(client, content: bytes, name="auszug.xml"):
    return client.post(f"{TRANSFERS}statement/", {"statement": SimpleUploadedFile(name, content)})


@pytest.fixture
def three(django_user_model):
    deeds = [django_user_model.objects.create_user(f"deed{n}@example.org") for n in range(3)]
    return [ask(deed, due_at=timezone.now() - timedelta(days=n)) for n, deed in enumerate(deeds)]


def test_finance_enters_several_transfers_with_their_value_date(client, three):
    finance = staff(client, "Finance")
    page = finance.get(TRANSFERS).content.decode()
    assert page.index(three[2].reference) < page.index(three[0].reference)
    assert "überfällig" in page
    chosen = {"payments": [three[0].pk, three[1].pk], "value_date": "2026-01-02"}
    answer = finance.post(TRANSFERS, chosen, follow=True)
    assert "2 Überweisungen wurden eingetragen" in answer.content.decode()
    assert [state(one) for one in three] == ["paid", "paid", "open"]
    assert three[0].value_date == date(2026, 1, 2)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"value_date": "2026-01-02"}, "Kreuzen Sie die eingegangenen Zahlungen an"),
        ({"value_date": "2126-01-02", "payments": [0]}, "liegt in der Zukunft"),
        ({"value_date": "gestern", "payments": [0]}, "gültiges Datum"),
        ({"payments": [0], "day-x": "y"}, "Bitte geben Sie ein Datum an"),
        ({"payments": [0], "day-1": "2026-02-31"}, "Bitte geben Sie ein Datum an"),
        ({"payments": ["x"]}, "kein gültiger Wert"),
    ],
)
def test_what_finance_typed_wrong_is_kept_and_told(client, three, said, words):
    finance = staff(client, "Finance")
    said = said | {"payments": [three[0].pk if one == 0 else one for one in said.get("payments", [])]}
    answer = finance.post(TRANSFERS, said)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert state(three[0]) == "open"


def test_finance_reads_a_statement_and_confirms(client, three):
    finance = staff(client, "Finance")
    page = upload(finance, camt(entry(purpose=f"{three[0].reference} Gruß"), entry(purpose="nichts", payer="Wer?")))
    told = page.content.decode()
    assert "Referenz und Betrag" in told
    assert "keine Zahlung gefunden" in told
    assert state(three[0]) == "open"
    confirmed = {"payments": three[0].pk, f"day-{three[0].pk}": "2026-11-19"}
    finance.post(TRANSFERS, confirmed)
    assert state(three[0]) == "paid"
    assert three[0].value_date == date(2026, 11, 19)
    assert "bereits eingetragen" in upload(finance, camt(entry(purpose=three[0].reference))).content.decode()


@pytest.mark.parametrize("content", [b"", b"a;b", b"<html/>"])
def test_what_is_no_statement_is_said_next_to_the_field(client, content):
    assert upload(staff(client, "Finance"), content).status_code == 422


def test_undo_wants_a_reason(client, payment):
    finance = staff(client, "Finance")
    finance.post(TRANSFERS, {"payments": payment.pk})
    assert "Diesen Eintrag zurücknehmen" in finance.get(f"{LIST}inspect/{payment.pk}/").content.decode()
    assert finance.post(f"/admin/payments/{payment.pk}/undo/", {"reason": " "}).status_code == 422
    assert state(payment) == "paid"
    finance.post(f"/admin/payments/{payment.pk}/undo/", {"reason": "falscher Vorgang"})
    assert state(payment) == "open"


@pytest.mark.parametrize("address", [TRANSFERS, "/admin/payments/{pk}/undo/"])
def test_others_neither_see_nor_enter_transfers(client, payment, address):
    other = staff(client, "Moderators")
    assert other.get(address.format(pk=payment.pk)).status_code in {302, 403}
    assert other.post(address.format(pk=payment.pk), {"payments": payment.pk}).status_code in {302, 403}
    assert state(payment) == "open"


def test_first_page_of_finance_tells_numbers_and_sums(client, three):
    finance = staff(client, "Finance")
    bookkeeping.receive_transfer(three[0], by=None)
    checkout.withdraw(three[0], cause=Cause.OWN)
    page = " ".join(finance.get("/admin/").content.decode().replace("\u00a0", " ").split())
    for words in ("Offen", "davon überfällig", "Zu erstatten", "99,80 €", "49,90 €"):
        assert words in page
    assert "davon überfällig" not in staff(client, "Editors").get("/admin/").content.decode()


def test_list_of_transfers_costs_the_same_for_one_and_three(client, three):
    finance = staff(client, "Finance")
    finance.get(TRANSFERS)
    with CaptureQueriesContext(connection) as many:
        finance.get(TRANSFERS)
    Payment.objects.exclude(pk=three[0].pk).delete()
    with CaptureQueriesContext(connection) as one:
        finance.get(TRANSFERS)
    assert len(one) == len(many)


def test_why_a_part_goes_back_is_told_of_a_part(client, payment):
    payment.owed, payment.owed_for = 1, Cause.OWN
    payment.save()
    page = staff(client, "Finance").get(f"{LIST}inspect/{payment.pk}/").content.decode()
    assert "von der zahlenden Person zum Teil zurückgegeben" in page
    assert "von der zahlenden Person storniert" not in page
    assert [Payment(owed_for=cause).get_owed_for_display() != "" for cause in ("", *Cause.values)] == [False] + [
        True
    ] * len(Cause)
