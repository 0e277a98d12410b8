"""Who gets an invoice, as people say it."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.database.promises import Unique
from portal.invoices.identifiers import as_country, as_leitweg_id, as_vat_id
from portal.language.mailbox_fields import MailboxField

COUNTRY = RegexValidator(r"^[A-Z]{2}\Z", _("Two capital letters, such as DE."))


def read_fields(row: models.Model, **readers) -> None:
    """Each field as its reader writes it; what a reader refuses stands beside its field."""
    wrong = {}
    for name, read in readers.items():
        try:
            setattr(row, name, read(getattr(row, name)))
        except ValidationError as error:
            wrong[name] = error.messages
    if wrong:
        raise ValidationError(wrong)


class Recipient(models.Model):
    """Who gets an invoice, as somebody typed it."""

    name = models.CharField(_("institution or name"), max_length=150)
    person = models.CharField(_("department or person"), max_length=150, blank=True)
    street = models.CharField(_("street"), max_length=120)
    postal_code = models.CharField(_("postal code"), max_length=10)
    city = models.CharField(_("city"), max_length=80)
    country = models.CharField(_("country"), max_length=2, default="DE", validators=[COUNTRY])
    email = MailboxField(
        _("email for the invoice"), blank=True, help_text=_("Only if somebody else than you shall get it.")
    )
    order_number = models.CharField(_("order number"), max_length=60, blank=True)
    cost_centre = models.CharField(_("cost centre"), max_length=60, blank=True)
    vat_id = models.CharField(_("VAT id"), max_length=20, blank=True)
    leitweg_id = models.CharField(
        "Leitweg-ID",
        max_length=46,
        blank=True,
        help_text=_("Public bodies: with it you get an XRechnung as well."),
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    def clean(self):
        super().clean()
        read_fields(self, country=as_country, vat_id=as_vat_id, leitweg_id=as_leitweg_id)


class Billing(Recipient):
    """Who gets the invoice for a deed (a registration, an order): said when it was asked for, before any money was, or
    behind the link of its payment. Each payment that is asked for the deed is invoiced to them.
    """

    wagtail_reference_index_ignore = True

    purpose_type = models.ForeignKey(ContentType, on_delete=models.PROTECT)
    purpose_id = models.BigIntegerField()
    purpose = GenericForeignKey("purpose_type", "purpose_id")
    # Whose deed it is: by this address the person is found again, and may be forgotten.
    asked_by = MailboxField(_("email"), blank=True)

    class Meta:
        verbose_name = _("recipient of an invoice")
        verbose_name_plural = _("recipients of invoices")
        indexes = [models.Index(fields=["asked_by"])]
        constraints = [
            Unique(
                name="one_billing_per_deed",
                fields=["purpose_type", "purpose_id"],
                beside="purpose_id",
                says=_("Who gets the invoice for this has been said already."),
            )
        ]


class UsualRecipient(Recipient):
    """To whom the invoices of an account go as a rule; fills in the forms."""

    wagtail_reference_index_ignore = True

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="usual_recipient"
    )

    class Meta:
        verbose_name = _("usual recipient of invoices")
        verbose_name_plural = _("usual recipients of invoices")
