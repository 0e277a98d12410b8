"""What the office's own letter texts may name about an invoice."""

from django.utils.translation import gettext_lazy as _

from portal.invoices.models import Invoice, Reminder
from portal.language.money import as_text
from portal.letters import wording


@wording.placeholders(
    Invoice, number=_("number of the document"), amount=_("amount with currency"), what=_("what is paid for")
)
def names(invoice: Invoice) -> dict:
    return {
        "number": invoice.number,
        "amount": as_text(invoice.gross, invoice.currency),
        "what": invoice.payment.description,
    }


@wording.placeholders(Reminder, number=_("number of the document"), amount=_("amount with currency"))
def names_of_reminder(reminder: Reminder) -> dict:
    told = names(reminder.invoice)
    return {name: told[name] for name in ("number", "amount")}
