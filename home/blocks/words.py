"""Blocks that say something: text, image, quote, goal, link list, downloads, call to action."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

from . import examples
from .links import LinkBlock

FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]
SHORT_FEATURES = ["bold", "italic", "ol", "ul", "link"]


class TextBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs):
        kwargs.setdefault("features", FEATURES)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("text")
        description = _("Paragraphs with headings, lists and links.")
        template = "home/blocks/text.html"
        preview_value = "<h2>Lorem ipsum</h2><p>Dolor sit amet, <b>consectetur</b> adipiscing elit.</p>"


class PictureBlock(blocks.StructBlock):
    image = ImageBlock(label=_("image"))
    caption = blocks.CharBlock(label=_("caption"), max_length=250, required=False)

    class Meta:
        icon = "image"
        label = _("image")
        description = _("An image with its credit and, if you like, a caption.")
        template = "home/blocks/image.html"
        preview_value = {"image": None, "caption": _("A caption says what the image does not show.")}

    def get_preview_context(self, value, parent_context=None):
        return (parent_context or {}) | {"is_example": True}


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("quotation"), max_length=800)
    person = blocks.CharBlock(label=_("person"), max_length=120)
    function = blocks.CharBlock(label=_("function"), max_length=150, required=False)

    class Meta:
        icon = "openquote"
        label = _("quotation")
        description = _("What somebody said, with name and function.")
        template = "home/blocks/quote.html"
        preview_value = {
            "text": _("Together we use our devices twice as well."),
            "person": "Dr. Jana Beispiel",
            "function": _("Head of the imaging unit"),
        }


class GoalBlock(blocks.StructBlock):
    goals = blocks.ListBlock(blocks.CharBlock(max_length=250), label=_("goals"), min_num=1)
    measures = blocks.ListBlock(blocks.CharBlock(max_length=250), label=_("measures"), min_num=1)
    benefits = blocks.ListBlock(blocks.CharBlock(max_length=250), label=_("benefits"), min_num=1)

    class Meta:
        icon = "tasks"
        label = _("goal, measure, benefit")
        description = _("What a project aims for, what it does and who benefits.")
        template = "home/blocks/goal.html"
        preview_value = {
            "goals": [_("Shorter ways from the idea to the patient")],
            "measures": [_("A shared register of devices and services")],
            "benefits": [_("Start-ups work without an investment of their own")],
        }


class LinksBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("heading"), max_length=120, required=False)
    links = blocks.ListBlock(LinkBlock(), label=_("links"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("link list")
        description = _("Further reading, inside and outside of the portal.")
        template = "home/blocks/links.html"
        preview_value = {
            "heading": _("Further reading"),
            "links": [{"text": "example.org", "address": "https://example.org"}],
        }


class DownloadBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("document"))
    title = blocks.CharBlock(
        label=_("title"), max_length=150, required=False, help_text=_("Empty: the title of the document.")
    )

    class Meta:
        icon = "doc-full"
        label = _("document")


class DownloadsBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("heading"), max_length=120, required=False)
    documents = blocks.ListBlock(DownloadBlock(), label=_("documents"), min_num=1)

    class Meta:
        icon = "download"
        label = _("downloads")
        description = _("Documents with their type and size.")
        template = "home/blocks/downloads.html"

    def get_preview_value(self):
        return self.normalize({"heading": _("Downloads"), "documents": [{"document": examples.paper(), "title": ""}]})


class CallBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("heading"), max_length=120)
    text = blocks.RichTextBlock(label=_("text"), features=SHORT_FEATURES, required=False)
    link = LinkBlock(label=_("link"))

    class Meta:
        icon = "redirect"
        label = _("call to action")
        description = _("One thing that the reader should do next.")
        template = "home/blocks/call.html"
        preview_value = {
            "heading": _("Join the cluster"),
            "text": "",
            "link": {"text": _("Become a member"), "address": "/"},
        }
