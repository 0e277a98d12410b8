from django.utils.translation import gettext_lazy as _

from portal.refusals import Refusal


class NobodyInvoices(Refusal):
    message = _("For this payment the portal writes no invoice.")


class IssuedAlready(Refusal):
    message = _("The invoice has been issued. Please ask for a correction.")


class NothingToCharge(Refusal):
    message = _("There is nothing left to invoice.")


class NothingToCorrect(Refusal):
    message = _("No more can be taken back than was invoiced.")
