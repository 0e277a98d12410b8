"""The letters that bring an invoice or its correction."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from portal.invoices import printing
from portal.invoices.models import Invoice
from portal.language import times
from portal.language.mailbox import absolute
from portal.language.money import as_text
from portal.letters import outbox
from portal.letters.letter import Attachment, Kept, Letter, dear
from portal.letters.readers import Reader


@outbox.letter(Invoice, to=Reader.PAYERS)
def issued(invoice: Invoice, reader) -> Letter | None:
    if invoice.to_pay:
        sentence = _("Here is your invoice. Please pay it by the date that stands on it.")
    else:
        sentence = _("Here is your invoice. It has been paid; there is nothing left to do.")
    return _with_files(invoice, _("Invoice %(number)s") % {"number": invoice.number}, sentence)


@outbox.letter(Invoice, to=Reader.PAYERS)
def corrected(invoice: Invoice, reader) -> Letter | None:
    before = {"before": invoice.corrects.number, "amount": as_text(invoice.gross, invoice.currency)}
    sentence = _("Of the invoice %(before)s we take back %(amount)s; the document is attached.") % before
    return _with_files(
        invoice, _("Correction %(number)s of your invoice") % {"number": invoice.number}, sentence, invoice.reason
    )


def _with_files(invoice: Invoice, subject: str, sentence: str, more: str = "") -> Letter | None:
    if not invoice.buyer["email"]:
        return None
    files = printing.paper_of(invoice)
    attached = [Attachment(f"{invoice.number}.pdf", "application/pdf", bytes(files.pdf))]
    if files.xml:
        attached.append(Attachment(f"{invoice.number}.xml", "application/xml", bytes(files.xml)))
    return Letter(
        to=invoice.buyer["email"],
        name=invoice.buyer["name"],
        subject=subject,
        paragraphs=[dear(""), sentence, *filter(None, [Kept(more) if more else ""])],
        facts=[
            (_("Number"), invoice.number),
            (pgettext("invoice", "Date"), times.day(invoice.issued_on)),
            (_("Total"), as_text(invoice.gross, invoice.currency, with_cents=True)),
            (_("For"), invoice.payment.description),
        ],
        button=(_("To the invoice"), absolute(invoice.address("pdf"))),
        attachments=attached,
    )
