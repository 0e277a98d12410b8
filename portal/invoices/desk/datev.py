"""Documents as a batch of postings in the DATEV format (EXTF, category 21 “Buchungsstapel”, version 13).

Accounts are those of SKR03: the tax adviser maps them once. Debtors are gathered on one account: the portal keeps
no ledger of them.
"""

import csv
from datetime import date, datetime, timedelta
from hashlib import sha256
from io import StringIO

from django.utils import timezone

from portal.invoices.kinds import DocumentKind, TaxCase
from portal.invoices.models import BookedMonth, InvoiceTax, Issuer
from portal.payments.books import closing
from portal.payments.models import ClosedMonth

HEAD = ("EXTF", "700", "21", "Buchungsstapel", "13")
COLUMNS = (
    "Umsatz (ohne Soll/Haben-Kz)",
    "Soll/Haben-Kennzeichen",
    "WKZ Umsatz",
    "Kurs",
    "Basis-Umsatz",
    "WKZ Basis-Umsatz",
    "Konto",
    "Gegenkonto (ohne BU-Schlüssel)",
    "BU-Schlüssel",
    "Belegdatum",
    "Belegfeld 1",
    "Belegfeld 2",
    "Skonto",
    "Buchungstext",
)
# SKR03: gathered debtors, and the revenue of each treatment.
DEBTORS = "10000"
REVENUE = {
    TaxCase.STANDARD: "8400",
    TaxCase.REDUCED: "8300",
    TaxCase.EXEMPT: "8100",
    TaxCase.OUTSIDE: "8200",
    TaxCase.SMALL: "8195",
    TaxCase.REVERSE: "8337",
}
ENCODING = "cp1252"


def kept(issuer: Issuer, since: date, until: date) -> bytes | None:
    """Where these days are a closed month: what was told of it then."""
    if since.day != 1 or until != closing.after(since) - timedelta(days=1):
        return None
    closed = {"month__month": since, "month__payee": issuer.institution_id, "month__reopened_at": None}
    found = BookedMonth.objects.filter(issuer=issuer, **closed).first()
    return bytes(found.content) if found else None


def keep(closed: ClosedMonth) -> None:
    """The bookings of whoever invoices for the payee of `closed`, told once and for all."""
    until = closing.after(closed.month) - timedelta(days=1)
    for issuer in Issuer.objects.filter(institution=closed.payee_id):
        content = batch(issuer, closed.month, until, made=closed.closed_at)
        BookedMonth.objects.create(month=closed, issuer=issuer, content=content, digest=sha256(content).hexdigest())


def batch(issuer: Issuer, since: date, until: date, *, made: datetime | None = None) -> bytes:
    """One posting for each treatment of each document of these days of one year, gross; corrections on the other side.

    One file is one business: whoever invoices beside has books of their own.
    """
    told = StringIO()
    rows = csv.writer(told, delimiter=";", quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    rows.writerow(_head(issuer, since, until, made or timezone.now()))
    rows.writerow(COLUMNS)
    taxes = InvoiceTax.objects.filter(invoice__issuer=issuer, invoice__issued_on__range=(since, until))
    for one in taxes.select_related("invoice__payment").order_by("invoice__issued_on", "invoice__number", "pk"):
        rows.writerow(_posting(one))
    return told.getvalue().encode(ENCODING, "replace")


def _head(issuer: Issuer, since: date, until: date, made: datetime) -> list[str]:
    moment = timezone.localtime(made).strftime("%Y%m%d%H%M%S000")
    who = [str(number or "") for number in (issuer.datev_adviser, issuer.datev_client)]
    years = f"{since.year}0101"
    return [*HEAD, moment, "", "TP", "", "", *who, years, "4", f"{since:%Y%m%d}", f"{until:%Y%m%d}", "Rechnungen"]


def _posting(one: InvoiceTax) -> list[str]:
    invoice = one.invoice
    side = "H" if invoice.kind == DocumentKind.CORRECTION else "S"
    return [
        f"{one.net + one.tax:.2f}".replace(".", ","),
        side,
        invoice.currency,
        "",
        "",
        "",
        DEBTORS,
        REVENUE[TaxCase(one.case)],
        "",
        f"{invoice.issued_on:%d%m}",
        invoice.number,
        invoice.payment.reference,
        "",
        invoice.recipient[:60],
    ]
