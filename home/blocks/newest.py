"""Blocks that show what is new, drawn by tags that stand above them (templates may look up)."""

import json

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.caching.remember import remembered
from portal.language import languages

from .links import OptionalLinkBlock


class Remembered:
    """Mixin for blocks that show everybody the same: drawn once in a process, until something they show changes.

    What they show they ask for themselves; of the page around them and its reader they know nothing but the language.
    """

    def render(self, value, context=None):
        said = json.dumps(self.get_prep_value(value), sort_keys=True, default=str)
        key = f"{type(self).__name__}:{languages.current()}:{said}"
        return remembered(key, lambda: super(Remembered, self).render(value, context), shared=True)


class NewestBlock(Remembered, blocks.StructBlock):
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
