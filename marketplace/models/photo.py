from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from marketplace.models.resource import Resource


class ResourcePhoto(models.Model):
    """A photo of a thing after its first one, which is `Resource.photo`; in the order in which they are shown."""

    resource = models.ForeignKey(
        Resource, verbose_name=_("resource"), on_delete=models.CASCADE, related_name="more_photos"
    )
    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("photo"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    position = models.PositiveSmallIntegerField(_("position"))

    class Meta:
        verbose_name = _("further photo")
        verbose_name_plural = _("further photos")
        ordering = ["resource", "position", "pk"]

    def __str__(self) -> str:
        return str(self.image)
