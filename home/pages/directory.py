from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from home.found.directory import directory_list
from home.pages.bodies import LEAD, InTabs
from portal.caching.everybody import ForEverybody
from portal.look.in_place import InPlace


class DirectoryPage(ForEverybody, InPlace, InTabs, Page):
    """The door to the institutions, with filters; counts are computed."""

    lead = models.CharField(_("lead paragraph"), max_length=400, blank=True)

    part = "home/parts/directory_found.html"
    page_description = _("The directory of institutions. The institutions themselves are kept under “Institutions”.")
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    content_panels = [*Page.content_panels, LEAD]

    class Meta:
        verbose_name = _("directory")
        verbose_name_plural = _("directories")

    def shown(self, request) -> dict:
        return super().shown(request) | directory_list(request.GET, self.url or "")
