from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from home.blocks import BODY
from home.pages.bodies import LEAD, InTabs, WithBody


class StandardPage(WithBody, InTabs, Page):
    """Anything that has no type of its own: about us, funding, imprint, privacy, accessibility."""

    lead = models.CharField(_("lead paragraph"), max_length=400, blank=True)
    body = StreamField(BODY, verbose_name=_("content"), blank=True)

    page_description = _("A page of text and blocks. Pages below it appear as a list of contents.")
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage", "home.JoinPage", "coaching.CoachingPage"]
    content_panels = [*Page.content_panels, LEAD, FieldPanel("body")]
    search_fields = [*Page.search_fields, index.SearchField("lead"), index.SearchField("body")]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")

    def shown(self, request) -> dict:
        children = self.get_children().live().in_menu().order_by("path")
        return super().shown(request) | {"children": children}
