"""Finance's desk: what waits today, what came and went per month, project and payee. Every figure leads to its rows."""

from datetime import date, timedelta
from urllib.parse import urlencode

from django import forms
from django.db.models import Count, Sum
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse, reverse_lazy
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail import hooks

from portal.accounts.models import Institution
from portal.invoices import dunning
from portal.invoices.models import Invoice
from portal.language.money import as_text
from portal.look import plots
from portal.look.desk import Row
from portal.look.plots import Series
from portal.look.reports import ReportItem
from portal.payments.books import closing, takings
from portal.payments.desk.panel import LIST, MoneyPanel
from portal.payments.models import MoneyRules, Movement
from portal.rights import Right, needs

INVOICES = "wagtailsnippets_invoices_invoice:list"
MOST_MONTHS = 60
LIKE_DAYS = forms.DateInput({"type": "date"}, format="%Y-%m-%d")


class FinanceDesk:
    """What the menu of reports says about this page."""

    name = "finance_desk"
    page_title = gettext_lazy("Finance: today and figures")
    right = Right.SEE_MONEY


class SpanForm(forms.Form):
    """Days, both included; usually the last twelve months."""

    since = forms.DateField(label=gettext_lazy("from"), widget=LIKE_DAYS)
    until = forms.DateField(label=gettext_lazy("until"), widget=LIKE_DAYS)

    def clean(self) -> dict:
        said = super().clean()
        since, until = said.get("since"), said.get("until")
        if since and until and since > until:
            self.add_error("until", _("The end must be after the beginning."))
        elif since and until and (until - since).days > MOST_MONTHS * 31:
            self.add_error("until", _("Please choose five years at most."))
        return said


@needs(FinanceDesk.right)
@require_safe
def desk(request) -> HttpResponse:
    today = timezone.localdate()
    first = {"since": closing.first_of(today - timedelta(days=334)), "until": today}
    form = SpanForm({name: day.isoformat() for name, day in first.items()} | request.GET.dict())
    is_valid = form.is_valid()
    said = form.cleaned_data if is_valid else first
    context = {
        "title": FinanceDesk.page_title,
        "form": form,
        "rows": _waiting(request.user, today),
        "plots": [plots.drawn(one) for one in _series(said["since"], said["until"])],
        "above": as_text(MoneyRules.here().second_above),
        "may_close": Right.CLOSE_MONTHS.held_by(request.user),
    }
    return render(request, "invoices/admin/desk.html", context, status=200 if is_valid else 422)


def _waiting(user, today: date) -> list[Row]:
    """First what money wants, then what invoices want."""
    late = dunning.overdue(today).order_by().aggregate(n=Count("pk"), owed=Sum("left"))
    rows = MoneyPanel(user).rows()
    if late["n"]:
        owed = as_text(late["owed"], with_cents=True)
        rows.append(Row(_("Invoices overdue"), reverse("invoices_owed"), str(late["n"]), owed))
    unprinted = Invoice.objects.filter(paper=None).count()
    if unprinted:
        rows.append(Row(_("Invoices without their files"), reverse(INVOICES) + "?printed=false", str(unprinted)))
    return rows


def _series(since: date, until: date) -> list[Series]:
    rows = Movement.objects.filter(day__range=(since, until))
    months, whole = takings.of_months(since, until, rows), {"since": since, "until": until}
    told = {"measure": _("Euros"), "says": as_text}
    spans = [{"since": max(one, since), "until": min(closing.after(one) - timedelta(days=1), until)} for one in months]
    labels = [date_format(month, "m/Y") for month in months]

    def over_time(title: str, kind: str, sums) -> Series:
        ways = tuple(payments(moved=kind, **span) for span in spans)
        return Series(title, _("Month"), list(zip(labels, sums, strict=True)), is_time=True, ways=ways, **told)

    projects = takings.of_projects(rows)
    names = dict(Institution.objects.filter(pk__in=Movement.objects.values("payment__payee")).values_list("pk", "name"))
    payees = sorted(takings.of_payees(rows).items(), key=lambda item: -item[1].came)
    return [
        over_time(_("Received per month"), "came", [one.came for one in months.values()]),
        over_time(_("Paid back per month"), "went", [one.went for one in months.values()]),
        Series(
            _("Received per project"),
            _("Project"),
            [(name or _("without a project"), one.came) for name, one in projects.items()],
            ways=tuple(payments(moved="came", project=name or "-", **whole) for name in projects),
            **told,
        ),
        Series(
            _("Received per payee"),
            _("Payee"),
            [(names.get(pk, _("the portal")), one.came) for pk, one in payees],
            ways=tuple(_address("payee_statement", payee=pk or "", **whole) for pk, _one in payees),
            **told,
        ),
    ]


def payments(**asked) -> str:
    """The list of payments behind a figure."""
    return _address(LIST, **asked)


def _address(name: str, **asked) -> str:
    return f"{reverse(name)}?{urlencode(asked)}"


@hooks.register("register_admin_urls")
def finance_door():
    return [path("reports/finance/", desk, name=FinanceDesk.name)]


@hooks.register("register_reports_menu_item")
def finance_item():
    return ReportItem(FinanceDesk, reverse_lazy(FinanceDesk.name), icon_name="wallet", order=90)
