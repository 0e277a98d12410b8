"""What finance does with money in the admin: each button is one verb."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.payments import bookkeeping
from portal.payments.models import Payment, Stray
from portal.payments.returning import second
from portal.refusals import Refusal
from portal.rights import Right, needs


@needs(Right.SETTLE_MONEY)
@require_POST
def enter_transfer(request, pk):
    """The money is on the bank account."""
    return _do(request, pk, bookkeeping.receive_transfer, _("The transfer has been entered."))


@needs(Right.SETTLE_MONEY)
@require_POST
def enter_on_site(request, pk):
    """Cash, or the card reader of the office."""
    return _do(request, pk, bookkeeping.receive_on_site, _("The payment has been entered; the receipt goes out."))


@needs(Right.PAY_BACK)
@require_POST
def refund(request, pk):
    """Give back what is due: through Stripe, or noting that the transfer has been made."""
    return _do(request, pk, bookkeeping.refund, _("The refund has been entered."))


@needs(Right.PAY_BACK)
@require_POST
def refund_by_hand(request, pk):
    """What came through Stripe has been transferred back, for Stripe could not."""
    return _do(request, pk, bookkeeping.refund, _("The refund has been entered."), by_hand=True)


@needs(Right.PAY_BACK)
@require_POST
def propose_refund(request, pk):
    """The first of two people: what is due shall go back."""
    return _do(request, pk, second.propose, _("The refund has been proposed; somebody else has to release it."))


@needs(Right.PAY_BACK)
@require_POST
def withdraw_proposal(request, pk):
    return _do(request, pk, second.withdraw, _("The proposal has been withdrawn."))


@needs(Right.SETTLE_MONEY)
@require_POST
def close_review(request, pk):
    """Somebody looked; the payment leaves the list of those to be looked at."""
    return _do(request, pk, bookkeeping.close_review, _("Marked as looked at."))


@needs(Right.SETTLE_MONEY)
@require_POST
def close_stray(request, pk):
    bookkeeping.close_stray(get_object_or_404(Stray, pk=pk), by=request.user)
    messages.success(request, _("Marked as looked at."))
    return redirect("wagtailsnippets_payments_stray:list")


def _do(request, pk, verb, success, **words):
    payment = get_object_or_404(Payment, pk=pk)
    try:
        verb(payment, by=request.user, **words)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, success)
    return redirect("wagtailsnippets_payments_payment:inspect", payment.pk)
