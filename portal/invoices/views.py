"""Asking for an invoice, and its files: behind secret links."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.invoices import verbs as invoicing
from portal.invoices.forms import BillingForm, UsualRecipientForm
from portal.invoices.models import Invoice, Paper, UsualRecipient
from portal.invoices.refusals import NeedsVatId
from portal.payments.models import Payment
from portal.refusals import Refusal
from portal.web import tokens
from portal.web.secret_pages import secret_page

TYPES = {"pdf": "application/pdf", "xml": "application/xml"}


@secret_page
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request, token: str) -> HttpResponse:
    """Who shall get the invoice for a payment; POST issues it. The link is that of the payment."""
    payment = tokens.read("pay", token, Payment.objects.all())
    if payment is None:
        raise Http404
    if invoicing.standing(payment) or not invoicing.may_be_invoiced(payment):
        return redirect(payment)
    if request.method == "POST" and request.POST.get("action") == "receipt" and invoicing.may_have_receipt(payment):
        return _issued(request, payment, invoicing.issue_receipt(payment))
    form = BillingForm(request.POST if request.method == "POST" else None, payment=payment)
    if request.method != "POST":
        return _page(request, payment, form)
    if form.is_valid():
        try:
            invoice = invoicing.issue(payment, form.save(commit=False))
        except Refusal as refusal:
            form.add_error("vat_id" if isinstance(refusal, NeedsVatId) else None, str(refusal))
        else:
            return _issued(request, payment, invoice)
    return _page(request, payment, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _issued(request, payment: Payment, invoice: Invoice) -> HttpResponse:
    said = _("Your invoice %(number)s has been issued.")
    if invoice.buyer["email"]:
        said = _("Your invoice %(number)s has been issued; you get it by email as well.")
    messages.success(request, said % {"number": invoice.number})
    return HttpResponseRedirect(payment.get_absolute_url(), status=HTTPStatus.SEE_OTHER)


def _page(request, payment: Payment, form: BillingForm, *, status: int = 200) -> HttpResponse:
    amount = payment.amount - payment.owed
    context = {"payment": payment, "amount": amount, "form": form}
    context["may_have_receipt"] = invoicing.may_have_receipt(payment)
    return render(request, "invoices/ask.html", context, status=status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def usual(request) -> HttpResponse:
    """Where my invoices go as a rule; an empty form forgets it."""
    known = UsualRecipient.objects.filter(user=request.user).first()
    if request.method == "POST" and request.POST.get("action") == "forget":
        UsualRecipient.objects.filter(user=request.user).delete()
        messages.success(request, _("Forgotten. Invoices that were issued stay as they are."))
        return redirect("invoices:usual")
    form = UsualRecipientForm(
        request.POST if request.method == "POST" else None, instance=known or UsualRecipient(user=request.user)
    )
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("invoices:usual")
    return render(request, "invoices/usual.html", {"form": form, "known": known}, status=422 if form.errors else 200)


@secret_page
@require_safe
def file(request, token: str, form: str) -> HttpResponse:
    """The invoice as PDF, or as XML for public bodies."""
    invoice = tokens.read("invoice", token, Invoice.objects.all())
    if invoice is None or (form == "xml" and not invoice.is_for_a_public_body):
        raise Http404
    return as_file(invoice, form) or soon(request, invoice)


def as_file(invoice: Invoice, form: str) -> HttpResponse | None:
    """None while the worker has not made it yet."""
    files = Paper.objects.filter(invoice=invoice).first()
    content = bytes(files.pdf if form == "pdf" else files.xml) if files else b""
    if not content:
        return None
    response = HttpResponse(content, content_type=TYPES[form])
    name = f"{invoice.number}.{form}"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response


def soon(request, invoice: Invoice) -> HttpResponse:
    """A page that asks again by itself, also without a script."""
    response = render(request, "invoices/soon.html", {"invoice": invoice}, status=HTTPStatus.ACCEPTED)
    response["Refresh"] = "3"
    return response
