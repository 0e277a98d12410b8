from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .facts import FundingBlock, PeopleBlock
from .newest import EventsBlock, ListingsBlock, NewsBlock
from .region import RegionBlock
from .words import CallBlock, DownloadsBlock, GoalBlock, LinksBlock, PictureBlock, QuoteBlock, TextBlock

SAY, SHOW, NEW = _("Words"), _("Facts"), _("What is new")

BODY = blocks.StreamBlock(
    [
        ("text", TextBlock(group=SAY)),
        ("image", PictureBlock(group=SAY)),
        ("quote", QuoteBlock(group=SAY)),
        ("goal", GoalBlock(group=SAY)),
        ("links", LinksBlock(group=SAY)),
        ("downloads", DownloadsBlock(group=SAY)),
        ("call", CallBlock(group=SAY)),
        ("people", PeopleBlock(group=SHOW)),
        ("funding", FundingBlock(group=SHOW)),
        ("region", RegionBlock(group=SHOW)),
        ("events", EventsBlock(group=NEW)),
        ("listings", ListingsBlock(group=NEW)),
        ("news", NewsBlock(group=NEW)),
    ],
    required=False,
)
