from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.refusals import Refusal


class NobodyInvoices(Refusal):
    message = _("For this payment the portal writes no invoice.")


class IssuedAlready(Refusal):
    message = _("The invoice has been issued. Please ask for a correction.")


class NeedsVatId(Refusal):
    message = _("The recipient owes the VAT here (§ 13b UStG), so the invoice needs their VAT id.")


class NeedsAddress(Refusal):
    message = _("An invoice over more than 250 € needs the address of its recipient.")


class NothingToCharge(Refusal):
    message = _("There is nothing left to invoice.")


class NothingToCorrect(Refusal):
    message = _("No more can be taken back than was invoiced.")


class NotPaidYet(Refusal):
    message = _("Of what is not paid yet only the whole can be taken back here; then a new invoice can be asked for.")


class NotOverdue(Refusal):
    message = _("This invoice is not overdue.")


class RemindedLately(Refusal):
    """Carries how many days lie between two reminders at least."""

    def __init__(self, days: int):
        super().__init__(gettext("The last reminder is younger than %(days)d days.") % {"days": days})


class RemindedOften(Refusal):
    message = _("Three reminders have been sent. What follows is up to you.")
