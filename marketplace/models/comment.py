from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from marketplace.models.listing import Listing


class ReleaseComment(models.Model):
    """What staff say to each other about a listing that waits. A deed, written by `offering.comment`."""

    listing = models.ForeignKey(Listing, on_delete=models.CASCADE, related_name="release_comments")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    text = models.TextField(_("comment"), max_length=2000)
    written_at = models.DateTimeField(_("written at"))

    class Meta:
        verbose_name = _("comment on a release")
        verbose_name_plural = _("comments on releases")
        ordering = ["written_at", "pk"]

    def __str__(self) -> str:
        return self.text[:60]
