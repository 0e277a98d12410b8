"""The region as a block: what stands where, always current."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .newest import Remembered


class RegionBlock(Remembered, blocks.StructBlock):
    heading = blocks.CharBlock(label=_("heading"), max_length=120, required=False)

    class Meta:
        icon = "site"
        label = _("region map")
        description = _("The districts with their institutions and listings, as a map and as a list.")
        template = "home/blocks/region.html"
        preview_value = {"heading": ""}
