"""What is left of a payment for an event that was called off, for another one."""

from django.contrib.admin import display
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from portal.database.promises import Check
from portal.language.money import as_text
from portal.payments.models.payment import Payment


class Credit(models.Model):
    """A voucher in the currency of its payment, taxed when it is used (§ 3 (15) UStG). Written by `credit.verbs`."""

    wagtail_reference_index_ignore = True

    payment = models.OneToOneField(Payment, verbose_name=_("payment"), on_delete=models.CASCADE, related_name="credit")
    code = models.CharField(_("code"), max_length=14, unique=True)
    amount = models.DecimalField(_("amount"), max_digits=10, decimal_places=2)
    left = models.DecimalField(_("left"), max_digits=10, decimal_places=2)
    valid_until = models.DateField(_("valid until"))
    created_at = models.DateTimeField(_("taken at"))

    class Meta:
        verbose_name = _("voucher for a called-off event")
        verbose_name_plural = _("vouchers for called-off events")
        ordering = ["-created_at"]
        constraints = [
            Check(
                name="credit_never_overused",
                condition=Q(left__gte=0, left__lte=F("amount")),
                beside="left",
                says=_("No more can be used than the voucher is worth."),
            )
        ]

    def __str__(self) -> str:
        return self.code

    @property
    @display(description=_("left"))
    def sum_left(self) -> str:
        return as_text(self.left, self.payment.currency, with_cents=True)
