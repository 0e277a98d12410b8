from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from portal.language.languages import in_language


class CategoryManager(models.Manager):
    def general(self) -> "Category":
        """Where a listing stands until somebody sorts it."""
        return self.get_or_create(
            slug="general", defaults={"name_de": "Allgemein", "name_en": "General", "drawing": "general"}
        )[0]


class Category(models.Model):
    """What sort of thing: microscopy, cooling, service. `drawing` stands in where a listing has no photo."""

    slug = models.SlugField(_("short name"), unique=True)
    name_de = models.CharField(_("name (German)"), max_length=100)
    name_en = models.CharField(_("name (English)"), max_length=100)
    drawing = models.SlugField(
        _("drawing"), default="general", help_text=_("Name of the drawing shown for listings without a photo.")
    )

    name = in_language("name")
    objects = CategoryManager()

    panels = [FieldPanel("name_de"), FieldPanel("name_en"), FieldPanel("slug"), FieldPanel("drawing")]

    class Meta:
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering = ["name_de"]

    def __str__(self) -> str:
        return self.name
