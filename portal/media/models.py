"""Images: re-encoded on upload so that no camera, place or owner travels along; with credit and description."""

import secrets
from pathlib import Path

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, get_upload_to
from wagtail.images.models import Image as WagtailImage

from portal.database.promises import Check
from portal.language import languages
from portal.media.cleaning import CleanFile, without_metadata
from portal.media.fields import CleanImageField


class PortalImage(AbstractImage):
    file = CleanImageField(_("file"), upload_to=get_upload_to, width_field="width", height_field="height")
    credit = models.CharField(
        _("credit"),
        max_length=200,
        help_text=_("Shown beside the image, for example “© XotonicsMED GmbH”. Use “drawing” for our own drawings."),
    )
    credit_en = models.CharField(
        _("credit (English)"),
        max_length=200,
        blank=True,
        help_text=_("For English readers; without it they read the German one."),
    )
    description_en = models.CharField(
        _("description (English)"),
        max_length=255,
        blank=True,
        help_text=_("What can be seen, for English readers; without it they are told the German one."),
    )
    licence_until = models.DateField(
        _("licence until"),
        null=True,
        blank=True,
        help_text=_("The last day on which we may show it. Empty: without an end."),
    )
    is_decorative = models.BooleanField(
        _("decoration only"),
        default=False,
        help_text=_(
            "Tick this only if the image says nothing that the text does not say; screen readers then skip it."
        ),
    )

    admin_form_fields = (
        *WagtailImage.admin_form_fields,
        "description_en",
        "credit",
        "credit_en",
        "licence_until",
        "is_decorative",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        constraints = [
            Check(
                name="image_has_alt_text_or_is_decoration",
                condition=models.Q(is_decorative=True) | ~models.Q(description=""),
                beside="description",
                says=_("Describe what can be seen, or tick “decoration only”."),
            )
        ]

    def get_upload_to(self, filename):
        """A name that nobody guesses; its cuts, which everybody may fetch, are named after it."""
        return f"original_images/{secrets.token_hex(16)}{Path(filename).suffix.lower()}"

    def save(self, *args, **kwargs):
        # Cleaned before the field does it, so that size and hash are those of what is stored.
        if self.file and not self.file._committed and not isinstance(self.file.file, CleanFile):
            self.file = without_metadata(self.file)
            self._set_image_file_metadata()
        super().save(*args, **kwargs)

    @property
    def default_alt_text(self) -> str:
        if self.is_decorative:
            return ""
        return (self.description_en if languages.current() == "en" else "") or self.description

    @property
    def shown_credit(self) -> str:
        """Whose the picture is, in the reader's language."""
        return (self.credit_en if languages.current() == "en" else "") or self.credit


class PortalRendition(AbstractRendition):
    image = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
