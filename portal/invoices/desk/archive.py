"""What is kept until when, and what may go in a year: invoices and payments eight years, books ten (§ 147 AO)."""

from django.db.models import DateField, F, Func, IntegerField, Value
from django.db.models.functions import Cast, Coalesce, ExtractYear, TruncDate
from django.urls import reverse, reverse_lazy
from django.utils.formats import date_format
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
        kinds = [tell() for kind, tell in WAYS.items() if what in {None, "", kind}]
        first, *others = [rows.filter(until__year=year) if year else rows for rows in kinds]
        return Told(first.union(*others, all=True).order_by("until", "which", "key"))

    def address(self, row) -> str:
        return row["url"]


class Told:
    """Rows of several tables in words; the database joins, sorts and cuts them, however many there are."""

    def __init__(self, rows):
        self.rows = rows

    def __len__(self) -> int:
        return self.rows.count()

    def __getitem__(self, cut: slice) -> list[dict]:
        return [_told(row) for row in self.rows[cut]]

    def __iter__(self):
        return map(_told, self.rows)


def _told(row: dict) -> dict:
    which, key, what = row["which"], row["key"], row["what"]
    said = {
        "invoice": (what, _("Invoice"), _("§ 147 (1) no. 4, (3) AO, § 14b UStG: 8 years")),
        "payment": (Payment(pk=key).reference, _("Payment"), _("§ 147 (1) no. 4, (3) AO: 8 years")),
        "book": (_month(row), _("Books"), _("§ 147 (1) no. 1, (3) AO: 10 years")),
    }
    named, kind, law = said[which]
    url = reverse(DOORS[which], args=[key]) if which in DOORS else reverse("payment_months")
    return {"what": named, "kind": kind, "day": row["day"], "until": row["until"], "law": law, "url": url}


def _month(row: dict) -> str:
    return f"{date_format(row['day'], 'F Y')} · {row['what'] or _('the portal')}"


def _end_of_year(day: str, years: int) -> Func:
    """The last day of the year so many years after that of `day`."""
    year = Cast(ExtractYear(day), IntegerField()) + years
    return Func(year, 12, 31, function="make_date", output_field=DateField())


def _rows(rows, which: str, **facts):
    return rows.order_by().values(which=Value(which), key=F("pk"), **facts)


def _invoices():
    told = {"what": F("number"), "day": F("issued_on"), "until": F("keep_until")}
    return _rows(Invoice.objects.all(), "invoice", **told)


def _payments():
    until = _end_of_year("paid_at", retention.YEARS)
    told = {"what": Value(""), "day": TruncDate("paid_at"), "until": until}
    return _rows(Payment.objects.filter(paid_at__isnull=False), "payment", **told)


def _books():
    told = {"what": Coalesce("payee__name", Value("")), "day": F("month"), "until": _end_of_year("month", BOOK_YEARS)}
    return _rows(ClosedMonth.objects.filter(reopened_at=None), "book", **told)


WAYS = {"invoice": _invoices, "payment": _payments, "book": _books}
DOORS = {
    "invoice": "wagtailsnippets_invoices_invoice:inspect",
    "payment": "wagtailsnippets_payments_payment:inspect",
}


@hooks.register("register_admin_urls")
def archive_urls():
    return Archive.urls()


@hooks.register("register_reports_menu_item")
def archive_item():
    return ReportItem(Archive, reverse_lazy(Archive.name), icon_name="history", order=91)
