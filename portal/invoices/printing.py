"""The files of an invoice: promised with it, made once, never changed."""

from hashlib import sha256

from django.db import transaction
from django.utils import translation
from procrastinate.contrib.django import app

from portal.database import clock
from portal.invoices import electronic, paper
from portal.invoices.models import Invoice, Paper


def promise(invoice: Invoice) -> None:
    """By its name: the task calls this module."""
    app.configure_task("invoices.print", allow_unknown=False).defer(pk=invoice.pk)


@transaction.atomic
def paper_of(invoice: Invoice) -> Paper:
    """The files as they were made first. Raises electronic.NotValid where they would not be accepted."""
    invoice = Invoice.objects.select_for_update(of=("self",)).get(pk=invoice.pk)
    if found := Paper.objects.filter(invoice=invoice).first():
        return found
    inside = electronic.zugferd(invoice)
    electronic.check(inside)
    with translation.override(invoice.language):
        pdf = electronic.into_pdf(paper.of(invoice), inside, invoice)
    xml = electronic.xrechnung(invoice) if invoice.is_for_a_public_body else b""
    if xml:
        electronic.check(xml)
    return Paper.objects.create(
        invoice=invoice, pdf=pdf, xml=xml, digest=sha256(pdf + xml).hexdigest(), made_at=clock.now()
    )
