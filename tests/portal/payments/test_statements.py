"""Statements as banks write them, and the payments that they propose."""

from datetime import date
from decimal import Decimal

import pytest

from portal.payments import bookkeeping, checkout
from portal.payments.statements import matching
from portal.payments.statements.credits import NotReadable
from portal.payments.statements.matching import Ground
from portal.payments.states import Cause
from tests.portal.payments.conftest import ask


def entry(amount="49.90", purpose="TP-000001", *, status="BOOK", kind="CRDT", payer="Jörg Müller", sts="<Sts>{}</Sts>"):
    return (
        f'<Ntry><Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>{kind}</CdtDbtInd>{sts.format(status)}'
        f"<BookgDt><Dt>2026-11-20</Dt></BookgDt><ValDt><Dt>2026-11-19</Dt></ValDt><NtryDtls><TxDtls>"
        f"<RltdPties><Dbtr><Nm>{payer}</Nm></Dbtr></RltdPties>"
        f"<RmtInf><Ustrd>{purpose}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>"
    )


def camt(*entries: str, version="02", head="") -> bytes:
    space = f"urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}"
    body = "".join(entries)
    text = f'<?xml version="1.0" encoding="UTF-8"?>{head}<Document xmlns="{space}"><BkToCstmrStmt><Stmt>{body}</Stmt>'
    return f"{text}</BkToCstmrStmt></Document>".encode()


CSV = (
    "Auftragskonto;Buchungstag;Valutadatum;Buchungstext;Verwendungszweck;"
    "Beguenstigter/Zahlungspflichtiger;Betrag;Waehrung;Info\n"
    '"DE1";"20.11.26";"19.11.26";"GUTSCHR.";"TP-000001";"Jörg Müller";"49,90";"EUR";"x"\n'
    '"DE1";"20.11.26";"19.11.26";"LASTSCHRIFT";"Miete";"Haus";"-1.234,50";"EUR";"x"\n'
)
ENGLISH = "Date,Name,Reference,Amount,Currency\n2026-11-19,Jörg Müller,TP-000001,49.90,EUR\n"
READS = {
    "camt 2": camt(entry()),
    "camt 8": camt(entry(sts="<Sts><Cd>{}</Cd></Sts>"), version="08"),
    "camt with debits and pending": camt(entry(), entry(kind="DBIT"), entry(status="PDNG")),
    "csv": CSV.encode(),
    "csv of Windows": CSV.encode("cp1252"),
    "csv with a mark": CSV.encode("utf-8-sig"),
    "csv in English": ENGLISH.encode(),
    "csv with a heading above": ("Umsatzanzeige;;\n;;\n" + CSV).encode(),
}


@pytest.mark.parametrize("content", READS.values(), ids=READS.keys())
def test_statement_gives_what_came_in(content):
    (one,) = matching.read(content)
    assert (one.value_date, one.amount, one.currency) == (date(2026, 11, 19), Decimal("49.90"), "EUR")
    assert (one.payer, one.purpose) == ("Jörg Müller", "TP-000001")


def test_collective_entry_is_taken_apart():
    one = "<TxDtls><Amt Ccy='EUR'>{}</Amt><RmtInf><Ustrd>TP-00000{}</Ustrd></RmtInf></TxDtls>"
    whole = entry("30.00").replace("<TxDtls>", one.format("10.00", 1) + one.format("20.00", 2) + "<!--", 1)
    whole = whole.replace("</NtryDtls>", "--></NtryDtls>", 1)
    assert [(c.amount, c.purpose) for c in matching.read(camt(whole))] == [
        (Decimal("10.00"), "TP-000001"),
        (Decimal("20.00"), "TP-000002"),
    ]


ENTITY = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
BOMB = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
REFUSED = {
    "empty": b"",
    "binary": b"\x00\xff\xfe\x01" * 50,
    "picture": b"\x89PNG\r\n",
    "other XML": b"<html><body/></html>",
    "cut off": camt(entry())[:200],
    "entity": camt(entry(purpose="&x;"), head=ENTITY),
    "bomb": camt(entry(purpose="&b;"), head=BOMB),
    "no amount": camt(entry(amount="much")),
    "no date": camt(entry().replace("2026-11-19", "gestern")),
    "a table of something": b"a;b;c\n1;2;3\n",
    "too large": b"x" * (3 * 1024 * 1024),
    "unknown encoding": b'<?xml version="1.0" encoding="klingon"?><a/>',
    "huge cell": b"Date,Reference,Amount\n2026-11-19," + b"x" * 200_000 + b",1\n",
}


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_statement_is_refused(content):
    with pytest.raises(NotReadable):
        matching.read(content)


# ---- proposals ----------------------------------------------------------------------------------------------------


def credit(payment=None, **facts):
    reference = payment.reference if payment else ""
    words = {"purpose": reference, "payer": "Sparkasse", "amount": "49.90"} | facts
    (one,) = matching.read(camt(entry(words["amount"], words["purpose"], payer=words["payer"])))
    return one


@pytest.mark.django_db
@pytest.mark.parametrize("written", ["{}", "Rechnung {} danke", "TP-{n:06d}4711", "tp {n:06d}", "TP {n:03d} {m:03d}"])
def test_reference_is_found_as_people_and_banks_write_it(payment, written):
    text = written.format(payment.reference, n=payment.pk, m=payment.pk % 1000)
    text = text.replace(f"TP {payment.pk:03d} ", f"TP {payment.pk // 1000:03d} ")
    (one,) = matching.propose([credit(purpose=text)])
    assert (one.payment, one.ground) == (payment, Ground.REFERENCE)


@pytest.mark.django_db
def test_each_credit_gets_its_ground(payment, deed, clerk, django_user_model):
    other = ask(django_user_model.objects.create_user("other@example.org"), payer_name="Anna Weiß")
    paid = ask(django_user_model.objects.create_user("paid@example.org"))
    bookkeeping.receive_transfer(paid, by=clerk)
    told = [
        (credit(payment), payment, Ground.REFERENCE),
        (credit(payment), payment, Ground.ENTERED),
        (credit(payment, amount="49.00"), payment, Ground.ENTERED),
        (credit(payer="WEISS, ANNA"), other, Ground.NAME),
        (credit(payer="Weiss, Anna"), None, Ground.NONE),
        (credit(paid), paid, Ground.ENTERED),
        (credit(payer="Niemand"), None, Ground.NONE),
    ]
    proposals = matching.propose([one for one, *_ in told])
    assert [(one.payment, one.ground) for one in proposals] == [tuple(rest) for _, *rest in told]


@pytest.mark.django_db
def test_another_amount_is_shown_and_not_entered(payment):
    (one,) = matching.propose([credit(payment, amount="51.00")])
    assert (one.payment, one.ground, one.may_be_entered) == (payment, Ground.OTHER_AMOUNT, False)


@pytest.mark.django_db
def test_late_money_finds_its_cancelled_payment(payment):
    checkout.withdraw(payment, cause=Cause.OWN)
    (one,) = matching.propose([credit(payment)])
    assert one.ground == Ground.REFERENCE


@pytest.mark.django_db
def test_proposals_cost_two_questions_however_many_there_are(payment, django_assert_num_queries):
    for number in (1, 30):
        with django_assert_num_queries(2):
            matching.propose([credit(payment)] * number)
