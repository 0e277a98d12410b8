"""Blocks that show what is new, drawn by tags that stand above them (templates may look up)."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .links import OptionalLinkBlock


class NewestBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("heading"), max_length=120, required=False)
    number = blocks.IntegerBlock(label=_("how many"), min_value=1, max_value=12, default=4)
    more = OptionalLinkBlock(label=_("link to all of them"))


class EventsBlock(NewestBlock):
    class Meta:
        icon = "date"
        label = _("upcoming events")
        description = _("The next dates that guests can still come to, always current.")
        template = "home/blocks/events.html"
        preview_value = {"heading": "", "number": 3, "more": {"text": _("All of them"), "address": "/"}}


class ListingsBlock(NewestBlock):
    class Meta:
        icon = "tag"
        label = _("newest listings")
        description = _("What was released last on the marketplace.")
        template = "home/blocks/listings.html"
        preview_value = {"heading": "", "number": 4, "more": {"text": _("All of them"), "address": "/"}}


class NewsBlock(NewestBlock):
    class Meta:
        icon = "doc-full-inverse"
        label = _("latest news")
        description = _("The latest articles with teaser.")
        template = "home/blocks/news.html"
        preview_value = {"heading": "", "number": 3, "more": {"text": _("All of them"), "address": "/"}}
