"""Example invoices for the preview of letters; none of them is ever stored."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from portal.accounts.letters.examples import reader
from portal.invoices import letters, samples
from portal.invoices.kinds import DocumentKind, TaxCase
from portal.invoices.models import Invoice, InvoiceLine, InvoiceTax, Issuer, Reminder
from portal.letters import examples
from portal.payments.letters.examples import asked

TEXT = {"de": "Teilnahme: Bioprozesstag", "en": "Participation: Bioprocess Day"}


def document(language: str, number: str, **facts) -> Invoice:
    payer, today = reader(language), timezone.localdate()
    issuer = Issuer.objects.filter(institution=None).first() or samples.issuer()
    seller = {name: str(getattr(issuer, name)) for name in ("name", "street", "postal_code", "city", "country")}
    seller |= {name: str(getattr(issuer, name)) for name in ("vat_id", "tax_number", "contact", "phone", "email")}
    buyer = {"vat_id": "", "leitweg_id": "", "email": payer.email} | samples.UNIVERSITY
    net, tax = Decimal("83.87"), Decimal("15.93")
    invoice = Invoice.objects.create(
        number=number,
        issuer=issuer,
        payment=facts.pop("payment", None) or asked(payer, language),
        issued_on=today,
        delivered_from=today,
        delivered_until=today,
        seller=seller | {"letterhead": "", "holder": "", "iban": "", "bic": ""},
        buyer=buyer,
        recipient=buyer["name"],
        language=language,
        net=net,
        tax=tax,
        gross=net + tax,
        keep_until=today,
        **facts,
    )
    told = {"quantity": 2, "unit": "C62", "price": net / 2, "net": net, "gross": net + tax, "case": TaxCase.STANDARD}
    InvoiceLine.objects.create(invoice=invoice, position=1, text=TEXT[language], since=today, until=today, **told)
    InvoiceTax.objects.create(invoice=invoice, case=TaxCase.STANDARD, rate=19, net=net, tax=tax)
    return invoice


@examples.of(letters.issued)
def fresh(language: str):
    return document(language, "X-0001")


@examples.of(letters.corrected)
def taken_back(language: str):
    before = document(language, "X-0001")
    facts = {"kind": DocumentKind.CORRECTION, "corrects": before, "payment": before.payment}
    return document(language, "X-0002", reason="", **facts)


@examples.of(letters.reminded)
def once_more(language: str):
    due = timezone.localdate() - timedelta(days=9)
    invoice = document(language, "X-0001", due_on=due)
    return Reminder.objects.create(invoice=invoice, step=1, sent_at=timezone.now())
