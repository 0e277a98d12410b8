from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from marketplace.models.listing import Listing
from portal.database.promises import Unique


class ListingText(models.Model):
    """The words of a listing, once per language. Written by its institution, plain text."""

    listing = models.ForeignKey(Listing, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    title = models.CharField(_("title"), max_length=150)
    description = models.TextField(_("description"), max_length=6000)

    class Meta:
        verbose_name = _("text")
        verbose_name_plural = _("texts")
        ordering = ["listing", "language"]
        constraints = [
            Unique(
                name="one_text_per_language",
                fields=["listing", "language"],
                beside="language",
                says=_("The listing has a text in this language already."),
            )
        ]

    def __str__(self) -> str:
        return self.title
