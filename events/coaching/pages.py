from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from events.coaching import found
from home.pages.bodies import LEAD, NamedByTitle
from portal.caching.everybody import ForEverybody
from portal.look.in_place import InPlace


class CoachingPage(ForEverybody, InPlace, NamedByTitle, Page):
    """Words over the list of coaches and their free times."""

    lead = models.CharField(_("lead paragraph"), max_length=400, blank=True)

    part = "coaching/parts/found.html"
    page_description = _("Coaches with their free times, filtered by topic and language.")
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    content_panels = [*Page.content_panels, LEAD]

    class Meta:
        verbose_name = _("coaching page")
        verbose_name_plural = _("coaching pages")

    def shown(self, request) -> dict:
        return super().shown(request) | found.found(request.GET)
