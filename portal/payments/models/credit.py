"""What is left of a payment for an event that was called off, for another one."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from portal.database.promises import Check
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


class Redemption(models.Model):
    """A deed: a voucher has paid `amount` of `payment`, the whole or a part of it. Never changed."""

    wagtail_reference_index_ignore = True

    credit = models.ForeignKey(Credit, on_delete=models.CASCADE, related_name="redemptions")
    payment = models.ForeignKey(Payment, on_delete=models.CASCADE, related_name="redemptions")
    amount = models.DecimalField(_("amount"), max_digits=10, decimal_places=2)
    at = models.DateTimeField(_("used at"))

    class Meta:
        verbose_name = _("use of a voucher")
        verbose_name_plural = _("uses of vouchers")
        default_permissions = ()
        constraints = [
            Check(
                name="redemption_is_positive",
                condition=Q(amount__gt=0),
                beside="amount",
                says=_("A part is more than nothing."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.credit} · {self.amount}"
