"""The letters that bring an invoice or its correction."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from portal.invoices import printing
from portal.invoices.models import Invoice, Reminder
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


@outbox.letter(Reminder, to=Reader.PAYERS)
def reminded(reminder: Reminder, reader) -> Letter | None:
    """Nothing to say where it has been paid or taken back meanwhile."""
    invoice = reminder.invoice
    if not invoice.payment.is_open:
        return None
    told = {"number": invoice.number, "day": times.day(invoice.due_on)}
    subjects = {
        1: _("Have you overlooked invoice %(number)s?"),
        2: _("Reminder: invoice %(number)s is not paid"),
        3: _("Last reminder: invoice %(number)s"),
    }
    sentences = {
        1: _("Our invoice %(number)s was due on %(day)s. Perhaps it has escaped you; here it is once more."),
        2: _("Our invoice %(number)s, due on %(day)s, is not paid although we have reminded you. Please pay it now."),
        3: _(
            "This is our last reminder of invoice %(number)s, due on %(day)s. If it is not paid within seven days, we "
            "will take further steps."
        ),
    }
    more = _("If you have paid in the last days, please take this letter as settled.")
    return _with_files(invoice, subjects[reminder.step] % told, sentences[reminder.step] % told, more)


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
