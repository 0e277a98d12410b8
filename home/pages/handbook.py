"""The handbook for staff: short pages, one task each, read in the admin and nowhere else."""

from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageViewRestriction

from home.blocks.words import PictureBlock, TextBlock
from home.pages.bodies import LEAD, NamedByTitle

ROOT_DEPTH = 2

BOOK = blocks.StreamBlock(
    [
        ("text", TextBlock()),
        ("image", PictureBlock()),
        ("tip", blocks.TextBlock(icon="help", label=_("tip"), template="home/blocks/tip.html", max_length=500)),
    ],
    required=False,
)


class HandbookPage(NamedByTitle, Page):
    """The book (beside the home pages, so that no site serves it), and its chapters below."""

    lead = models.CharField(_("lead paragraph"), max_length=300, blank=True)
    body = StreamField(BOOK, verbose_name=_("content"), blank=True)

    page_description = _("A page of the handbook: one task, in a few steps. Only staff read it.")
    parent_page_types = ["wagtailcore.Page", "home.HandbookPage"]
    subpage_types = ["home.HandbookPage"]
    content_panels = [*Page.content_panels, LEAD, FieldPanel("body")]

    class Meta:
        verbose_name = _("handbook page")
        verbose_name_plural = _("handbook pages")

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        # Search, sitemap and feeds ask for public pages only. Translating copies restrictions: there may be two.
        if self.depth == ROOT_DEPTH and not self.view_restrictions.exists():
            self.view_restrictions.create(restriction_type=PageViewRestriction.LOGIN)

    def serve(self, request, *args, **kwargs):
        raise Http404
