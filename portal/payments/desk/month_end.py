"""Months in the admin: what is open in one, closing it, reopening it with a reason."""

from datetime import date
from http import HTTPStatus

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.models import Institution
from portal.language.typed import LineField
from portal.payments.books import closing
from portal.payments.models import ClosedMonth
from portal.refusals import Refusal
from portal.rights import Right, needs

LATEST = 24


class MonthForm(forms.Form):
    """Which month of whom, and why it is closed in spite of what waits for a look."""

    payee = forms.ModelChoiceField(
        Institution.objects.filter(payments_to_it__isnull=False).distinct(),
        label=gettext_lazy("payee"),
        required=False,
        empty_label=gettext_lazy("the portal"),
    )
    month = forms.DateField(
        label=gettext_lazy("any day of the month"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )


class ClosingForm(MonthForm):
    reason = LineField(label=gettext_lazy("why in spite of what is open"), max_length=200, required=False)


class ReopenForm(forms.Form):
    reason = LineField(label=gettext_lazy("why the month is opened again"), max_length=200)


@needs(Right.CLOSE_MONTHS)
@require_safe
def months(request) -> HttpResponse:
    """What is open in a month, and those that are closed already."""
    return _page(request, MonthForm({"month": _last_month()} | request.GET.dict()))


@needs(Right.CLOSE_MONTHS)
@require_http_methods(["GET", "HEAD", "POST"])
def close(request) -> HttpResponse:
    if request.method != "POST":
        return redirect("payment_months")
    form = ClosingForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            closed = closing.close(_pk(said), said["month"], by=request.user, reason=said["reason"])
        except closing.ReviewsOpen as refusal:
            form.add_error("reason", str(refusal))
        except Refusal as refusal:
            form.add_error("month", str(refusal))
        else:
            messages.success(request, _("%(month)s has been closed.") % {"month": closed.name})
            return redirect("payment_months")
    return _page(request, MonthForm(request.POST), form, status=HTTPStatus.UNPROCESSABLE_ENTITY)


@needs(Right.REOPEN_MONTHS)
@require_http_methods(["GET", "HEAD", "POST"])
def reopen(request, pk: int) -> HttpResponse:
    closed = get_object_or_404(ClosedMonth.objects.select_related("payee"), pk=pk)
    form = ReopenForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            closing.reopen(closed, by=request.user, reason=form.cleaned_data["reason"])
        except Refusal as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("%(month)s is open again.") % {"month": closed.name})
        return redirect("payment_months")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "payments/admin_reopen.html", {"form": form, "closed": closed}, status=status)


def _page(request, asked: MonthForm, form: ClosingForm | None = None, status: int = HTTPStatus.OK) -> HttpResponse:
    context = {"asked": asked, "form": form or ClosingForm(initial=dict(asked.data.items()))}
    if asked.is_valid():
        said = asked.cleaned_data
        month = closing.first_of(said["month"])
        context |= {
            "left": closing.left_in(_pk(said), month),
            "name": date_format(month, "F Y"),
            "whose": said["payee"],
            "is_closed": bool(closing.closed_of(_pk(said), [month])),
            "is_over": closing.after(month) <= timezone.localdate(),
        }
    elif status == HTTPStatus.OK:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    rows = ClosedMonth.objects.select_related("payee", "closed_by", "reopened_by")[:LATEST]
    context |= {"closed": rows, "may_reopen": Right.REOPEN_MONTHS.held_by(request.user)}
    return render(request, "payments/admin_months.html", context, status=status)


def _pk(said: dict) -> int | None:
    return said["payee"].pk if said["payee"] else None


def _last_month() -> str:
    today = timezone.localdate()
    return date(today.year - (today.month == 1), today.month - 1 or 12, 1).isoformat()
