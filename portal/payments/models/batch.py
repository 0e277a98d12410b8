from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.database.promises import Check, Unique
from portal.language.money import as_text
from portal.payments.models.payment import Payment
from portal.payments.states import BatchState


class PayerAccount(models.Model):
    """A fact: whose account a transfer came from, or where the payer wants it back. It goes when it serves nothing any
    more (`retention`).
    """

    payment = models.OneToOneField(Payment, on_delete=models.CASCADE, primary_key=True, related_name="payer_account")
    holder = models.CharField(_("account holder"), max_length=70)
    iban = models.CharField("IBAN", max_length=34)
    noted_at = models.DateTimeField(_("noted at"))

    class Meta:
        verbose_name = _("account of a payer")
        verbose_name_plural = _("accounts of payers")
        default_permissions = ()

    def __str__(self) -> str:
        return self.payment.reference

    @property
    def masked(self) -> str:
        return f"{self.iban[:4]} … {self.iban[-4:]}"


class Batch(models.Model):
    """A deed: refunds that leave together as one file for the bank. `xml` and `csv` are what was made then, `digest`
    the SHA-256 of both; they go with the accounts in them, some time after the money has left.
    """

    wagtail_reference_index_ignore = True

    number = models.PositiveIntegerField(_("number"), unique=True)
    state = models.CharField(_("state"), max_length=10, choices=BatchState, default=BatchState.MADE)
    execute_on = models.DateField(_("to be carried out on"))
    total = models.DecimalField(_("sum"), max_digits=12, decimal_places=2)
    xml = models.BinaryField(default=bytes)
    csv = models.BinaryField(default=bytes)
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField(_("made at"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("made by"), on_delete=models.SET_NULL, null=True, related_name="+"
    )
    settled_at = models.DateTimeField(_("settled at"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("settled by"), on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("file of transfers")
        verbose_name_plural = _("files of transfers")
        ordering = ["-number"]
        default_permissions = ()
        constraints = [
            Check(
                name="settled_batch_knows_when",
                condition=models.Q(state=BatchState.MADE, settled_at=None)
                | (~models.Q(state=BatchState.MADE) & models.Q(settled_at__isnull=False)),
                beside="settled_at",
                says=_("What is settled says when."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} · {self.sum}"

    def get_absolute_url(self) -> str:
        return reverse("payment_batch", args=[self.pk])

    @property
    def name(self) -> str:
        """What the bank shows as the id of the message."""
        return f"TP-SEPA-{self.number:05d}"

    @property
    def sum(self) -> str:
        return as_text(self.total, with_cents=True)

    @property
    def is_made(self) -> bool:
        return self.state == BatchState.MADE


class Transfer(models.Model):
    """One line of a batch; the account is that of the moment, and forgotten with the file."""

    wagtail_reference_index_ignore = True

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="transfers")
    payment = models.ForeignKey(Payment, on_delete=models.CASCADE, related_name="transfers_back")
    amount = models.DecimalField(_("amount"), max_digits=10, decimal_places=2)
    holder = models.CharField(_("account holder"), max_length=70, blank=True)
    iban = models.CharField("IBAN", max_length=34, blank=True)

    class Meta:
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            Unique(
                name="a_payment_stands_once_in_a_batch",
                fields=["batch", "payment"],
                beside="payment",
                says=_("This payment stands in the file already."),
            ),
            Check(
                name="a_transfer_is_positive",
                condition=models.Q(amount__gt=0),
                beside="amount",
                says=_("The amount must be more than zero."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.payment.reference} · {self.sum}"

    @property
    def sum(self) -> str:
        return as_text(self.amount, with_cents=True)
