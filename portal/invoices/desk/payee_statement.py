"""What whoever is paid received in a period, what went back and what is open: a page, a table, a paper."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from django import forms
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail import hooks

from portal.accounts.models import Institution
from portal.files import papers, spreadsheets
from portal.invoices.desk.finance_desk import SpanForm
from portal.language.languages import current
from portal.language.money import as_text
from portal.language.times import day, short_day
from portal.payments.books import takings
from portal.payments.models import Movement
from portal.rights import Right, needs

SOURCE = Path(__file__).with_name("payee_statement.typ")
SHOWN = 500


class StatementForm(SpanForm):
    payee = forms.ModelChoiceField(
        Institution.objects.filter(payments_to_it__isnull=False).distinct(),
        label=gettext_lazy("payee"),
        required=False,
        empty_label=gettext_lazy("the portal"),
    )


@dataclass(frozen=True)
class Told:
    """One statement; `open` is what is asked for now and has not come."""

    whose: str
    since: date
    until: date
    moved: takings.Moved
    open: Decimal
    rows: QuerySet[Movement]

    @property
    def sums(self) -> list[tuple[str, str]]:
        told = [
            (_("Received"), self.moved.came),
            (_("Paid back or taken back"), self.moved.went),
            (_("Fees of the portal"), Decimal(0)),
            (_("Stays with the payee"), self.moved.stays),
            (_("Open at present"), self.open),
        ]
        return [(label, as_text(amount, with_cents=True)) for label, amount in told]


@needs(Right.EXPORT_MONEY)
@require_safe
def statement(request) -> HttpResponse:
    """`?export=csv`, `xlsx` or `pdf` hands it out."""
    today = timezone.localdate()
    first = {"since": today.replace(day=1).isoformat(), "until": today.isoformat()}
    form = StatementForm(first | request.GET.dict())
    told = (
        of(form.cleaned_data["payee"], form.cleaned_data["since"], form.cleaned_data["until"])
        if form.is_valid()
        else None
    )
    kind = request.GET.get("export", "")
    if told and kind in spreadsheets.KINDS:
        return spreadsheets.download(_name(told), kind, table(told))
    if told and kind == "pdf":
        response = HttpResponse(papers.pdf(SOURCE, paper(told)), content_type="application/pdf")
        response["Content-Disposition"] = content_disposition_header(True, f"{_name(told)}.pdf")
        return response
    asked = {name: value for name, value in request.GET.items() if name != "export"}
    context = {"form": form, "told": told, "asked": asked, "rows": told.rows[:SHOWN] if told else []}
    return render(request, "invoices/admin/payee_statement.html", context, status=200 if told else 422)


def of(payee: Institution | None, since: date, until: date) -> Told:
    rows = Movement.objects.filter(payment__payee=payee, day__range=(since, until))
    key = payee.pk if payee else None
    moved = takings.of_payees(rows).get(key, takings.Moved())
    whose = payee.name if payee else str(_("the portal"))
    left = takings.open_of_payees().get(key, Decimal(0))
    return Told(whose, since, until, moved, left, rows.select_related("payment"))


def table(told: Told) -> list[list]:
    heading = [_("Day"), _("Reference"), _("Purpose"), _("Kind"), _("Amount")]
    rows = [
        [one.day.isoformat(), one.payment.reference, _purpose(one), one.get_kind_display(), one.amount]
        for one in told.rows
    ]
    return [heading, *rows]


def paper(told: Told) -> dict:
    """All texts of the PDF."""
    return {
        "language": current(),
        "title": _("Statement of payments: %(payee)s") % {"payee": told.whose},
        "span": _("%(since)s to %(until)s") % {"since": day(told.since), "until": day(told.until)},
        "page": _("Page"),
        "sums": [list(row) for row in told.sums],
        "columns": [_("Day"), _("Reference"), _("Purpose"), _("Kind"), _("Amount")],
        "rows": [
            [
                short_day(one.day),
                one.payment.reference,
                _purpose(one),
                str(one.get_kind_display()),
                as_text(one.amount, with_cents=True),
            ]
            for one in told.rows
        ],
        "nothing": _("No money moved in this period."),
    }


def _purpose(one: Movement) -> str:
    return one.payment.booked_as or one.payment.description


def _name(told: Told) -> str:
    return f"{_('statement')}-{told.since:%Y%m%d}-{told.until:%Y%m%d}"


@hooks.register("register_admin_urls")
def statement_door():
    return [path("invoices/payee-statement/", statement, name="payee_statement")]
