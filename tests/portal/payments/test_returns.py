"""Refunds that leave as a file for the bank."""

import csv
import io
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from lxml import etree

from portal.accounts import bank
from portal.accounts.people import enroll
from portal.payments import bookkeeping, checkout, following, invariants, privacy, retention
from portal.payments.desk.returns import next_working_day
from portal.payments.models import Batch, MoneyRules, PayerAccount, Payment, Transfer
from portal.payments.returning import batches, pain, payers, refusals, second
from portal.payments.states import Cause
from tests.portal.payments.conftest import ask
from tests.portal.payments.test_admin import TRANSFERS, staff, upload
from tests.portal.payments.test_checkout import start_and_pay
from tests.portal.payments.test_statements import camt, entry

pytestmark = pytest.mark.django_db
SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).with_name("pain.001.001.09.xsd")))
SPACE = {"p": pain.SPACE}
IBAN = "DE89 3704 0044 0532 0130 00"
OTHER = "GB29 NWBK 6016 1331 9268 19"
RETURNS = "/admin/payments/returns/"


@pytest.fixture(autouse=True)
def account(settings):
    settings.BANK_ACCOUNT = {"holder": "Förderverein „Ruhr“ e. V.", "iban": IBAN, "bic": "COBADEFFXXX"}


@pytest.fixture
def clerk():
    return enroll("finance@example.org", staff_groups=("Finance",))


def owed(number=0, *, amount=Decimal("49.90"), iban=OTHER, holder="Jörg Müller", **facts) -> Payment:
    payment = ask(enroll(f"deed{number}@example.org"), amount=amount, **facts)
    payer = payers.Payer(holder, iban) if iban else None
    bookkeeping.receive_transfer(payment, by=None, payer=payer)
    return checkout.withdraw(payment, cause=Cause.OWN)


def in_part(number=0, part=Decimal(20)) -> Payment:
    payment = ask(enroll(f"deed{number}@example.org"))
    bookkeeping.receive_transfer(payment, by=None, payer=payers.Payer("Jörg Müller", OTHER))
    return checkout.owe_part(payment, part, cause=Cause.OWN)


def made(*payments, by, day=None) -> Batch:
    batch = batches.make(payments, execute_on=day or timezone.localdate(), by=by)
    for one in payments:
        one.refresh_from_db()
    return batch


def said(root, path) -> list[str]:
    return [one.text for one in root.iterfind(f".//{'/'.join(f'p:{part}' for part in path.split('/'))}", SPACE)]


# ---- the file -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("bic", ["COBADEFFXXX", ""])
def test_file_is_what_the_schema_and_the_bank_want(clerk, settings, bic):
    settings.BANK_ACCOUNT["bic"] = bic
    rows = [owed(1), owed(2, amount=Decimal("100.10"), holder="Zoë Łukasz & Söhne <GmbH>", description="Größe €")]
    batch = made(*rows, by=clerk, day=timezone.localdate() + timedelta(days=2))
    root = etree.fromstring(bytes(batch.xml))
    SCHEMA.assertValid(root)
    assert said(root, "GrpHdr/NbOfTxs") + said(root, "GrpHdr/CtrlSum") == ["2", "150.00"]
    assert said(root, "PmtInf/NbOfTxs") + said(root, "PmtInf/CtrlSum") == ["2", "150.00"]
    assert said(root, "EndToEndId") == [one.reference for one in rows]
    assert said(root, "InstdAmt") == ["49.90", "100.10"]
    assert {one.get("Ccy") for one in root.iterfind(".//p:InstdAmt", SPACE)} == {"EUR"}
    assert said(root, "DbtrAcct/Id/IBAN") == ["DE89370400440532013000"]
    assert said(root, "CdtrAcct/Id/IBAN") == ["GB29NWBK60161331926819"] * 2
    assert said(root, "Cdtr/Nm") == ["Joerg Mueller", "Zoe Lukasz Soehne GmbH"]
    assert said(root, "Dbtr/Nm") == ["Foerderverein Ruhr e. V."]
    assert said(root, "ReqdExctnDt/Dt") == [batch.execute_on.isoformat()]
    assert said(root, "Ustrd")[1] == f"{rows[1].reference} Erstattung: Groesse EUR"
    assert not pain.STRANGE.search("".join(said(root, "Nm") + said(root, "Ustrd")))


