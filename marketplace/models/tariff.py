from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from marketplace.kinds import PriceGroup, Unit, Vat
from marketplace.models.listing import Listing
from portal.database.promises import Check
from portal.language.languages import in_language


class Tariff(models.Model):
    """A fact: what a unit costs a group of users from a day on. Where none fits, the listing's own price counts."""

    listing = models.ForeignKey(Listing, verbose_name=_("listing"), on_delete=models.CASCADE, related_name="tariffs")
    # Empty: everybody.
    group = models.CharField(_("price group"), max_length=10, choices=PriceGroup, blank=True)
    unit = models.CharField(_("unit"), max_length=10, choices=Unit)
    net = models.DecimalField(_("net price"), max_digits=8, decimal_places=2, validators=[MinValueValidator(0)])
    # In money, of one order.
    minimum = models.DecimalField(
        _("at least"), max_digits=8, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    vat = models.CharField(_("VAT"), max_length=10, choices=Vat, default=Vat.NOT_SHOWN)
    label_de = models.CharField(_("label (German)"), max_length=80, blank=True)
    label_en = models.CharField(_("label (English)"), max_length=80, blank=True)

    label = in_language("label")

    class Meta:
        verbose_name = _("tariff")
        verbose_name_plural = _("tariffs")
        ordering = ["group", "unit", "valid_from", "pk"]
        constraints = [
            Check(
                name="tariff_not_negative",
                condition=Q(net__gte=0) & (Q(minimum__isnull=True) | Q(minimum__gte=0)),
                beside="net",
                says=_("Prices must not be negative."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_group_display()} {self.net} {self.get_unit_display()}".strip()
