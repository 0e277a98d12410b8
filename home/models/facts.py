"""Facts of the cluster: persons, funders, sections, projects. Pages say words about them, once per language."""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from home.kinds import PartnerRole, SectionFunction
from portal.accounts.models import Institution
from portal.database.promises import Check
from portal.language.languages import in_language
from portal.language.mailbox_fields import MailboxField

IMAGE = settings.WAGTAILIMAGES_IMAGE_MODEL


class PersonManager(models.Manager):
    """Persons are always shown with their institution and photo; blocks and lists then ask once."""

    def get_queryset(self):
        return super().get_queryset().select_related("institution", "photo")


class Person(models.Model):
    """A person whom pages name: contact, chair, speaker, coach."""

    title = models.CharField(_("title"), max_length=40, blank=True)
    first_name = models.CharField(_("first name"), max_length=80)
    last_name = models.CharField(_("last name"), max_length=80)
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("institution"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="people",
    )
    function_de = models.CharField(_("function (German)"), max_length=150, blank=True)
    function_en = models.CharField(_("function (English)"), max_length=150, blank=True)
    email = MailboxField(_("email"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    photo = models.ForeignKey(
        IMAGE, verbose_name=_("photo"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    function = in_language("function")
    objects = PersonManager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")
        ordering = ["last_name", "first_name"]

    def __str__(self) -> str:
        return " ".join(filter(None, [self.title, self.first_name, self.last_name]))

    @property
    def initials(self) -> str:
        return (self.first_name[:1] + self.last_name[:1]).upper()


class Funder(models.Model):
    """Who pays, with the logo and the sentence that the grant demands."""

    name_de = models.CharField(_("name (German)"), max_length=150)
    name_en = models.CharField(_("name (English)"), max_length=150)
    sentence_de = models.CharField(_("mandatory sentence (German)"), max_length=400)
    sentence_en = models.CharField(_("mandatory sentence (English)"), max_length=400)
    logo = models.ForeignKey(
        IMAGE, verbose_name=_("logo"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    emblem = models.CharField(
        _("drawn emblem"),
        max_length=20,
        blank=True,
        help_text=_("“eu” shows the European emblem without an image."),
    )
    website = models.URLField(_("website"), blank=True)

    name = in_language("name")
    sentence = in_language("sentence")

    class Meta:
        verbose_name = _("funder")
        verbose_name_plural = _("funders")
        ordering = ["name_de"]

    def __str__(self) -> str:
        return self.name


class Section(ClusterableModel):
    """A thematic section with an appearance of its own."""

    slug = models.SlugField(unique=True)
    name_de = models.CharField(_("name (German)"), max_length=150)
    name_en = models.CharField(_("name (English)"), max_length=150)
    accent = models.CharField(
        _("accent colour"),
        max_length=7,
        default="#0B5C66",
        validators=[RegexValidator(r"^#[0-9A-Fa-f]{6}$", _("Give the colour as #RRGGBB."))],
    )
    logo = models.ForeignKey(
        IMAGE, verbose_name=_("logo"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    contact = models.ForeignKey(
        Person, verbose_name=_("contact"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    name = in_language("name")

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["name_de"]

    def __str__(self) -> str:
        return self.name


class SectionRoleQuerySet(models.QuerySet):
    def current(self, today=None):
        today = today or timezone.localdate()
        return self.filter(models.Q(until__isnull=True) | models.Q(until__gte=today), since__lte=today)


class SectionRole(Orderable):
    """A person acts in a section for an institution, from one day to another; history stays."""

    section = ParentalKey(Section, on_delete=models.CASCADE, related_name="roles")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="section_roles", verbose_name=_("person"))
    institution = models.ForeignKey(
        Institution,
        on_delete=models.PROTECT,
        related_name="section_roles",
        verbose_name=_("institution"),
        null=True,
        blank=True,
    )
    function = models.CharField(_("function"), max_length=10, choices=SectionFunction, default=SectionFunction.MEMBER)
    since = models.DateField(_("from"))
    until = models.DateField(_("to"), null=True, blank=True)

    objects = SectionRoleQuerySet.as_manager()

    class Meta(Orderable.Meta):
        verbose_name = _("section role")
        verbose_name_plural = _("section roles")
        constraints = [
            Check(
                name="section_role_ends_after_it_begins",
                condition=models.Q(until__isnull=True) | models.Q(until__gte=models.F("since")),
                beside="until",
                says=_("The end must not be before the beginning."),
            )
        ]


class Project(ClusterableModel):
    """A funded project. Events, listings and coaching hours name the project that pays for them."""

    slug = models.SlugField(unique=True)
    acronym = models.CharField(_("short name"), max_length=60)
    title_de = models.CharField(_("title (German)"), max_length=250)
    title_en = models.CharField(_("title (English)"), max_length=250)
    starts_on = models.DateField(_("begin"))
    ends_on = models.DateField(_("end"))
    predecessor = models.ForeignKey(
        "self",
        verbose_name=_("predecessor"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="successors",
    )
    grant_number = models.CharField(_("grant number"), max_length=60, blank=True)

    title = in_language("title")

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        ordering = ["-starts_on"]
        constraints = [
            Check(
                name="project_ends_after_it_begins",
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                beside="ends_on",
                says=_("The end must not be before the beginning."),
            )
        ]

    def __str__(self) -> str:
        return self.acronym

    @property
    def status(self) -> str:
        """Derived from the period: `planned`, `running` or `finished`."""
        today = timezone.localdate()
        if today < self.starts_on:
            return "planned"
        return "running" if today <= self.ends_on else "finished"

    @property
    def status_label(self) -> str:
        return {"planned": _("planned"), "running": _("running"), "finished": _("finished")}[self.status]


class ProjectPartner(Orderable):
    project = ParentalKey(Project, on_delete=models.CASCADE, related_name="partners")
    institution = models.ForeignKey(
        Institution, on_delete=models.PROTECT, related_name="project_roles", verbose_name=_("institution")
    )
    role = models.CharField(_("role"), max_length=20, choices=PartnerRole, default=PartnerRole.PARTNER)

    class Meta(Orderable.Meta):
        verbose_name = _("partner")
        verbose_name_plural = _("partners")


class WorkPackage(Orderable):
    project = ParentalKey(Project, on_delete=models.CASCADE, related_name="work_packages")
    title_de = models.CharField(_("title (German)"), max_length=200)
    title_en = models.CharField(_("title (English)"), max_length=200)
    lead = models.ForeignKey(
        Institution, on_delete=models.PROTECT, related_name="+", verbose_name=_("lead"), null=True, blank=True
    )

    title = in_language("title")

    class Meta(Orderable.Meta):
        verbose_name = _("work package")
        verbose_name_plural = _("work packages")


class ProjectFunding(Orderable):
    """A funder of a project, with a sentence of its own where the grant demands other words."""

    project = ParentalKey(Project, on_delete=models.CASCADE, related_name="funding")
    funder = models.ForeignKey(Funder, on_delete=models.PROTECT, related_name="funding", verbose_name=_("funder"))
    own_sentence_de = models.CharField(_("other sentence (German)"), max_length=400, blank=True)
    own_sentence_en = models.CharField(_("other sentence (English)"), max_length=400, blank=True)

    own_sentence = in_language("own_sentence")

    class Meta(Orderable.Meta):
        verbose_name = _("funding")
        verbose_name_plural = _("funding")

    @property
    def sentence(self) -> str:
        return self.own_sentence or self.funder.sentence