def test_table_says_the_same(clerk):
    payment = owed(1, holder="=Formel")
    batch = made(payment, by=clerk)
    rows = list(csv.reader(io.StringIO(bytes(batch.csv).decode("utf-8-sig")), delimiter=";"))
    assert rows[1][:5] == [payment.reference, "'=Formel", "GB29NWBK60161331926819", "49,90", "EUR"]


@pytest.mark.parametrize(
    ("text", "told"), [("Ä/ß", "Ae/ss"), ("北京", "BeiJing"), ("\x00\n", "."), ("x" * 80, "x" * 70)]
)
def test_names_are_written_in_the_signs_of_the_sepa(text, told):
    assert pain.plain(text, 70) == told


# ---- the deed -----------------------------------------------------------------------------------------------------


def test_money_is_on_its_way_until_the_bank_has_carried_it_out(clerk, post_office):
    payment = owed()
    batch = made(payment, by=clerk)
    assert (payment.state, payment.leaving, payment.in_batch, payment.to_give_back) == (
        *("refunding", Decimal("49.90"), Decimal("49.90")),
        0,
    )
    with pytest.raises(refusals.NothingToRefund):
        bookkeeping.refund(payment, by=clerk)
    assert not [mail for mail in post_office() if mail.subject.startswith("Erstattet")]
    batches.confirm(batch, by=clerk)
    payment.refresh_from_db()
    assert (payment.state, payment.refunded, payment.by_hand, payment.leaving, payment.in_batch) == (
        *("refunded", Decimal("49.90"), Decimal("49.90")),
        *(0, 0),
    )
    assert [mail.subject for mail in post_office()].count("Erstattet: Bioprozesstag") == 1
    assert (batch.settled_by, invariants.check()) == (clerk, [])
    with pytest.raises(refusals.SettledBefore):
        batches.confirm(batch, by=clerk)


def test_what_is_taken_back_is_due_again(clerk):
    payment = owed()
    batch = made(payment, by=clerk)
    batches.take_back(batch, by=clerk)
    payment.refresh_from_db()
    assert (payment.state, payment.to_give_back, payment.in_batch) == ("refund_due", Decimal("49.90"), 0)
    assert invariants.check() == []
    again = made(payment, by=clerk)
    assert (again.number, again.transfers.get().payment) == (batch.number + 1, payment)
    with pytest.raises(refusals.SettledBefore):
        batches.confirm(batch, by=clerk)


def test_part_leaves_and_arrives_while_the_payment_stands(clerk, post_office):
    payment = in_part()
    batch = made(payment, by=clerk)
    assert (payment.state, payment.leaving) == ("paid", 20)
    with pytest.raises(bookkeeping.NotEntered):
        bookkeeping.undo_transfer(payment, by=clerk, reason="falsch")
    batches.confirm(batch, by=clerk)
    payment.refresh_from_db()
    assert (payment.state, payment.refunded, payment.leaving) == ("paid", 20, 0)
    assert post_office()[-1].subject.startswith("Teilweise erstattet")


def test_rest_stays_due_where_the_whole_is_called_off_meanwhile(clerk):
    payment = in_part()
    batch = made(payment, by=clerk)
    checkout.withdraw(payment, cause=Cause.OWN)
    assert payment.to_give_back == Decimal("29.90")
    batches.confirm(batch, by=clerk)
    payment.refresh_from_db()
    assert (payment.state, payment.refunded, payment.to_give_back) == ("refund_due", 20, Decimal("29.90"))


def test_bells_of_stripe_do_not_forget_what_stands_in_a_file(payment, stripe_server, clerk):
    paid = start_and_pay(payment, stripe_server)
    following.settle(paid)
    payment.refresh_from_db()
    checkout.withdraw(payment, cause=Cause.OWN)
    payers.keep(payment, payers.Payer("Jörg Müller", OTHER), by=clerk)
    batch = made(payment, by=clerk)
    following.settle(paid)
    payment.refresh_from_db()
    assert (payment.state, payment.leaving, payment.to_give_back) == ("refunding", Decimal("49.90"), 0)
    batches.confirm(batch, by=clerk)
    following.settle(paid)
    payment.refresh_from_db()
    assert (payment.state, payment.refunded, stripe_server.refunds) == ("refunded", Decimal("49.90"), [])


