"""Blocks that show what is new. Events and listings are drawn by tags of the apps above (templates may look up)."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.language import languages

from .links import OptionalLinkBlock


class NewestBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("heading"), max_length=120, required=False)
    number = blocks.IntegerBlock(label=_("how many"), min_value=1, max_value=12, default=4)
    more = OptionalLinkBlock(label=_("link to all of them"))


class EventsBlock(NewestBlock):
    class Meta:
        icon = "date"
        label = _("upcoming events")
        description = _("The next dates, always current.")
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
    def get_context(self, value, parent_context=None):
        # Imported here: blocks stand below the pages that hold them.
        from home.pages import NewsPage

        articles = NewsPage.objects.filter(locale__language_code=languages.current(), alias_of=None).live().public()
        shown = articles.newest().with_faces()[: value["number"] or 3]
        return super().get_context(value, parent_context) | {"articles": shown}

    class Meta:
        icon = "doc-full-inverse"
        label = _("latest news")
        description = _("The latest articles with teaser.")
        template = "home/blocks/news.html"
        preview_value = {"heading": "", "number": 3, "more": {"text": _("All of them"), "address": "/"}}
