from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from home.pages.bodies import InTabs


class MarketplacePage(InTabs, Page):
    """Words over the list of listings; the list itself is `marketplace.shelf.views.market`."""

    intro = RichTextField(_("introduction"), features=["bold", "italic", "link"], blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("marketplace")
        verbose_name_plural = _("marketplaces")

    def serve(self, request, *args, **kwargs):
        # Imported here: the view stands above the models.
        from marketplace.shelf import views as listings

        return listings.market(request, self)
