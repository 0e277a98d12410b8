from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.blocks import PageChooserBlock
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager, PageQuerySet
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from home.blocks import BODY
from home.found.news import news_list
from home.found.related import live_in, with_pages
from home.kinds import NewsKind
from home.models.facts import Project
from home.pages.bodies import LEAD, InTabs, WithBody
from home.pages.forms import ArticleForm
from portal.accounts.models import Institution
from portal.caching.everybody import ForEverybody
from portal.look.in_place import InPlace


class NewsQuerySet(PageQuerySet):
    def newest(self):
        return self.order_by("-date", "-pk")

    def with_faces(self):
        """Rows as cards show them: teaser and image, no body."""
        return self.defer("body", "related_pages").select_related("image").prefetch_related("image__renditions")


class NewsIndexPage(ForEverybody, InPlace, InTabs, Page):
    """All articles of a language, by kind and year."""

    lead = models.CharField(_("lead paragraph"), max_length=400, blank=True)

    part = "home/parts/news_found.html"
    page_description = _("The list of all articles, with filters and feeds.")
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.NewsPage"]
    content_panels = [*Page.content_panels, LEAD]

    class Meta:
        verbose_name = _("news index")
        verbose_name_plural = _("news indexes")

    def shown(self, request) -> dict:
        articles = NewsPage.objects.child_of(self).live().public()
        return super().shown(request) | news_list(articles, request.GET)


class NewsPage(WithBody, InTabs, Page):
    """An article: news, press release, success story or publication."""

    kind = models.CharField(_("kind"), max_length=20, choices=NewsKind, default=NewsKind.NEWS)
    date = models.DateField(_("date"), default=timezone.localdate)
    teaser = models.CharField(_("teaser"), max_length=400)
    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("image"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    source_institution = models.ForeignKey(
        Institution,
        verbose_name=_("source (institution)"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    source_name = models.CharField(
        _("source (other)"), max_length=150, blank=True, help_text=_("If the source is not in the directory.")
    )
    source_url = models.URLField(_("address of the original"), blank=True)
    source_date = models.DateField(_("date of the original"), null=True, blank=True)
    body = StreamField(BODY, verbose_name=_("content"), blank=True)
    related_institutions = ParentalManyToManyField(
        Institution, verbose_name=_("related institutions"), blank=True, related_name="news"
    )
    related_projects = ParentalManyToManyField(
        Project, verbose_name=_("related projects"), blank=True, related_name="news"
    )
    related_pages = StreamField(
        [("page", PageChooserBlock(label=_("page")))],
        verbose_name=_("related events and pages"),
        blank=True,
    )

    objects = PageManager.from_queryset(NewsQuerySet)()

    base_form_class = ArticleForm
    loads_with = ("image", "source_institution")
    cuts = ("card", "text", "social")
    page_description = _("A single article with teaser, source and image.")
    parent_page_types = ["home.NewsIndexPage"]
    subpage_types = []
    override_translatable_fields = [
        SynchronizedField("source_name"),
        SynchronizedField("related_institutions"),
        SynchronizedField("related_projects"),
    ]
    content_panels = [
        *Page.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("date")]),
        FieldPanel("teaser", widget=AdminAutoHeightTextInput),
        FieldPanel("image"),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("source_institution"),
                FieldPanel("source_name"),
                FieldRowPanel([FieldPanel("source_url"), FieldPanel("source_date")]),
            ],
            heading=_("Source"),
        ),
        MultiFieldPanel(
            [FieldPanel("related_institutions"), FieldPanel("related_projects"), FieldPanel("related_pages")],
            heading=_("Related"),
            classname="collapsed",
        ),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("teaser"),
        index.SearchField("body"),
        index.FilterField("kind"),
        index.FilterField("date"),
    ]

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        indexes = [models.Index(fields=["-date", "-page_ptr"], name="news_newest")]

    @property
    def source(self) -> str:
        return str(self.source_institution or self.source_name)

    @property
    def meta(self) -> list[str]:
        """The small line of a card: kind and date."""
        return [self.get_kind_display(), date_format(self.date, "DATE_FORMAT")]

    def shown(self, request) -> dict:
        return super().shown(request) | {
            "institutions": [row for row in self.related_institutions.all() if row.is_visible],
            "projects": with_pages(self.related_projects.all(), self.locale.language_code),
            "related": live_in(self.locale_id, (block.value for block in self.related_pages)),
        }
