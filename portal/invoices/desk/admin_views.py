"""Doors of finance to invoices: files, corrections, what the tax adviser books."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from portal.invoices import dunning
from portal.invoices import verbs as invoicing
from portal.invoices.desk import datev
from portal.invoices.desk.forms import CorrectionForm, PeriodForm
from portal.invoices.models import Invoice
from portal.invoices.refusals import NotPaidYet
from portal.invoices.views import as_file, soon
from portal.language.money import as_text
from portal.refusals import Refusal
from portal.rights import Right, needs

PER_PAGE = 50
INSPECT, LIST = "wagtailsnippets_invoices_invoice:inspect", "wagtailsnippets_invoices_invoice:list"


@needs(Right.SEE_INVOICES)
@require_safe
def file(request, pk: int, form: str) -> HttpResponse:
    invoice = get_object_or_404(Invoice, pk=pk)
    if form == "xml" and not invoice.is_for_a_public_body:
        raise Http404
    return as_file(invoice, form) or soon(request, invoice)


@needs(Right.CORRECT_INVOICES)
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request, pk: int) -> HttpResponse:
    """An issued invoice never changes: what is wrong with it is taken back by a document of its own."""
    invoice = get_object_or_404(Invoice, pk=pk)
    left = invoicing.left_of(invoice)
    form = CorrectionForm(request.POST if request.method == "POST" else None, initial={"amount": left})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            if said["amount"] < left and invoice.payment.is_open:
                raise NotPaidYet
            made = invoicing.correct(invoice, said["amount"], reason=said["reason"], by=request.user)
        except Refusal as refusal:
            form.add_error("amount", str(refusal))
        else:
            messages.success(request, _("Correction %(number)s has been issued.") % {"number": made.number})
            return redirect(INSPECT, made.pk)
    title = _("Correct invoice %(number)s") % {"number": invoice.number}
    context = {"form": form, "invoice": invoice, "left": as_text(left, with_cents=True), **_head(title, invoice)}
    return render(request, "invoices/admin/correct.html", context, status=422 if form.errors else 200)


@needs(Right.EXPORT_MONEY)
@require_safe
def booked(request) -> HttpResponse:
    """The documents of a period as the tax adviser's program reads them; without a period the form asks for one."""
    today = timezone.localdate()
    form = PeriodForm(request.GET or None, initial={"since": today.replace(day=1), "until": today})
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        span = said["issuer"], said["since"], said["until"]
        content = datev.kept(*span) or datev.batch(*span)
        response = HttpResponse(content, content_type="text/csv; charset=cp1252")
        whose = said["issuer"].prefix.strip("-")
        name = f"EXTF_Buchungsstapel_{whose}_{said['since']:%Y%m%d}_{said['until']:%Y%m%d}.csv"
        response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
        return response
    context = {"form": form, **_head(_("Bookings for the tax adviser"))}
    return render(request, "invoices/admin/booked.html", context, status=422 if form.errors else 200)


@needs(Right.SETTLE_MONEY)
@require_http_methods(["GET", "HEAD", "POST"])
def owed(request) -> HttpResponse:
    """What is owed, the longest overdue first; POST releases a reminder to each that is ticked."""
    if request.method == "POST":
        _remind(request)
        return redirect("invoices_owed")
    now = timezone.now()
    ages = dunning.by_age(timezone.localdate(now))
    page = Paginator(dunning.owed(), PER_PAGE).get_page(request.GET.get("page"))
    for one in page:
        one.may_be_reminded = dunning.may_be_reminded(one, now)
        one.days = (timezone.localdate(now) - one.due_on).days if one.due_on else 0
        one.sum_left = as_text(one.left, one.currency, with_cents=True)
    context = {
        "page": page,
        "may_remind": any(one.may_be_reminded for one in page),
        "ages": [_age(one, max((age.owed for age in ages), default=0)) for one in ages],
        **_head(_("Open items and reminders")),
    }
    return render(request, "invoices/admin/owed.html", context)


def _remind(request) -> None:
    ticked = [int(pk) for pk in request.POST.getlist("invoices")[:PER_PAGE] if pk.isascii() and pk.isdigit()]
    released = 0
    for invoice in Invoice.objects.filter(pk__in=[pk for pk in ticked if pk < 2**31]).order_by("pk"):
        try:
            dunning.remind(invoice, by=request.user)
            released += 1
        except Refusal as refusal:
            messages.error(request, f"{invoice}: {refusal}")
    if released:
        words = ngettext("%(n)s reminder has been released.", "%(n)s reminders have been released.", released)
        messages.success(request, words % {"n": released})
    elif not ticked:
        messages.error(request, _("Tick the invoices of which to remind."))


def _age(one: dunning.Age, most) -> dict:
    days = {"since": one.since, "until": one.until}
    words = _("%(since)s to %(until)s days") if one.until else _("from %(since)s days on")
    label = words % days
    part = int(100 * one.owed / most) if most else 0
    return {"label": label, "number": one.number, "sum": as_text(one.owed, with_cents=True), "part": part}


def _head(title: str, invoice: Invoice | None = None) -> dict:
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse(LIST), "label": _("Invoices")},
    ]
    if invoice:
        crumbs.append({"url": reverse(INSPECT, args=[invoice.pk]), "label": invoice.number})
    crumbs.append({"url": "", "label": title})
    return {"header_title": title, "page_title": title, "header_icon": "wallet", "breadcrumbs_items": crumbs}
