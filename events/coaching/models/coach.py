"""The facts of a coach: who, what about, in which languages; and when the coach's own calendar says busy."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events.coaching.kinds import Craft
from events.models.choices import ChoicesField
from home.models import Person
from portal.database.promises import Check
from portal.language.languages import in_language


class Topic(models.Model):
    """Patents, approval, finance …: an editable list."""

    slug = models.SlugField(unique=True)
    name_de = models.CharField(_("name (German)"), max_length=80)
    name_en = models.CharField(_("name (English)"), max_length=80)

    name = in_language("name")

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name_de"]

    def __str__(self) -> str:
        return self.name


class CoachQuerySet(models.QuerySet):
    def locked(self):
        return self.select_for_update(of=("self",)).order_by("pk")

    def visible(self):
        return self.filter(is_visible=True)


class Coach(models.Model):
    """A person who gives coaching; with an account the coach publishes slots and sees the week."""

    person = models.OneToOneField(Person, verbose_name=_("person"), on_delete=models.PROTECT, related_name="coach")
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="coach",
        help_text=_("With this account the coach publishes slots and answers requests."),
    )
    craft = models.CharField(_("takes part in panels as"), max_length=8, choices=Craft, default=Craft.EXPERT)
    topics = models.ManyToManyField(Topic, verbose_name=_("topics"), related_name="coaches", blank=True)
    languages = ChoicesField(
        models.CharField(max_length=2, choices=settings.LANGUAGES),
        verbose_name=_("languages spoken"),
        default=list,
        blank=True,
    )
    bio_de = models.TextField(_("about the coach (German)"), max_length=1500, blank=True)
    bio_en = models.TextField(_("about the coach (English)"), max_length=1500, blank=True)
    is_visible = models.BooleanField(_("shown to visitors"), default=True)

    # Whoever knows it reads the coach's calendar: shown to the coach alone.
    calendar_address = models.URLField(max_length=500, blank=True, editable=False)
    calendar_read_at = models.DateTimeField(null=True, blank=True, editable=False)
    calendar_fault = models.CharField(max_length=20, blank=True, editable=False)
    # Titles of entries that could not be read, told to the coach alone until the next reading.
    calendar_unread = ArrayField(models.CharField(max_length=80, blank=True), default=list, editable=False)

    bio = in_language("bio")
    objects = CoachQuerySet.as_manager()

    class Meta:
        verbose_name = _("coach")
        verbose_name_plural = _("coaches")
        ordering = ["person__last_name", "person__first_name"]

    def __str__(self) -> str:
        return str(self.person)

    def get_absolute_url(self) -> str:
        return reverse("coaching:coach", args=[self.pk])

    @property
    def email(self) -> str:
        return self.user.email if self.user_id else self.person.email


class BusyTime(models.Model):
    """Imported from the coach's own calendar: only from when to when, never what."""

    coach = models.ForeignKey(Coach, on_delete=models.CASCADE, related_name="busy_times")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        verbose_name = _("busy time")
        verbose_name_plural = _("busy times")
        ordering = ["starts_at"]
        indexes = [models.Index(fields=["coach", "starts_at"])]
        constraints = [
            Check(
                name="busy_time_ends_after_it_begins",
                condition=Q(ends_at__gt=F("starts_at")),
                beside="ends_at",
                says=_("The end must be after the beginning."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%d.%m.%Y %H:%M}"
