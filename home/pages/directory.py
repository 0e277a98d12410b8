from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from home.found.directory import directory_list
from home.pages.bodies import LEAD, InTabs
from portal.look.in_place import InPlace


class DirectoryPage(InPlace, InTabs, Page):
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

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | directory_list(request.GET, self.url or "")
