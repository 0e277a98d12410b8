"""The words of events: one page per event and language. Date, place and seats stand on `Event`, never here."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, MultipleChooserPanel, Panel
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.blocks import PageChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable, Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from events.calendar.browse import events_shown
from events.calendar.event_page import one_event
from events.models.event import Event
from home.blocks import BODY
from home.blocks.words import DownloadsBlock, LinksBlock, PictureBlock
from home.found.related import live_in
from home.models import Person
from home.pages.bodies import LEAD, InTabs, WithBody
from portal.caching.everybody import ForEverybody
from portal.database.promises import Unique
from portal.look.in_place import InPlace
from portal.rights import Right


class AgendaItemBlock(blocks.StructBlock):
    day = blocks.CharBlock(
        label=_("day"),
        max_length=40,
        required=False,
        help_text=_("Only for the first item of a further day, for example “Wednesday, 27 April”."),
    )
    time = blocks.TimeBlock(label=_("time"))
    title = blocks.CharBlock(label=_("title"), max_length=150)
    text = blocks.CharBlock(label=_("speaker or note"), max_length=250, required=False)
    is_break = blocks.BooleanBlock(label=_("break"), required=False)

    class Meta:
        icon = "time"
        label = _("agenda item")


AGENDA = blocks.StreamBlock([("item", AgendaItemBlock())], required=False)
GALLERY = blocks.StreamBlock([("image", PictureBlock())], required=False)
MATERIAL = blocks.StreamBlock([("downloads", DownloadsBlock()), ("links", LinksBlock())], required=False)


class StandingPanel(Panel):
    """Words stand on the page, date and seats on the event: this tab leads there."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "events/admin/standing.html"

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            event = self.instance.event if self.instance.event_id else None
            if event is None:
                return context
            return context | {
                "event": event,
                "when": date_format(localtime(event.starts_at), "SHORT_DATETIME_FORMAT"),
                "waiting": event.registrations.waiting().count(),
                "edit_url": reverse("wagtailsnippets_events_event:edit", args=[event.pk]),
                "may_edit": Right.WRITE_FACTS.held_by(self.request.user),
                "registrations_url": reverse("events_roster", args=[event.pk]),
                "may_read": Right.SEE_GUESTS.held_by(self.request.user),
            }


class EventIndexPage(ForEverybody, InPlace, InTabs, Page):
    """All events of a language: list, month, archive."""

    lead = models.CharField(_("lead paragraph"), max_length=400, blank=True)

    part = "events/parts/found.html"
    page_description = _("The calendar: list, month grid, archive and feeds of all events.")
    parent_page_types = ["home.HomePage"]
    subpage_types = ["events.EventPage"]
    content_panels = [*Page.content_panels, LEAD]

    class Meta:
        verbose_name = _("event calendar")
        verbose_name_plural = _("event calendars")

    def shown(self, request) -> dict:
        return super().shown(request) | events_shown(request.GET)


class EventPage(InPlace, WithBody, InTabs, Page):
    """What we say about an event: before it an invitation, after it a report."""

    event = models.ForeignKey(Event, verbose_name=_("event"), on_delete=models.PROTECT, related_name="pages")
    teaser = models.CharField(_("teaser"), max_length=400)
    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("image"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    body = StreamField(BODY, verbose_name=_("content"), blank=True)
    agenda = StreamField(AGENDA, verbose_name=_("agenda"), blank=True)
    report = RichTextField(
        _("report"), blank=True, features=["h3", "bold", "italic", "ul", "link"], help_text=_("After the event.")
    )
    gallery = StreamField(GALLERY, verbose_name=_("gallery"), blank=True)
    material = StreamField(
        MATERIAL, verbose_name=_("material"), blank=True, help_text=_("Slides, minutes, links: shown after the event.")
    )
    related_news = StreamField(
        [("page", PageChooserBlock(label=_("article"), page_type="home.NewsPage"))],
        verbose_name=_("related articles"),
        blank=True,
    )

    cuts = ("hero", "social")
    loads_with = ("event__format", "event__section", "event__contact", "event__project", "image")
    part = "events/parts/box.html"
    page_description = _("One event: its facts are chosen, its words are written here.")
    parent_page_types = ["events.EventIndexPage"]
    subpage_types = []
    override_translatable_fields = [SynchronizedField("event"), SynchronizedField("speaker_rows", overridable=False)]
    middle_tabs = [(_("Registration"), [StandingPanel()])]
    content_panels = [
        *Page.content_panels,
        FieldPanel("event"),
        FieldPanel("teaser", widget=AdminAutoHeightTextInput),
        FieldPanel("image"),
        FieldPanel("body"),
        FieldPanel("agenda"),
        MultipleChooserPanel(
            "speaker_rows",
            chooser_field_name="person",
            heading=_("Speakers"),
            label=_("Speaker"),
            panels=[FieldPanel("person")],
        ),
        MultiFieldPanel(
            [FieldPanel("report"), FieldPanel("gallery"), FieldPanel("material")],
            heading=_("After the event"),
            classname="collapsed",
        ),
        FieldPanel("related_news"),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("teaser"),
        index.SearchField("body"),
        index.SearchField("report"),
        index.SearchField("agenda"),
        index.RelatedFields(
            "event",
            [
                *(index.SearchField(name) for name in ("name", "venue", "city", "month_words")),
                index.RelatedFields("format", [index.SearchField("name_de"), index.SearchField("name_en")]),
                index.RelatedFields("section", [index.SearchField("name_de"), index.SearchField("name_en")]),
                index.RelatedFields("project", [index.SearchField("acronym")]),
            ],
        ),
        index.RelatedFields(
            "speaker_rows",
            [index.RelatedFields("person", [index.SearchField("first_name"), index.SearchField("last_name")])],
        ),
    ]

    class Meta:
        verbose_name = _("event page")
        verbose_name_plural = _("event pages")

    @property
    def speakers(self) -> list[Person]:
        """In the order of the editors."""
        rows = self.speaker_rows.select_related("person__institution", "person__photo")
        return [row.person for row in rows]

    def clean(self):
        super().clean()
        others = EventPage.objects.filter(event=self.event_id, locale=self.locale_id).exclude(pk=self.pk)
        if self.event_id and others.exists():
            raise ValidationError({"event": _("This event already has a page in this language.")})

    def shown(self, request) -> dict:
        related = live_in(self.locale_id, (block.value for block in self.related_news))
        return super().shown(request) | one_event(self) | {"related_news": related}


class Speaker(Orderable):
    """Who speaks at an event; the same people in all languages."""

    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="speaker_rows")
    person = models.ForeignKey(Person, verbose_name=_("person"), on_delete=models.CASCADE, related_name="+")

    class Meta(Orderable.Meta):
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")
        constraints = [
            Unique(
                name="one_row_per_speaker",
                fields=["page", "person"],
                beside="person",
                says=_("This person is a speaker already."),
            )
        ]

    def __str__(self) -> str:
        return str(self.person)
