from urllib.parse import urlencode

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from home.blocks import BODY, DOORS
from home.pages.bodies import LEAD, InTabs, WithBody


class HomePage(WithBody, InTabs, Page):
    """The front door, one per language."""

    headline = models.CharField(_("headline"), max_length=120)
    lead = models.CharField(_("lead paragraph"), max_length=300, blank=True)
    searches = models.CharField(
        _("frequent searches"),
        max_length=200,
        blank=True,
        help_text=_("Words that are offered below the search field, separated by commas."),
    )
    doors = StreamField(DOORS, verbose_name=_("doors"), blank=True)
    body = StreamField(BODY, verbose_name=_("content"), blank=True)

    streams = ("doors", "body")
    page_description = _("The first page of a language: headline, search, doors, then any blocks.")
    parent_page_types = ["wagtailcore.Page"]
    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("headline"),
                LEAD,
                FieldPanel("searches"),
                FieldPanel("doors"),
            ],
            heading=_("Hero"),
        ),
        FieldPanel("body"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("lead"), index.SearchField("body")]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @property
    def tasks(self) -> list[dict]:
        return [door.value.task for door in self.doors]

    @property
    def search_hints(self) -> list[dict[str, str]]:
        """`label` and `url` of the searches offered below the search field."""
        words = [word.strip() for word in self.searches.split(",") if word.strip()]
        return [{"label": word, "url": f"{reverse('search')}?{urlencode({'q': word})}"} for word in words]
