"""Blocks of event pages: one line of the agenda."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.words import DownloadsBlock, LinksBlock, PictureBlock


class AgendaItemBlock(blocks.StructBlock):
    day = blocks.CharBlock(
        label=_("day"),
        max_length=40,
        required=False,
        help_text=_("Only for the first item of a further day, for example “Wednesday, 27 April”."),
    )
    time = blocks.TimeBlock(label=_("time"))
    title = blocks.CharBlock(label=_("title"), max_length=150)
    text = blocks.CharBlock(label=_("speaker or note"), max_length=250, required=False)
    is_break = blocks.BooleanBlock(label=_("break"), required=False)

    class Meta:
        icon = "time"
        label = _("agenda item")


AGENDA = blocks.StreamBlock([("item", AgendaItemBlock())], required=False)
GALLERY = blocks.StreamBlock([("image", PictureBlock())], required=False)
MATERIAL = blocks.StreamBlock([("downloads", DownloadsBlock()), ("links", LinksBlock())], required=False)
