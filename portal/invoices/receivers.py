"""What happens to the money of an invoice happens to the invoice: what is given up is taken back by a correction."""

from decimal import Decimal

from django.dispatch import receiver
from django.utils import translation
from django.utils.translation import gettext as _

from portal.invoices import verbs as invoicing
from portal.invoices.desk import datev
from portal.payments.models import ClosedMonth, Payment
from portal.payments.signals import month_closed, payment_given_up


@receiver(payment_given_up, sender=Payment, dispatch_uid="invoices.given_up")
def take_back(payment: Payment, amount: Decimal, by=None, now=None, reason="", **kwargs) -> None:
    """Inside the transaction of the deed, so that the paper and the money never differ."""
    if invoice := invoicing.standing(payment):
        with translation.override(invoice.language):
            told = reason or payment.get_cause_display() or payment.get_owed_for_display()
            reason = str(told or _("not paid in time"))
        invoicing.correct(invoice, min(amount, invoicing.left_of(invoice)), reason=reason, by=by, now=now)


@receiver(month_closed, sender=ClosedMonth, dispatch_uid="invoices.month_closed")
def tell_bookings(closed: ClosedMonth, **kwargs) -> None:
    """Inside the transaction that closes the month: whoever asks for them later gets the same."""
    datev.keep(closed)
