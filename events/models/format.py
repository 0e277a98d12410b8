"""The list of formats: coaching, matching, workshop, talk …"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from events.kinds import Tone
from portal.language.languages import in_language


class EventFormat(models.Model):
    """A row of the editable list."""

    slug = models.SlugField(unique=True)
    name_de = models.CharField(_("name (German)"), max_length=60)
    name_en = models.CharField(_("name (English)"), max_length=60)
    tone = models.CharField(_("colour"), max_length=8, choices=Tone, default=Tone.BOOK)

    name = in_language("name")

    class Meta:
        verbose_name = _("event format")
        verbose_name_plural = _("event formats")
        ordering = ["name_de"]

    def __str__(self) -> str:
        return self.name
