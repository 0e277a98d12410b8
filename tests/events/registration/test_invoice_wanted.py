"""Whoever registers says where the invoice goes; it comes by itself."""

from decimal import Decimal

import pytest

from events.kinds import Reduction
from events.models import Event, Guest, Registration, Voucher
from events.registration import verbs as registration
from portal.accounts.samples import user
from portal.invoices import samples
from portal.invoices.models import Billing, Invoice, Issuer, UsualRecipient
from portal.payments.models import Payment
from tests.events.filling import answers, door

pytestmark = pytest.mark.usefixtures("today")

SAID = {f"billing_{name}": value for name, value in samples.UNIVERSITY.items()} | {"invoice": "on"}


@pytest.fixture
def paid_event(open_event):
    samples.issuer()
    Event.objects.filter(pk=open_event.pk).update(fee=Decimal("49.90"), capacity=2)
    open_event.refresh_from_db()
    return open_event


def test_nothing_is_asked_where_nothing_costs_or_nobody_invoices(client, open_event, paid_event):
    assert 'name="invoice"' in client.get(door(paid_event)).content.decode()
    Event.objects.filter(pk=paid_event.pk).update(fee=0)
    assert 'name="invoice"' not in client.get(door(paid_event)).content.decode()
    Event.objects.filter(pk=paid_event.pk).update(fee=Decimal(10))
    Issuer.objects.all().delete()
    assert 'name="invoice"' not in client.get(door(paid_event)).content.decode()


def test_invoice_with_an_order_number_comes_by_itself_and_the_seats_are_theirs(client, paid_event):
    client.post(door(paid_event), answers(**SAID))
    one, invoice = Registration.objects.get(), Invoice.objects.get()
    assert one.state == "confirmed"
    assert (invoice.recipient, invoice.gross) == ("Hochschule Emscher", Decimal("99.80"))
    assert (invoice.buyer["order_number"], invoice.buyer["cost_centre"]) == ("4500012345", "881200")
    assert Payment.objects.get().state == "open"


def test_without_an_order_number_the_seats_wait_for_the_money_and_the_invoice_is_there(client, paid_event):
    client.post(door(paid_event), answers(**SAID | {"billing_order_number": ""}))
    assert Registration.objects.get().state == "awaiting_payment"
    assert Invoice.objects.get().recipient == "Hochschule Emscher"


def test_address_is_needed_of_whoever_ticks_the_box_alone(client, paid_event):
    refused = client.post(door(paid_event), answers(invoice="on", billing_name="Hochschule", billing_country="DE"))
    assert refused.status_code == 422
    page = refused.content.decode()
    for name in ("street", "postal_code", "city"):
        assert f'id="id_billing_{name}_error"' in page
    assert 'value="Hochschule"' in page
    assert not Registration.objects.exists()
    half_typed = {"billing_street": "Weg 1", "billing_leitweg_id": "unsinn"}
    assert client.post(door(paid_event), answers(**half_typed)).status_code == 303
    assert not Billing.objects.exists()


@pytest.mark.parametrize(
    ("name", "value"), [("vat_id", "DE1"), ("leitweg_id", "04011000-1234512345-07"), ("country", "Germany")]
)
def test_what_cannot_be_is_said_beside_its_field(client, paid_event, name, value):
    refused = client.post(door(paid_event), answers(**SAID | {f"billing_{name}": value}))
    assert refused.status_code == 422
    assert f'id="id_billing_{name}_error"' in refused.content.decode()


def test_who_owes_the_vat_names_their_id(client, paid_event):
    Event.objects.filter(pk=paid_event.pk).update(tax="reverse")
    refused = client.post(door(paid_event), answers(**SAID))
    assert 'id="id_billing_vat_id_error"' in refused.content.decode()
    assert client.post(door(paid_event), answers(**SAID | {"billing_vat_id": "ATU13585627"})).status_code == 303


def test_who_waits_gets_the_invoice_with_the_seat(client, paid_event):
    first = answers(email="erste@example.org")
    client.post(door(paid_event), first)
    client.post(door(paid_event), answers(**SAID))
    second = Registration.objects.get(email="lukasz@example.org")
    assert (second.state, Invoice.objects.count()) == ("waiting", 0)
    Event.objects.filter(pk=paid_event.pk).update(offer_hours=0)
    registration.cancel(Registration.objects.get(email="erste@example.org"))
    second.refresh_from_db()
    assert (second.state, Invoice.objects.count()) == ("confirmed", 1)


def test_account_remembers_and_its_owner_changes_or_forgets_it(client, paid_event):
    client.force_login(user("lukasz@example.org"))
    client.post(door(paid_event), answers(**SAID))
    usual = UsualRecipient.objects.get()
    assert (usual.city, usual.order_number) == ("Recklinghausen", "")
    other = Event.objects.get(pk=paid_event.pk)
    page = client.get(door(other)).content.decode()
    assert 'value="Dezernat 3, Rechnungseingang"' in page
    assert "4500012345" not in page
    address = "/de/rechnung/empfaenger/"
    typed = {name: value for name, value in samples.UNIVERSITY.items() if name != "order_number"}
    assert client.post(address, typed | {"city": ""}).status_code == 422
    assert client.post(address, typed | {"city": "Herne"}).status_code == 302
    assert UsualRecipient.objects.get().city == "Herne"
    client.post(address, {"action": "forget"})
    assert not UsualRecipient.objects.exists()


def test_what_was_said_goes_with_the_registration(client, paid_event):
    client.post(door(paid_event), answers(**SAID))
    registration.forget(Registration.objects.get())
    assert not Billing.objects.exists()
    assert Invoice.objects.filter(kind="invoice").exists()


def test_voucher_that_makes_it_free_needs_no_invoice(client, paid_event):
    Voucher.objects.create(event=paid_event, code="FREI", kind=Reduction.FREE)
    client.post(door(paid_event), answers(**SAID, voucher="frei"))
    assert Registration.objects.get().state == "confirmed"
    assert not Billing.objects.exists()


def test_one_invoice_for_a_group_says_for_whom(client, paid_event):
    client.post(door(paid_event), answers(**SAID))
    mine = Registration.objects.get()
    Guest.objects.create(registration=mine, position=2, name="Ben Example")
    (line,) = mine.charges()
    assert (line.quantity, line.gross) == (2, Decimal("99.80"))
    assert line.text.endswith("(Łukasz Ó Briain, Ben Example)")
