"""Facts of whoever invoices, and documents that never change once they are issued (§ 14 UStG, GoBD)."""

import re
from decimal import Decimal

from django.conf import settings
from django.contrib.admin import display
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Institution
from portal.database.promises import Check, Unique
from portal.invoices.identifiers import as_country, as_vat_id
from portal.invoices.kinds import DocumentKind, TaxCase
from portal.invoices.recipients import COUNTRY, Billing, Recipient, UsualRecipient, read_fields
from portal.language.mailbox_fields import MailboxField
from portal.language.money import as_text
from portal.payments.models import ClosedMonth, Payment
from portal.web import tokens

__all__ = [
    "Billing",
    "Invoice",
    "InvoiceLine",
    "InvoiceTax",
    "Issuer",
    "Paper",
    "Recipient",
    "Reminder",
    "Series",
    "UsualRecipient",
]

PREFIX = RegexValidator(r"^[A-Z0-9]{1,8}-?\Z", _("Up to eight capital letters and digits."))


class Issuer(models.Model):
    """Who writes invoices: the portal's operator, or an institution that asks the portal to. Without one nobody gets an
    invoice here: the institution numbers in its own system.
    """

    institution = models.OneToOneField(
        Institution,
        verbose_name=_("institution"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="issuer",
        help_text=_("Empty: the operator of the portal, for its own events."),
    )
    name = models.CharField(_("name"), max_length=150)
    street = models.CharField(_("street"), max_length=120)
    postal_code = models.CharField(_("postal code"), max_length=10)
    city = models.CharField(_("city"), max_length=80)
    country = models.CharField(_("country"), max_length=2, default="DE", validators=[COUNTRY])
    vat_id = models.CharField(_("VAT id"), max_length=20, blank=True)
    tax_number = models.CharField(_("tax number"), max_length=20, blank=True)
    contact = models.CharField(_("contact person"), max_length=100)
    phone = models.CharField(_("phone"), max_length=40)
    email = MailboxField(_("email"))
    prefix = models.CharField(
        _("beginning of the numbers"),
        max_length=9,
        default="R-",
        unique=True,
        validators=[PREFIX],
        help_text=_("Before year and number: R-2026-00001. Each who invoices has one of their own."),
    )
    terms_days = models.PositiveSmallIntegerField(
        _("days to pay on account"),
        default=0,
        validators=[MaxValueValidator(90)],
        help_text=_(
            "For whoever gives an order number or a Leitweg-ID: the seats are theirs at once, paid is later. "
            "0: nobody gets a seat before the money."
        ),
    )
    datev_adviser = models.PositiveIntegerField(
        _("number of the tax adviser at DATEV"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1001), MaxValueValidator(9_999_999)],
        help_text=_("Four to seven digits; your tax adviser tells you. Stands at the head of the bookings."),
    )
    datev_client = models.PositiveIntegerField(
        _("number as a client at DATEV"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(99_999)],
        help_text=_("One to five digits."),
    )
    small_business = models.BooleanField(
        _("small business (§ 19 UStG)"), default=False, help_text=_("No VAT is shown on any invoice.")
    )
    under_2b_since = models.DateField(
        _("§ 2b UStG applies from"),
        null=True,
        blank=True,
        help_text=_(
            "For public bodies: what was delivered before is not subject to VAT by the old law (§ 27 (22) UStG), and "
            "the invoice says so. Empty: it applies."
        ),
    )
    letterhead = models.TextField(
        _("small print"), max_length=500, blank=True, help_text=_("At the foot of each invoice, a line each.")
    )

    class Meta:
        verbose_name = _("issuer of invoices")
        verbose_name_plural = _("issuers of invoices")
        ordering = [F("institution").asc(nulls_first=True)]
        constraints = [
            Unique(
                name="one_issuer_for_each",
                fields=["institution"],
                nulls_distinct=False,
                beside="institution",
                says=_("Whoever this is invoices already."),
            ),
            Check(
                name="issuer_has_a_tax_number",
                condition=~Q(vat_id="") | ~Q(tax_number=""),
                beside="tax_number",
                says=_("An invoice needs a tax number or a VAT id (§ 14 (4) no. 2 UStG)."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self):
        super().clean()
        read_fields(self, country=as_country, vat_id=as_vat_id)
        used = Invoice.objects.filter(number__regex=rf"^{re.escape(self.prefix)}[0-9]{{4}}-[0-9]+$")
        if used.exclude(issuer=self.pk).exists():
            raise ValidationError({"prefix": _("Another issuer has invoices whose numbers begin so.")})


class Series(models.Model):
    """The last number that an issuer has given out in a year; whoever numbers holds the row until the commit."""

    issuer = models.ForeignKey(Issuer, on_delete=models.PROTECT, related_name="series")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            Unique(
                name="one_series_a_year",
                fields=["issuer", "year"],
                beside="year",
                says=_("This issuer has numbers in this year already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.issuer.prefix}{self.year}"


class Invoice(tokens.Nonced):
    """A document as it was issued. `seller` and `buyer` are as they were then; no row of it is ever changed, and none
    deleted before `keep_until`: a trigger refuses it.
    """

    wagtail_reference_index_ignore = True

    number = models.CharField(_("number"), max_length=30, unique=True)
    kind = models.CharField(_("kind"), max_length=10, choices=DocumentKind, default=DocumentKind.INVOICE)
    issuer = models.ForeignKey(Issuer, verbose_name=_("issuer"), on_delete=models.PROTECT, related_name="invoices")
    payment = models.ForeignKey(Payment, verbose_name=_("payment"), on_delete=models.PROTECT, related_name="invoices")
    corrects = models.ForeignKey(
        "self", verbose_name=_("corrects"), on_delete=models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    issued_on = models.DateField(_("date"))
    due_on = models.DateField(_("due by"), null=True, blank=True)
    delivered_from = models.DateField(_("delivered from"))
    delivered_until = models.DateField(_("delivered until"))
    seller = models.JSONField(_("seller"))
    buyer = models.JSONField(_("recipient with address"))
    recipient = models.CharField(_("recipient"), max_length=150)
    language = models.CharField(max_length=2, choices=settings.LANGUAGES, default="de")
    net = models.DecimalField(_("net"), max_digits=10, decimal_places=2)
    tax = models.DecimalField(_("VAT"), max_digits=10, decimal_places=2)
    gross = models.DecimalField(_("total"), max_digits=10, decimal_places=2)
    prepaid = models.DecimalField(_("paid before"), max_digits=10, decimal_places=2, default=0)
    currency = models.CharField(max_length=3, default="EUR")
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    keep_until = models.DateField(_("kept until"))

    class Meta:
        verbose_name = _("invoice")
        verbose_name_plural = _("invoices")
        ordering = ["-issued_on", "-pk"]
        constraints = [
            Check(
                name="invoice_adds_up",
                condition=Q(gross=F("net") + F("tax")),
                beside="gross",
                says=_("Net and VAT must come to the total."),
            ),
            Check(
                name="invoice_charges_something",
                condition=Q(gross__gt=0, tax__gte=0, prepaid__gte=0) & Q(prepaid__lte=F("gross")),
                beside="gross",
                says=_("The total must be more than zero."),
            ),
            Check(
                name="correction_names_its_invoice",
                condition=Q(kind=DocumentKind.CORRECTION, corrects__isnull=False)
                | Q(kind=DocumentKind.INVOICE, corrects=None),
                beside="corrects",
                says=_("A correction names the invoice that it corrects, and only a correction does."),
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    @display(description=_("total"), ordering="gross")
    def sum(self) -> str:
        sign = -1 if self.kind == DocumentKind.CORRECTION else 1
        return as_text(sign * self.gross, self.currency, with_cents=True)

    @property
    @display(description=_("date"), ordering="issued_on")
    def dated(self) -> str:
        return date_format(self.issued_on, "SHORT_DATE_FORMAT")

    @property
    def is_correction(self) -> bool:
        return self.kind == DocumentKind.CORRECTION

    @property
    def to_pay(self) -> Decimal:
        return self.gross - self.prepaid

    @property
    def is_on_account(self) -> bool:
        """Whether it was ordered in writing, by an order number or by a public body."""
        return bool(self.buyer.get("order_number") or self.buyer.get("leitweg_id"))

    def reason_for(self, case: str) -> str:
        """Why no tax is shown for `case`. Our own events are exempt as courses; what an institution offers is by
        whatever number of § 4 it goes by, and a wrong one is worse than none. Whether § 2b UStG applies hangs on the
        day of delivery.
        """
        since = self.issuer.under_2b_since
        if case == TaxCase.OUTSIDE and since and self.delivered_until < since:
            return "Nicht steuerbar nach § 2 Abs. 3 UStG in der bis 31.12.2015 geltenden Fassung (§ 27 Abs. 22 UStG)"
        if case == TaxCase.EXEMPT and self.issuer.institution_id:
            return "Steuerfrei nach § 4 UStG"
        return TaxCase(case).reason

    @property
    def is_for_a_public_body(self) -> bool:
        return bool(self.buyer.get("leitweg_id"))

    @property
    def pdf_url(self) -> str:
        return self.address("pdf")

    @property
    def xml_url(self) -> str:
        return self.address("xml")

    def address(self, form: str) -> str:
        """Of the file behind its secret link; `form` is pdf or xml."""
        return reverse("invoices:file", args=[tokens.make("invoice", self), form])


class InvoiceLine(models.Model):
    wagtail_reference_index_ignore = True

    invoice = models.ForeignKey(Invoice, on_delete=models.CASCADE, related_name="lines")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    quantity = models.DecimalField(max_digits=9, decimal_places=2)
    unit = models.CharField(max_length=3)
    price = models.DecimalField(max_digits=12, decimal_places=4)
    net = models.DecimalField(max_digits=10, decimal_places=2)
    gross = models.DecimalField(max_digits=10, decimal_places=2)
    case = models.CharField(max_length=10, choices=TaxCase)
    since = models.DateField()
    until = models.DateField()

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.text


class InvoiceTax(models.Model):
    """What one treatment comes to; its rate as it was."""

    wagtail_reference_index_ignore = True

    invoice = models.ForeignKey(Invoice, on_delete=models.CASCADE, related_name="taxes")
    case = models.CharField(max_length=10, choices=TaxCase)
    rate = models.DecimalField(max_digits=5, decimal_places=2)
    net = models.DecimalField(max_digits=10, decimal_places=2)
    tax = models.DecimalField(max_digits=10, decimal_places=2)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.case}: {self.net} + {self.tax}"


class Paper(models.Model):
    """The files of an invoice as they were sent: PDF/A-3 with the XML inside (ZUGFeRD), for public bodies the XML of
    XRechnung too; `digest` is the SHA-256 of both.
    """

    wagtail_reference_index_ignore = True

    invoice = models.OneToOneField(Invoice, on_delete=models.CASCADE, primary_key=True, related_name="paper")
    pdf = models.BinaryField()
    xml = models.BinaryField(default=bytes)
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.invoice_id}"


class Reminder(models.Model):
    """A deed: whoever owes an invoice was reminded of it, the third time for the last time."""

    MOST = 3

    invoice = models.ForeignKey(Invoice, verbose_name=_("invoice"), on_delete=models.CASCADE, related_name="reminders")
    step = models.PositiveSmallIntegerField(_("step"))
    sent_at = models.DateTimeField(_("sent at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("released by"), on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        ordering = ["invoice", "step"]
        constraints = [
            Unique(
                name="one_reminder_a_step",
                fields=["invoice", "step"],
                beside="step",
                says=_("This reminder has been sent already."),
            ),
            Check(
                name="reminders_have_three_steps",
                condition=Q(step__gte=1, step__lte=3),
                beside="step",
                says=_("There are three reminders."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.invoice} · {self.step}"


class BookedMonth(models.Model):
    """A deed: the bookings of a closed month, told when it was closed; whoever asks for them later gets the same."""

    wagtail_reference_index_ignore = True

    month = models.ForeignKey(ClosedMonth, on_delete=models.CASCADE, related_name="bookings")
    issuer = models.ForeignKey(Issuer, on_delete=models.PROTECT, related_name="+")
    content = models.BinaryField()
    digest = models.CharField(max_length=64)

    class Meta:
        default_permissions = ()
        constraints = [
            Unique(
                name="one_file_of_bookings_a_month",
                fields=["month", "issuer"],
                beside="month",
                says=_("The bookings of this month have been told already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.issuer} · {self.month}"