def test_large_refund_leaves_by_the_hand_of_another(clerk):
    payment, anna = owed(amount=Decimal(800)), enroll("anna@example.org", staff_groups=("Finance",))
    with pytest.raises(refusals.NotInTheFile, match=payment.reference):
        made(payment, by=clerk)
    second.propose(payment, by=anna)
    with pytest.raises(refusals.NotInTheFile, match="selbst vorgeschlagen"):
        made(payment, by=anna)
    batch = made(payment, by=clerk)
    assert payment.refund_proposals.get().state == "done"
    batches.take_back(batch, by=clerk)
    payment.refresh_from_db()
    # Twice means twice two people.
    with pytest.raises(refusals.NotInTheFile):
        made(payment, by=clerk)


def test_all_or_none(clerk):
    known, unknown = owed(1), owed(2, iban="")
    with pytest.raises(refusals.NotInTheFile, match=unknown.reference):
        made(known, unknown, by=clerk)
    known.refresh_from_db()
    assert (known.state, Batch.objects.count()) == ("refund_due", 0)


def test_without_an_account_of_ours_or_on_a_day_that_is_over_nothing_leaves(clerk, settings):
    payment = owed()
    with pytest.raises(refusals.DayIsOver):
        made(payment, by=clerk, day=timezone.localdate() - timedelta(days=1))
    settings.BANK_ACCOUNT = {"holder": "", "iban": "", "bic": ""}
    with pytest.raises(refusals.NoAccount):
        made(payment, by=clerk)


@pytest.mark.parametrize(("today", "then"), [(4, 7), (5, 7), (6, 7), (7, 8)])
def test_next_day_on_which_banks_work(today, then):
    assert next_working_day(date(2026, 12, today)) == date(2026, 12, then)


# ---- accounts -----------------------------------------------------------------------------------------------------


def test_account_is_checked(payment, clerk):
    with pytest.raises(bank.NotAnIban):
        payers.keep(payment, payers.Payer("Jörg", "DE89 3704 0044 0532 0130 01"), by=clerk)


def test_statement_brings_the_account_along(client, payment):
    told = camt(entry(purpose=payment.reference)).replace(
        b"</Dbtr>", f"</Dbtr><DbtrAcct><Id><IBAN>{OTHER.replace(' ', '')}</IBAN></Id></DbtrAcct>".encode()
    )
    page = upload(staff(client, "Finance"), told).content.decode()
    assert f'name="iban-{payment.pk}" value="GB29NWBK60161331926819"' in page
    confirmed = {"payments": payment.pk, f"day-{payment.pk}": "2026-01-02"}
    confirmed |= {f"iban-{payment.pk}": OTHER, f"holder-{payment.pk}": "J. Müller"}
    client.post(TRANSFERS, confirmed)
    assert PayerAccount.objects.values_list("holder", "iban").get() == ("J. Müller", "GB29NWBK60161331926819")


@pytest.mark.parametrize("wrong", [{"iban": "DE00"}, {"iban": OTHER, "holder": " "}, {"iban": ""}])
def test_what_names_no_account_is_left_out(client, payment, wrong):
    said = {f"{name}-{payment.pk}": value for name, value in wrong.items()} | {"iban-x": OTHER, "holder-x": "X"}
    staff(client, "Finance").post(TRANSFERS, {"payments": payment.pk, **said})
    payment.refresh_from_db()
    assert (payment.state, PayerAccount.objects.count()) == ("paid", 0)


def test_account_of_a_mistake_is_forgotten(payment, clerk):
    bookkeeping.receive_transfer(payment, by=clerk, payer=payers.Payer("J", OTHER))
    bookkeeping.undo_transfer(payment, by=clerk, reason="falsch")
    assert not PayerAccount.objects.exists()


def test_accounts_and_files_go_when_they_serve_nothing(clerk):
    back, idle = owed(1), ask(enroll("idle@example.org"))
    bookkeeping.receive_transfer(idle, by=None, payer=payers.Payer("J", OTHER))
    batch = made(back, by=clerk)
    batches.confirm(batch, by=clerk)
    now = timezone.now()
    assert retention.forget_accounts(now + timedelta(days=89)) == 0
    assert retention.forget_accounts(now + timedelta(days=91)) == 1
    batch.refresh_from_db()
    assert (bytes(batch.xml), bytes(batch.csv), Transfer.objects.get().iban) == (b"", b"", "")
    assert retention.forget_accounts(now + timedelta(days=366)) == 1
    waiting = owed(3)
    assert retention.forget_accounts(now + timedelta(days=999)) == 0
    assert waiting.payer_account


