"""The invoice for people: PDF/A-3 by Typst, in the payer's language, with the words of the law in German beside."""

from decimal import Decimal
from pathlib import Path

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from portal.files import papers
from portal.invoices.kinds import TaxCase
from portal.invoices.models import Invoice
from portal.language.languages import current
from portal.language.money import as_text
from portal.payments.statements import giro

SOURCE = Path(__file__).parent / "invoice.typ"
ARCHIVE = "a-3b"
UNITS = {"HUR": "h", "DAY": pgettext_lazy("unit", "d"), "MON": pgettext_lazy("unit", "mo")}


def of(invoice: Invoice) -> bytes:
    """In the language that is active."""
    return papers.pdf(SOURCE, told(invoice), standards=[ARCHIVE])


def told(invoice: Invoice) -> dict:
    """What stands on it."""
    return {
        "language": current(),
        "title": f"{_heading(invoice)} {invoice.number}",
        "heading": _heading(invoice),
        "number": invoice.number,
        "seller": _lines(invoice.seller, "name", "street"),
        "buyer": _lines(invoice.buyer, "name", "person", "street"),
        "facts": [[label, value] for label, value in _facts(invoice) if value],
        "columns": [_("No."), pgettext("invoice", "Service"), _("Quantity"), _("Net"), _("VAT")],
        "rows": [_row(invoice, one) for one in invoice.lines.all()],
        "sums": _sums(invoice),
        "notes": [note for note in _notes(invoice) if note],
        "bank": [[label, value] for label, value in _bank(invoice) if value],
        "foot": [line for line in [*_tax_numbers(invoice.seller), *invoice.seller["letterhead"].splitlines()] if line],
        "page": _("Page"),
        "giro": giro.code(invoice.payment) if invoice.to_pay and not invoice.is_correction else "",
        "giro_alt": _("GiroCode: scan it with the app of your bank."),
    }


def _heading(invoice: Invoice) -> str:
    if not invoice.is_correction:
        return _("Invoice")
    # “Gutschrift” is what a buyer writes (§ 14 (2) UStG): a correction must not bear that name.
    return _("Correction of an invoice")


def _lines(party: dict, *names: str) -> list[str]:
    town = f"{party['postal_code']} {party['city']}".strip()
    abroad = [party["country"]] if party["country"] != "DE" else []
    return [line for line in [*(party[name] for name in names), town, *abroad] if line]


def _facts(invoice: Invoice) -> list[tuple[str, str]]:
    buyer, before = invoice.buyer, invoice.corrects
    since, until = _day(invoice.delivered_from), _day(invoice.delivered_until)
    return [
        (pgettext("invoice", "Date"), _day(invoice.issued_on)),
        (_("Corrects"), f"{before.number} ({_day(before.issued_on)})" if before else ""),
        (_("Reason"), invoice.reason),
        (pgettext("invoice", "Delivered"), since if since == until else f"{since} – {until}"),
        (_("Due by"), _day(invoice.due_on) if invoice.due_on and invoice.to_pay else ""),
        (_("Order number"), buyer["order_number"]),
        (_("Cost centre"), buyer["cost_centre"]),
        (_("VAT id of the recipient"), buyer["vat_id"]),
        ("Leitweg-ID", buyer["leitweg_id"]),
        (_("Payment reference"), invoice.payment.reference),
    ]


def _row(invoice: Invoice, one) -> list[str]:
    number = number_format(one.quantity.normalize())
    quantity = f"{number} {UNITS[one.unit]}" if one.unit in UNITS else number
    return [str(one.position), one.text, quantity, _money(_sign(invoice) * one.net), _rate(one.case)]


def _sign(invoice: Invoice) -> int:
    """On a correction all amounts are taken back, those of its lines too."""
    return -1 if invoice.is_correction else 1


def _rate(case: str) -> str:
    rate = TaxCase(case).rate
    return f"{rate:.0f} %" if rate else "–"


def _sums(invoice: Invoice) -> list[list[str]]:
    sign = _sign(invoice)
    rows = [[_("Net"), _money(sign * invoice.net)]]
    rows += [
        [
            _("VAT %(rate)s on %(net)s") % {"rate": _rate(one.case), "net": _money(sign * one.net)},
            _money(sign * one.tax),
        ]
        for one in invoice.taxes.all()
        if one.tax
    ]
    rows.append([_("Total"), _money(sign * invoice.gross)])
    if invoice.prepaid:
        rows += [[_("Paid"), _money(-invoice.prepaid)], [_("To pay"), _money(invoice.to_pay)]]
    return rows


def _notes(invoice: Invoice) -> list[str]:
    reasons = dict.fromkeys(invoice.reason_for(one.case) for one in invoice.taxes.all())
    if invoice.is_correction:
        done = _(
            "This document takes back what it names of the invoice above. Where you have paid too much, it goes back."
        )
    elif not invoice.to_pay:
        done = _("The amount has been paid. Thank you.")
    else:
        done = ""
    return [*reasons, done]


def _bank(invoice: Invoice) -> list[tuple[str, str]]:
    if invoice.is_correction or not invoice.to_pay:
        return []
    seller = invoice.seller
    return [
        (_("Account holder"), seller.get("holder", "")),
        ("IBAN", seller.get("iban", "")),
        ("BIC", seller.get("bic", "")),
        (_("Amount"), _money(invoice.to_pay)),
        (_("Payment reference"), invoice.payment.reference),
    ]


def _tax_numbers(seller: dict) -> list[str]:
    rows = [(_("VAT id"), seller["vat_id"]), (_("Tax number"), seller["tax_number"])]
    numbers = " · ".join(f"{label}: {number}" for label, number in rows if number)
    ways = " · ".join(filter(None, [seller["contact"], seller["phone"], seller["email"]]))
    return [numbers, ways]


def _day(on) -> str:
    return date_format(on, "DATE_FORMAT")


def _money(amount: Decimal) -> str:
    return as_text(amount, with_cents=True)
