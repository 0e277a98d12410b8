"""What finance does with a payment in the admin: three buttons, three verbs."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.payments import checkout
from portal.payments.models import Payment
from portal.refusals import Refusal

RIGHT = "payments.change_payment"


@require_POST
def enter_transfer(request, pk):
    """The money is on the bank account."""
    return _do(request, pk, checkout.receive_transfer, _("The transfer has been entered."))


@require_POST
def refund(request, pk):
    """Give back what is due: through Stripe, or noting that the transfer has been made."""
    return _do(request, pk, checkout.refund, _("The refund has been entered."))


@require_POST
def close_review(request, pk):
    """Somebody looked; the payment leaves the list of those to be looked at."""
    return _do(request, pk, checkout.close_review, _("Marked as looked at."))


def _do(request, pk, verb, success):
    if not request.user.has_perm(RIGHT):
        raise PermissionDenied
    payment = get_object_or_404(Payment, pk=pk)
    try:
        verb(payment, by=request.user)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, success)
    return redirect("wagtailsnippets_payments_payment:inspect", payment.pk)
