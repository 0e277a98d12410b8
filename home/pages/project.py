from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from home.blocks import BODY
from home.found.related import project_facts
from home.models.facts import Project
from home.pages.bodies import LEAD, InTabs, WithBody
from portal.caching.everybody import ForEverybody


class ProjectIndexPage(ForEverybody, InTabs, Page):
    """All projects, running ones first."""

    lead = models.CharField(_("lead paragraph"), max_length=400, blank=True)

    page_description = _("The list of the funded projects.")
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.ProjectPage"]
    content_panels = [*Page.content_panels, LEAD]

    class Meta:
        verbose_name = _("project index")
        verbose_name_plural = _("project indexes")

    def shown(self, request) -> dict:
        pages = ProjectPage.objects.child_of(self).live().select_related("project").order_by("-project__starts_on")
        return super().shown(request) | {"projects": pages}


class ProjectPage(WithBody, InTabs, Page):
    """Words about a project; period, partners and funders are facts."""

    project = models.ForeignKey(Project, verbose_name=_("project"), on_delete=models.PROTECT, related_name="pages")
    lead = models.CharField(_("lead paragraph"), max_length=600, blank=True)
    body = StreamField(BODY, verbose_name=_("content"), blank=True)

    loads_with = ("project",)
    page_description = _("Introduces a project. Period, partners and funders come from the project itself.")
    parent_page_types = ["home.ProjectIndexPage"]
    subpage_types = []
    content_panels = [
        *Page.content_panels,
        FieldPanel("project"),
        LEAD,
        FieldPanel("body"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("lead"), index.SearchField("body")]

    class Meta:
        verbose_name = _("project page")
        verbose_name_plural = _("project pages")

    def shown(self, request) -> dict:
        return super().shown(request) | project_facts(self.project, self.locale.language_code)
