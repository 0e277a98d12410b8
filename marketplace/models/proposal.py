from django.conf import settings
from django.contrib.postgres.fields import DateTimeRangeField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from marketplace.kinds import Side, Unit, Vat
from marketplace.models.order import Order
from portal.database.promises import Check
from portal.language.money import cents


class Proposal(models.Model):
    """A deed, only ever added: the terms that one side puts on the table. The last one counts.

    Another time, a quote, the price of a service, a best offer and a counter-offer are all this. The first is what was
    asked for. Written only by `orders.bargain`.
    """

    wagtail_reference_index_ignore = True

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="proposals")
    side = models.CharField(_("side"), max_length=8, choices=Side)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.SET_NULL, null=True, related_name="+"
    )
    period = DateTimeRangeField(_("period"), null=True, blank=True)
    # None: by arrangement.
    price = models.DecimalField(_("price"), max_digits=10, decimal_places=2, null=True, blank=True)
    message = models.TextField(_("message"), blank=True, max_length=1000)
    made_at = models.DateTimeField(_("made at"))
    # None for what was asked for.
    until = models.DateTimeField(_("stands until"), null=True, blank=True)

    class Meta:
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        ordering = ["made_at", "pk"]

    def __str__(self) -> str:
        return f"{self.order.number} · {self.get_side_display()}"

    @property
    def is_the_owners(self) -> bool:
        return self.side == Side.OWNER


class Line(models.Model):
    """What is charged and why: of a proposal, or, without one, of the order as it was agreed. Never changed."""

    wagtail_reference_index_ignore = True

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="lines")
    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, null=True, blank=True, related_name="lines")
    position = models.PositiveSmallIntegerField(_("position"), default=1)
    text = models.CharField(_("text"), max_length=250)
    quantity = models.DecimalField(_("quantity"), max_digits=9, decimal_places=2, default=1)
    unit = models.CharField(_("unit"), max_length=10, choices=Unit, blank=True)
    net = models.DecimalField(_("net price"), max_digits=10, decimal_places=2)
    vat = models.CharField(_("VAT"), max_length=10, choices=Vat, default=Vat.NOT_SHOWN)
    total = models.DecimalField(_("total"), max_digits=10, decimal_places=2)

    class Meta:
        verbose_name = _("line")
        verbose_name_plural = _("lines")
        ordering = ["position", "pk"]
        constraints = [
            Check(
                name="line_total_not_negative",
                condition=Q(total__gte=0),
                beside="total",
                says=_("The total must not be negative."),
            )
        ]

    def __str__(self) -> str:
        return self.text

    @staticmethod
    def total_of(quantity, net, vat: str):
        """Gross, in whole cents."""
        return cents(quantity * net * (1 + Vat(vat).rate))
