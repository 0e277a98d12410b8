"""Transfers in the admin: what is awaited, a statement read against it, many entered at once, one undone."""

from http import HTTPStatus

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from portal.payments import bookkeeping
from portal.payments.desk.forms import StatementForm, TransfersForm, UndoForm
from portal.payments.models import Payment
from portal.payments.states import PaymentState
from portal.refusals import Refusal
from portal.rights import Right, needs

PER_PAGE = 50
INSPECT = "wagtailsnippets_payments_payment:inspect"


@needs(Right.SETTLE_MONEY)
@require_http_methods(["GET", "HEAD", "POST"])
def awaited(request):
    """What is awaited, the longest overdue first; POST enters the ticked ones as received."""
    form = TransfersForm(request.POST or None, initial={"value_date": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        _enter(request, form)
        return redirect("payment_transfers")
    return _page(request, form=form)


@needs(Right.SETTLE_MONEY)
@require_POST
def statement(request):
    """A bank statement is read; what it proposes is confirmed on the same page."""
    upload = StatementForm(request.POST, request.FILES)
    proposals = upload.cleaned_data["statement"] if upload.is_valid() else None
    return _page(request, upload=upload, proposals=proposals)


@needs(Right.SETTLE_MONEY)
@require_http_methods(["GET", "HEAD", "POST"])
def undo(request, pk):
    """Take back a transfer that was entered by mistake, with the reason."""
    payment = get_object_or_404(Payment, pk=pk)
    form = UndoForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            bookkeeping.undo_transfer(payment, by=request.user, reason=form.cleaned_data["reason"])
        except Refusal as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("The entry has been undone; the payer has been told."))
        return redirect(INSPECT, payment.pk)
    return render(request, "payments/admin_undo.html", {"form": form, "payment": payment}, status=_status(form))


def _enter(request, form: TransfersForm) -> None:
    """Each in a transaction of its own: one that somebody else entered meanwhile does not stop the others."""
    entered = 0
    for payment in form.cleaned_data["payments"]:
        try:
            told = {"value_date": form.day_of(payment), "payer": form.payer_of(payment)}
            if part := form.parts.get(payment.pk):
                bookkeeping.receive_part(payment, part, by=request.user, **told)
            else:
                bookkeeping.receive_transfer(payment, by=request.user, **told)
            entered += 1
        except Refusal as refusal:
            messages.error(request, f"{payment.reference}: {refusal}")
    if entered:
        words = ngettext("%(n)s transfer has been entered.", "%(n)s transfers have been entered.", entered)
        messages.success(request, words % {"n": entered})


def _page(request, *, form=None, upload=None, proposals=None):
    form = form or TransfersForm(initial={"value_date": timezone.localdate()})
    upload = upload or StatementForm()
    waiting = Payment.objects.to_the_portal().filter(state__in=PaymentState.AWAITED)
    waiting = waiting.order_by(F("due_at").asc(nulls_last=True), "created_at")
    context = {
        "form": form,
        "upload": upload,
        "proposals": proposals,
        "awaited": Paginator(waiting, PER_PAGE).get_page(request.GET.get("p")),
        "now": timezone.now(),
        "ticked": set(form.data.getlist("payments")) if form.is_bound else set(),
    }
    return render(request, "payments/admin_transfers.html", context, status=_status(form, upload))


def _status(*forms) -> HTTPStatus:
    wrong = any(form.is_bound and not form.is_valid() for form in forms)
    return HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
