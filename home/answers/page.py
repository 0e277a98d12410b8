from django.db import models
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.forms.models import AbstractFormField, FormMixin
from wagtail.fields import RichTextField
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField

from home.answers import views
from home.answers.forms import AnswerForms
from home.models.answer import Answer
from home.models.facts import Section
from home.models.office import Office
from home.pages.bodies import LEAD, InTabs
from portal.language.mailbox_fields import MailboxField


class JoinField(TranslatableMixin, AbstractFormField):
    """One question. Its short name is the same in all languages, so that answers can be compared."""

    page = ParentalKey("home.JoinPage", on_delete=models.CASCADE, related_name="form_fields")

    override_translatable_fields = [SynchronizedField("clean_name"), TranslatableField("choices")]

    class Meta(TranslatableMixin.Meta, AbstractFormField.Meta):
        verbose_name = _("question")
        verbose_name_plural = _("questions")


class JoinPage(FormMixin, InTabs, Page):
    """A form whose answers reach the office, or the contact of a section: join us, write to us, ask for coaching."""

    lead = models.CharField(_("lead paragraph"), max_length=400, blank=True)
    intro = RichTextField(_("introduction"), features=["bold", "italic", "ul", "link"], blank=True)
    thanks = RichTextField(_("thanks"), features=["bold", "italic", "ul", "link"], blank=True)
    section = models.ForeignKey(
        Section,
        verbose_name=_("section"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Answers then reach the contact of this section instead of the office."),
    )
    to_address = MailboxField(
        _("other recipient"), blank=True, help_text=_("Empty: the section's contact, else the office.")
    )

    form_builder = AnswerForms
    page_description = _("A form: become a member, write to us. The answers are kept and sent to the office.")
    parent_page_types = ["home.HomePage", "home.StandardPage", "home.SectionPage"]
    subpage_types = []
    landing_page_template = "home/join_page_landing.html"
    content_panels = [
        *Page.content_panels,
        LEAD,
        FieldPanel("intro"),
        InlinePanel("form_fields", heading=_("Questions"), label=_("question")),
        FieldPanel("thanks"),
        MultiFieldPanel([FieldPanel("section"), FieldPanel("to_address")], heading=_("Who receives the answers")),
    ]

    class Meta:
        verbose_name = _("form")
        verbose_name_plural = _("forms")

    @property
    def recipient(self) -> str:
        contact = self.section and self.section.contact
        return self.to_address or (contact.email if contact else "") or Office.here().mailbox

    def get_submission_class(self):
        return Answer

    def get_submissions_list_view_class(self):
        # By its name: Wagtail's list can be imported only when all models are loaded.
        return import_string("home.answers.admin_views.AnswersView")

    def serve(self, request, *args, **kwargs):
        return views.answer(request, self)
