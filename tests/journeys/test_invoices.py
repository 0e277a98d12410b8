"""A university registers a group, gets an invoice with its order number, gives a seat back and gets the correction."""

import re

import psycopg

from tests.journeys import filling

SAID = {
    "name": "Universität Emscher",
    "person": "Dezernat 3",
    "street": "Am Campus 1",
    "postal_code": "45665",
    "city": "Recklinghausen",
    "order_number": "4500099001",
    "leitweg_id": "04011000-1234512345-06",
}


def test_a_university_gets_its_invoice_and_the_correction_of_it(phone, demo):
    guest = "gruppe-uni@visitor.example"
    phone.goto(demo.story["events"]["paid"]["register_url"])
    filling.registration(phone, name="Uta Niversität", email=guest, seats=2)
    filling.to_own_page(phone, demo, guest)
    own_page = phone.url
    phone.goto(phone.locator("main a[href*='/zahlung/']").first.evaluate("link => link.href"))
    pay_page = phone.url

    filling.press(phone, "Rechnung anfordern")
    wrong = SAID | {"leitweg_id": "04011000-1234512345-07"}
    for name, said in wrong.items():
        phone.fill(f"input[name={name}]", said)
    assert filling.send(phone).status == 422
    assert "Leitweg-ID" in phone.locator("[role=alert]").first.inner_text()
    # What was typed is still there; one field is mended.
    assert phone.input_value("input[name=order_number]") == SAID["order_number"]
    phone.fill("input[name=leitweg_id]", SAID["leitweg_id"])
    filling.send(phone)
    assert phone.url == pay_page
    number = re.search(r"TP-\d{4}-\d{5}", phone.locator("main").inner_text())[0]

    mail = demo.wait_for_mail(guest, number)
    files = {part.get_filename(): part.get_payload(decode=True) for part in mail.iter_attachments()}
    assert files.keys() == {f"{number}.pdf", f"{number}.xml"}
    assert files[f"{number}.pdf"].startswith(b"%PDF-")
    assert b"4500099001" in files[f"{number}.xml"]
    with phone.expect_download() as down:
        phone.get_by_role("link", name="PDF").click()
    assert down.value.suggested_filename == f"{number}.pdf"

    phone.goto(pay_page)
    filling.press(phone, "Jetzt bezahlen")
    phone.locator("button.pay").click()
    phone.wait_for_url(re.compile(re.escape(demo.base_url)))
    demo.wait_for_mail(guest, "Ihre Anmeldung")

    phone.goto(own_page)
    filling.press(phone, "Einzelne Plätze zurückgeben")
    phone.locator("main input[type=checkbox]").last.check()
    filling.send(phone)
    correction = demo.wait_for_mail(guest, "Berichtigung")
    assert number in correction.get_body(("plain",)).get_content()
    phone.goto(pay_page)
    assert "-49,90" in phone.locator("main").inner_text().replace("−", "-")
    with psycopg.connect(demo.database_url) as database:
        query = "select kind, gross from invoices_invoice where buyer->>'order_number' = '4500099001' order by id"
        told = [(kind, str(gross)) for kind, gross in database.execute(query)]
    assert told == [("invoice", "99.80"), ("correction", "49.90")]
