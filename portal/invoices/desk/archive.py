"""What is kept until when, and what may go in a year: invoices and payments eight years, books ten (§ 147 AO)."""

from datetime import date

from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_filters import ChoiceFilter, NumberFilter
from wagtail import hooks
from wagtail.admin.filters import WagtailFilterSet

from portal.invoices.models import Invoice
from portal.look.reports import Report, ReportItem
from portal.payments import retention
from portal.payments.models import ClosedMonth, Payment
from portal.rights import Right

BOOK_YEARS = 10
KINDS = [
    ("invoice", gettext_lazy("Invoices")),
    ("payment", gettext_lazy("Payments")),
    ("book", gettext_lazy("Books")),
]


class ArchiveFilters(WagtailFilterSet):
    year = NumberFilter(label=gettext_lazy("may go at the end of year"), min_value=2000, max_value=2200, method="keep")
    what = ChoiceFilter(label=gettext_lazy("kind"), choices=KINDS, method="keep")

    class Meta:
        model = Invoice
        fields = []

    def keep(self, rows, _name, _value):
        """Of three kinds of rows: `Archive` asks each."""
        return rows


class Archive(Report):
    name = "finance_archive"
    page_title = gettext_lazy("Archive of finance")
    header_icon = "history"
    right = Right.SEE_MONEY
    filterset_class = ArchiveFilters
    facts = [
        ("what", gettext_lazy("what")),
        ("kind", gettext_lazy("kind")),
        ("day", gettext_lazy("date")),
        ("until", gettext_lazy("kept until")),
        ("law", gettext_lazy("law")),
    ]

    def get_queryset(self):
        return Invoice.objects.all()

    def get_filtered_queryset(self):
        super().get_filtered_queryset()
        said = self.filters.form.cleaned_data if self.filters.form.is_valid() else {}
        year, what = said.get("year"), said.get("what")
        kinds = {"invoice": _invoices, "payment": _payments, "book": _books}
        rows = [row for kind, tell in kinds.items() if what in {None, "", kind} for row in tell()]
        found = [row for row in rows if not year or row["until"].year == year]
        return sorted(found, key=lambda row: (row["until"], row["what"]))

    def address(self, row) -> str:
        return row["url"]


def _invoices():
    law = _("§ 147 (1) no. 4, (3) AO, § 14b UStG: 8 years")
    for pk, number, day, until in Invoice.objects.values_list("pk", "number", "issued_on", "keep_until"):
        url = reverse("wagtailsnippets_invoices_invoice:inspect", args=[pk])
        yield {"what": number, "kind": _("Invoice"), "day": day, "until": until, "law": law, "url": url}


def _payments():
    law = _("§ 147 (1) no. 4, (3) AO: 8 years")
    for one in Payment.objects.filter(paid_at__isnull=False).only("pk", "paid_at", "created_at"):
        url = reverse("wagtailsnippets_payments_payment:inspect", args=[one.pk])
        until = date(retention.last_year(one), 12, 31)
        day = timezone.localdate(one.paid_at)
        yield {"what": one.reference, "kind": _("Payment"), "day": day, "until": until, "law": law, "url": url}


def _books():
    law = _("§ 147 (1) no. 1, (3) AO: 10 years")
    for one in ClosedMonth.objects.filter(reopened_at=None).select_related("payee"):
        until, url = date(one.month.year + BOOK_YEARS, 12, 31), reverse("payment_months")
        yield {"what": str(one), "kind": _("Books"), "day": one.month, "until": until, "law": law, "url": url}


@hooks.register("register_admin_urls")
def archive_urls():
    return Archive.urls()


@hooks.register("register_reports_menu_item")
def archive_item():
    return ReportItem(Archive, reverse_lazy(Archive.name), icon_name="history", order=91)
