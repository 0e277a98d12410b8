from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from marketplace.kinds import ConsentTo
from marketplace.models.listing import Listing
from portal.database.promises import Check


class Consent(models.Model):
    """A deed, only ever added: somebody who may has consented to what a listing needs consent for.

    It covers every price from `price` on, or every date up to `day`. Written only by `offers.consents`.
    """

    wagtail_reference_index_ignore = True

    listing = models.ForeignKey(Listing, on_delete=models.CASCADE, related_name="consents")
    to = models.CharField(_("to what"), max_length=10, choices=ConsentTo)
    words = models.CharField(_("who has consented, and when"), max_length=200)
    price = models.DecimalField(_("price"), max_digits=10, decimal_places=2, null=True, blank=True)
    day = models.DateField(_("day"), null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("noted by"), on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(_("noted at"))

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["at", "pk"]
        constraints = [
            Check(
                name="consent_says_to_what",
                condition=Q(price__isnull=False, day__isnull=True) | Q(price__isnull=True, day__isnull=False),
                beside="to",
                says=_("A consent names a price or a day."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_to_display()}: {self.words}"

    def covers(self, value) -> bool:
        """`value`: the price or the date that needs consent."""
        return self.price <= value if self.price is not None else self.day >= value
