from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from home.pages.bodies import InTabs
from marketplace.audiences import groups_of
from marketplace.shelf.browse import listings_shown
from portal.caching.everybody import ForEverybody
from portal.look.in_place import InPlace


class MarketplacePage(ForEverybody, InPlace, InTabs, Page):
    """Words over the list of listings; the list itself is `marketplace.shelf.browse`."""

    intro = RichTextField(_("introduction"), features=["bold", "italic", "link"], blank=True)

    part = "marketplace/parts/found.html"
    page_description = _("The marketplace: search, filters and all listings.")
    content_panels = [*Page.content_panels, FieldPanel("intro")]
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("marketplace")
        verbose_name_plural = _("marketplaces")

    def sort_of_reader(self, request) -> str:
        """Prices and what is shown at all depend on the house; whoever is not known sees what all such see."""
        return str(request.user.pk or "")

    def shown(self, request) -> dict:
        return super().shown(request) | listings_shown(request.GET, groups_of(request.user), request.user)
