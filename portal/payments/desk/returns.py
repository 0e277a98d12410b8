"""Refunds by bank transfer in the admin: what is due, whose account it goes to, files for the bank."""

from datetime import date, timedelta
from http import HTTPStatus

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.language.money import as_text
from portal.payments.desk.forms import PayerForm, ReturnsForm
from portal.payments.models import Batch, MoneyRules, PayerAccount, Payment, RefundProposal
from portal.payments.returning import batches, payers
from portal.payments.states import ProposalState
from portal.refusals import Refusal
from portal.rights import Right, needs

PER_PAGE = 50
LATEST = 20
INSPECT = "wagtailsnippets_payments_payment:inspect"
TYPES = {"xml": "application/xml", "csv": "text/csv; charset=utf-8"}


@needs(Right.PAY_BACK)
@require_http_methods(["GET", "HEAD", "POST"])
def due(request) -> HttpResponse:
    """What is to be paid back; POST makes a file for the bank of the ticked ones."""
    first = {"execute_on": next_working_day(timezone.localdate())}
    form = ReturnsForm(request.POST if request.method == "POST" else None, initial=first)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            batch = batches.make(said["payments"], execute_on=said["execute_on"], by=request.user)
        except batches.DayIsOver as refusal:
            form.add_error("execute_on", str(refusal))
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The file %(name)s has been made.") % {"name": batch.name})
            return HttpResponseRedirect(batch.get_absolute_url(), status=HTTPStatus.SEE_OTHER)
    above = MoneyRules.here().second_above
    page = Paginator(_owed(), PER_PAGE).get_page(request.GET.get("p"))
    for one in page:
        one.goes_to = getattr(one, "payer_account", None)
        one.why_not = _why_not(one, above, request.user)
    ticked = set(form.data.getlist("payments")) if form.is_bound else set()
    context = {"form": form, "page": page, "ticked": ticked, "above": as_text(above)}
    context |= {"batches": Batch.objects.select_related("made_by").defer("xml", "csv")[:LATEST]}
    return render(request, "payments/admin_returns.html", context, status=422 if form.errors else 200)


@needs(Right.PAY_BACK)
@require_http_methods(["GET", "HEAD", "POST"])
def payer(request, pk: int) -> HttpResponse:
    """Whose account the money goes back to."""
    payment = get_object_or_404(Payment, pk=pk)
    known = PayerAccount.objects.filter(payment=payment).first()
    first = {"holder": known.holder, "iban": known.iban} if known else {"holder": payment.payer_name[:70]}
    form = PayerForm(request.POST if request.method == "POST" else None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            payers.keep(payment, payers.Payer(**form.cleaned_data), by=request.user)
        except Refusal as refusal:
            form.add_error("iban", str(refusal))
        else:
            messages.success(request, _("The account has been noted."))
            return redirect("payment_returns")
    context = {"form": form, "payment": payment}
    return render(request, "payments/admin_payer.html", context, status=422 if form.errors else 200)


@needs(Right.PAY_BACK)
@require_safe
def batch(request, pk: int) -> HttpResponse:
    found = get_object_or_404(Batch.objects.select_related("made_by", "settled_by").defer("csv"), pk=pk)
    lines = found.transfers.select_related("payment")
    return render(request, "payments/admin_batch.html", {"batch": found, "lines": lines, "has_file": bool(found.xml)})


@needs(Right.PAY_BACK)
@require_safe
def batch_file(request, pk: int, form: str) -> HttpResponse:
    """As it was made; 404 once the accounts in it are forgotten."""
    found = get_object_or_404(Batch, pk=pk)
    content = bytes(found.xml if form == "xml" else found.csv)
    if not content:
        raise Http404
    response = HttpResponse(content, content_type=TYPES[form])
    named = content_disposition_header(as_attachment=True, filename=f"{found.name}.{form}")
    response["Content-Disposition"], response["Cache-Control"] = named, "private, no-store"
    return response


@needs(Right.PAY_BACK)
@require_POST
def confirm(request, pk: int) -> HttpResponse:
    return _settle(request, pk, batches.confirm, _("Confirmed: the money is back, and the payers are told."))


@needs(Right.PAY_BACK)
@require_POST
def take_back(request, pk: int) -> HttpResponse:
    return _settle(request, pk, batches.take_back, _("The file has been taken back; the refunds are due again."))


def next_working_day(today: date) -> date:
    """Banks carry nothing out on weekends."""
    return today + timedelta(days={4: 3, 5: 2}.get(today.weekday(), 1))


def _owed():
    standing = RefundProposal.objects.filter(state__in=ProposalState.STANDING).select_related("proposed_by")
    rows = Payment.objects.to_give_back().to_the_portal().select_related("payer_account")
    return rows.prefetch_related(Prefetch("refund_proposals", standing, to_attr="proposed")).order_by("pk")


def _why_not(payment: Payment, above, user) -> str:
    """Why it cannot leave by the hand of `user`; empty where it can."""
    if payment.to_give_back > above:
        stands = next((one for one in payment.proposed if one.amount == payment.to_give_back), None)
        if stands is None:
            return _("has to be proposed first")
        if stands.state == ProposalState.PROPOSED and stands.proposed_by == user:
            return _("proposed by you: somebody else releases it")
    return "" if payment.goes_to else _("the account is missing")


def _settle(request, pk: int, verb, success: str) -> HttpResponse:
    found = get_object_or_404(Batch, pk=pk)
    try:
        verb(found, by=request.user)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, success)
    return redirect(found)
