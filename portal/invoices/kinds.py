"""How value added tax is treated, and what a document is. Codes are those of EN 16931."""

from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _


class TaxCase(models.TextChoices):
    """The treatment of one line: its rate, its category (UNTDID 5305), and the words that the law asks for."""

    STANDARD = "standard", _("19 % VAT")
    REDUCED = "reduced", _("7 % VAT")
    EXEMPT = "exempt", _("exempt (§ 4 no. 22a UStG)")
    OUTSIDE = "outside", _("not subject to VAT (§ 2b UStG)")
    SMALL = "small", _("small business (§ 19 UStG)")
    REVERSE = "reverse", _("the recipient owes the VAT (§ 13b UStG)")

    @property
    def rate(self) -> Decimal:
        """In per cent."""
        return RATES.get(self, Decimal(0))

    @property
    def category(self) -> str:
        return CATEGORIES[self]

    @property
    def reason(self) -> str:
        """Why no tax is shown: in German, whatever the language of the document (§ 14 (4) no. 8 UStG)."""
        return REASONS.get(self, "")


RATES = {TaxCase.STANDARD: Decimal(19), TaxCase.REDUCED: Decimal(7)}
CATEGORIES = {
    TaxCase.STANDARD: "S",
    TaxCase.REDUCED: "S",
    TaxCase.EXEMPT: "E",
    TaxCase.OUTSIDE: "O",
    TaxCase.SMALL: "E",
    TaxCase.REVERSE: "AE",
}
REASONS = {
    TaxCase.EXEMPT: "Steuerfrei nach § 4 Nr. 22 Buchst. a UStG",  # lectures and courses
    TaxCase.OUTSIDE: "Nicht steuerbar nach § 2b UStG",
    TaxCase.SMALL: "Steuerbefreit als Kleinunternehmer nach § 19 UStG",
    TaxCase.REVERSE: "Steuerschuldnerschaft des Leistungsempfängers (§ 13b UStG)",
}


class DocumentKind(models.TextChoices):
    INVOICE = "invoice", _("invoice")
    CORRECTION = "correction", _("correction of an invoice")

    @property
    def code(self) -> str:
        """UNTDID 1001: commercial invoice, credit note."""
        return {"invoice": "380", "correction": "381"}[self.value]
