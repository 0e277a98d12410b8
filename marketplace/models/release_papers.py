from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from marketplace.models.listing import Listing


class ReleasePapers(models.Model):
    """What must be settled before a thing of an institution may leave it (§ 63 of the federal and state budget codes,
    funding conditions, decontamination). Never shown in public, the decontamination and data statements excepted."""

    listing = models.OneToOneField(Listing, on_delete=models.CASCADE, primary_key=True, related_name="papers")
    inventory_number = models.CharField(_("inventory number"), max_length=60, blank=True)
    book_value = models.DecimalField(
        _("book value in euros"),
        max_digits=10,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    market_value = models.DecimalField(
        _("market value in euros"),
        max_digits=10,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    market_value_source = models.CharField(_("source of the market value"), max_length=200, blank=True)
    not_needed = models.BooleanField(_("no longer needed by the institution"), default=False)
    decontaminated_on = models.DateField(_("decontaminated on"), null=True, blank=True)
    data_erased = models.BooleanField(
        _("data erased"), null=True, blank=True, help_text=_("Leave empty if the item stores no data.")
    )
    tied_until = models.DateField(
        _("bound by its grant until"),
        null=True,
        blank=True,
        help_text=_("The grant forbids sale and gift up to this day."),
    )

    class Meta:
        verbose_name = _("release papers")
        verbose_name_plural = _("release papers")

    def __str__(self) -> str:
        return f"{self.inventory_number} · {self.listing_id}"

    def is_settled(self, paper: str) -> bool:
        """Is the field `paper` filled so that the thing may go?"""
        value = getattr(self, paper)
        if paper == "tied_until":
            return True  # a day that lies ahead asks for consent: `consents`
        if paper == "data_erased":
            return value is not False
        return value is not None and value != "" and value is not False

    def missing(self, papers) -> list:
        """The labels of those `papers` that are not settled."""
        field = self._meta.get_field
        return [field(paper).verbose_name for paper in papers if not self.is_settled(paper)]