def test_person_gets_and_loses_what_is_held(clerk):
    batches.confirm(made(owed(1), by=clerk), by=clerk)
    held = privacy.export("joerg@example.org")
    assert held["payer_accounts"][0]["iban"] == held["transfers_back"][0]["iban"] == "GB29NWBK60161331926819"
    waiting = owed(2)
    told = privacy.erase("joerg@example.org")
    assert [line for line in told if waiting.reference in line and "Konto" in line]
    assert list(PayerAccount.objects.values_list("payment", flat=True)) == [waiting.pk]


# ---- in the administration ----------------------------------------------------------------------------------------


def test_finance_makes_downloads_and_confirms_a_file(client):
    finance, payment = staff(client, "Finance"), owed(iban="")
    assert "das Konto fehlt" in finance.get(RETURNS).content.decode()
    address = reverse("payment_payer_account", args=[payment.pk])
    wrong = finance.post(address, {"holder": "Jörg Müller", "iban": "DE00"})
    assert (wrong.status_code, "keine gültige IBAN" in wrong.content.decode()) == (422, True)
    finance.post(address, {"holder": "Jörg Müller", "iban": OTHER})
    page = finance.get(RETURNS).content.decode()
    assert "GB29 … 6819" in page
    answer = finance.post(RETURNS, {"payments": payment.pk, "execute_on": timezone.localdate().isoformat()})
    assert answer.status_code == 303
    batch = Batch.objects.get()
    first, again = (finance.get(f"/admin/payments/batches/{batch.pk}/xml/") for _ in range(2))
    assert first.content == again.content == bytes(batch.xml)
    assert "TP-SEPA-00001.xml" in first["Content-Disposition"]
    assert finance.get(f"/admin/payments/batches/{batch.pk}/csv/").status_code == 200
    assert "Dateien bei der Bank" in finance.get("/admin/").content.decode()
    assert "Die Bank hat sie ausgeführt" in finance.get(batch.get_absolute_url()).content.decode()
    finance.post(reverse("payment_batch_confirm", args=[batch.pk]))
    payment.refresh_from_db()
    assert payment.state == "refunded"
    told = finance.post(reverse("payment_batch_take_back", args=[batch.pk]), follow=True).content.decode()
    assert "bereits bestätigt oder zurückgenommen" in told
    Batch.objects.update(xml=b"", csv=b"")
    assert finance.get(f"/admin/payments/batches/{batch.pk}/xml/", follow=True).status_code == 404
    assert "wurden gelöscht" in finance.get(batch.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({}, "Kreuzen Sie die Erstattungen an"),
        ({"payments": 0, "execute_on": "2020-01-01"}, "ist vorbei"),
        ({"payments": 0, "execute_on": "2126-01-01"}, "innerhalb der nächsten 60 Tage"),
        ({"payments": "x"}, "kein gültiger Wert"),
    ],
)
def test_what_is_typed_wrong_is_told_and_kept(client, typed, words):
    payment = owed()
    typed = {"execute_on": timezone.localdate().isoformat()} | typed
    typed |= {"payments": payment.pk} if typed.get("payments") == 0 else {}
    answer = staff(client, "Finance").post(RETURNS, typed)
    assert (answer.status_code, words in answer.content.decode()) == (422, True)
    assert f'value="{typed["execute_on"]}"' in answer.content.decode() or "2020" not in typed["execute_on"]


def test_reasons_are_told_instead_of_a_tick(client):
    MoneyRules.objects.update(second_above=10)
    payment, finance = owed(), staff(client, "Finance")
    assert "muss erst vorgeschlagen werden" in finance.get(RETURNS).content.decode()
    finance.post(reverse("payment_propose_refund", args=[payment.pk]))
    assert "von Ihnen vorgeschlagen" in finance.get(RETURNS).content.decode()


def test_page_costs_the_same_for_one_and_three(client):
    finance, rows = staff(client, "Finance"), [owed(n, amount=Decimal(800)) for n in range(3)]
    for one in rows:
        second.propose(one, by=enroll(f"anna{one.pk}@example.org"))
    finance.get(RETURNS)
    with CaptureQueriesContext(connection) as many:
        finance.get(RETURNS)
    Payment.objects.exclude(pk=rows[0].pk).update(state="cancelled")
    with CaptureQueriesContext(connection) as one:
        finance.get(RETURNS)
    assert len(one) == len(many)
    assert len(many) <= 20


def test_others_see_no_account(client):
    payment, other = owed(), staff(client, "Moderators")
    for address in (RETURNS, reverse("payment_payer_account", args=[payment.pk])):
        assert other.get(address).status_code in {302, 403}
