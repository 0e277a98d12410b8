"""A part of a payment in the admin: entered with its amount, or all parts undone."""

from http import HTTPStatus

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.language.money import as_text
from portal.payments import bookkeeping
from portal.payments.bookkeeping import ValueDateAhead
from portal.payments.books.closing import MonthClosed
from portal.payments.desk.forms import PartForm
from portal.payments.models import Payment
from portal.refusals import Refusal
from portal.rights import Right, needs

ABOUT_THE_DAY = (ValueDateAhead, MonthClosed)
INSPECT = "wagtailsnippets_payments_payment:inspect"


@needs(Right.SETTLE_MONEY)
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request, pk):
    """Less than was asked for is on the account."""
    payment = get_object_or_404(Payment, pk=pk)
    form = PartForm(request.POST if request.method == "POST" else None, initial={"value_date": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            payment = bookkeeping.receive_part(payment, said["amount"], value_date=said["value_date"], by=request.user)
        except Refusal as refusal:
            form.add_error("value_date" if isinstance(refusal, ABOUT_THE_DAY) else "amount", str(refusal))
        else:
            messages.success(request, _said(payment))
            return redirect(INSPECT, payment.pk)
    context = {
        "form": form,
        "payment": payment,
        "to_pay": as_text(payment.to_pay, payment.currency, with_cents=True),
        "received": as_text(payment.received, payment.currency, with_cents=True) if payment.received else "",
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "payments/admin_part.html", context, status=status)


def _said(payment: Payment) -> str:
    if not payment.received:
        return _("That was all: the payment is settled.")
    rest = as_text(payment.to_pay, payment.currency, with_cents=True)
    return _("The part has been entered; %(rest)s are still to be paid.") % {"rest": rest}
