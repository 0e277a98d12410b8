"""A month of finance: a statement is read, a colleague's refund leaves as a file, a reminder goes out, the month is
closed, and nothing is entered in it any more.
"""

import re
from datetime import date, timedelta

import psycopg

from tests.journeys import filling

IBAN = "GB29NWBK60161331926819"
TO_REFUND = """
select id, payer_email, language from payments_payment
where payee_id is null and state = 'paid' and paid_via = 'transfer' and owed > refunded + leaving order by id limit 1
"""
TOLD = {"de": "Teilweise erstattet", "en": "Paid back in part"}
OPEN = """
select p.id, p.amount from payments_payment p left join invoices_invoice i on i.payment_id = p.id
where p.payee_id is null and p.state = 'open' and p.received = 0 and i.id is null order by p.id limit 2
"""


def statement(reference: str, amount, day: date) -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Ntry>
<Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><ValDt><Dt>{day}</Dt></ValDt>
<NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>Uta Zahlt</Nm></Pty></Dbtr>
<DbtrAcct><Id><IBAN>{IBAN}</IBAN></Id></DbtrAcct></RltdPties>
<RmtInf><Ustrd>{reference}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>""".encode()


def ask(demo, query: str, *values):
    with psycopg.connect(demo.database_url) as database:
        return database.execute(query, values).fetchall()


def number(pk: int) -> str:
    return f"TP-{pk:06d}"


def set_limit(admin, amount: str) -> None:
    admin.goto("/admin/settings/payments/moneyrules/")
    admin.fill("input[name=second_above]", amount)
    with admin.expect_navigation():
        admin.locator("button.action-save, main form button[type=submit]").first.click()


def test_finance_works_through_a_month_and_closes_it(open_window, known, demo):
    finance, admin = open_window(storage_state=known("finance")), open_window(storage_state=known("admin"))
    last = date.today().replace(day=1) - timedelta(days=1)
    (paid, amount), (other, _amount) = ask(demo, OPEN)
    ((back, payer, language),) = ask(demo, TO_REFUND)

    # The statement names the reference: it is proposed, and entered with its value date and the account.
    finance.goto("/admin/payments/transfers/")
    told = {"name": "auszug.xml", "mimeType": "application/xml", "buffer": statement(number(paid), amount, last)}
    finance.set_input_files("input[name=statement]", told)
    filling.press(finance, "Auszug einlesen")
    assert finance.locator(f"input[name=payments][value='{paid}']").first.is_checked()
    filling.press(finance, "Angekreuzte als eingegangen eintragen")
    assert ask(demo, "select state, value_date from payments_payment where id = %s", paid) == [("paid", last)]
    assert ask(demo, "select iban from payments_payeraccount where payment_id = %s", paid) == [(IBAN,)]

    # A colleague proposes a refund that takes two; it leaves by the hand of the other, as a file.
    set_limit(admin, "10")
    try:
        admin.goto(f"/admin/snippets/payments/payment/inspect/{back}/")
        filling.press(admin, "vorschlagen")
        finance.goto("/admin/")
        assert "Erstattungen freizugeben" in finance.locator("main").inner_text()
        finance.goto(f"/admin/payments/{back}/account/")
        finance.fill("input[name=iban]", IBAN)
        filling.press(finance, "Konto vermerken")
        finance.locator(f"input[name=payments][value='{back}']").check()
        filling.press(finance, "Datei für die Bank erstellen")
    finally:
        set_limit(admin, "500")
    with finance.expect_download() as down:
        finance.get_by_role("link", name="SEPA-Datei (XML)").click()
    content = down.value.path().read_text()
    assert f"<EndToEndId>{number(back)}</EndToEndId>" in content
    assert IBAN in content
    filling.press(finance, "Die Bank hat sie ausgeführt")
    assert demo.wait_for_mail(payer, TOLD[language])

    # What is overdue is reminded of.
    finance.goto("/admin/invoices/owed/")
    finance.locator("input[name=invoices]").first.check()
    filling.press(finance, "Mahnungen freigeben")
    assert "1 Mahnung" in finance.locator("main, .messages").first.inner_text() + finance.content()

    # The figures of the desk lead to their rows.
    finance.goto("/admin/reports/finance/")
    assert finance.locator("figure.plot svg rect").count() > 10
    finance.locator("figure.plot summary").first.click()
    finance.locator("figure.plot").first.get_by_role("link", name=f"{last:%m/%Y}").click()
    finance.wait_for_url(re.compile("moved=came"))
    assert number(paid) in finance.locator("main").inner_text()

    # The month is closed; a reason is asked for where something waits for a look.
    finance.goto("/admin/payments/months/")
    if finance.locator("input[name=reason]").count():
        finance.fill("input[name=reason]", "Die Bank antwortet noch")
    filling.press(finance, "abschließen")
    assert "wurde abgeschlossen" in finance.content()
    span = f"since={last.replace(day=1)}&until={last}"
    issuer = ask(demo, "select id from invoices_issuer where institution_id is null")[0][0]
    address = f"/admin/invoices/booked/?issuer={issuer}&{span}"
    first, again = (finance.request.get(address) for _ in range(2))
    assert first.ok
    assert first.body().startswith(b"EXTF")
    assert first.body() == again.body()

    # And nothing is entered in it any more.
    finance.goto("/admin/payments/transfers/")
    finance.locator(f"input[name=payments][value='{other}']").check()
    finance.fill("input[name=value_date]", f"{last:%d.%m.%Y}")
    assert filling.press(finance, "Angekreuzte als eingegangen eintragen").status == 422
    assert "ist abgeschlossen" in finance.locator("main").inner_text()
    assert ask(demo, "select state from payments_payment where id = %s", other) == [("open",)]
