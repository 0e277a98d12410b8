from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from home.blocks import BODY
from home.found.roles import roles_of
from home.models.facts import Section
from home.pages.bodies import LEAD, InTabs, WithBody
from portal.caching.everybody import ForEverybody


class SectionIndexPage(ForEverybody, InTabs, Page):
    """All thematic sections."""

    lead = models.CharField(_("lead paragraph"), max_length=400, blank=True)

    page_description = _("The list of the thematic sections.")
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.SectionPage"]
    content_panels = [*Page.content_panels, LEAD]

    class Meta:
        verbose_name = _("section index")
        verbose_name_plural = _("section indexes")

    def shown(self, request) -> dict:
        pages = SectionPage.objects.child_of(self).live().select_related("section__logo").order_by("path")
        return super().shown(request) | {"sections": pages}


class SectionPage(WithBody, InTabs, Page):
    """Words about a section; chair and members are facts."""

    section = models.ForeignKey(Section, verbose_name=_("section"), on_delete=models.PROTECT, related_name="pages")
    lead = models.CharField(_("lead paragraph"), max_length=400, blank=True)
    body = StreamField(BODY, verbose_name=_("content"), blank=True)

    loads_with = ("section__logo", "section__contact")
    page_description = _("Introduces a section. Chair, deputy and members come from the section itself.")
    parent_page_types = ["home.SectionIndexPage"]
    subpage_types = ["home.JoinPage"]
    content_panels = [
        *Page.content_panels,
        FieldPanel("section"),
        LEAD,
        FieldPanel("body"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("lead"), index.SearchField("body")]

    class Meta:
        verbose_name = _("section page")
        verbose_name_plural = _("section pages")

    def shown(self, request) -> dict:
        joining = self.get_children().live().order_by("path").first()
        return super().shown(request) | {"section": self.section, "joining": joining} | roles_of(self.section)
