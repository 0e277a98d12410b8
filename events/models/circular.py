"""The deed: staff wrote one letter to many guests of an event. Written by `events.staff.circulars`."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models.event import Event
from events.models.registration import Registration
from portal.database.promises import Unique
from portal.language.languages import in_language


class Circular(models.Model):
    """What was written to whom: the words in the languages that were needed, the choice of guests without any name.

    Without `at` it is a draft: nobody has got it but, perhaps, its writer.
    """

    event = models.ForeignKey(Event, verbose_name=_("event"), on_delete=models.PROTECT, related_name="circulars")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written by"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    begun_at = models.DateTimeField(_("begun at"), default=timezone.now, editable=False)
    at = models.DateTimeField(_("written at"), null=True, blank=True)
    count = models.PositiveIntegerField(_("recipients"), default=0)
    choice = models.JSONField(_("filters"), default=dict, blank=True)
    subject_de = models.CharField(_("subject (German)"), max_length=200, blank=True)
    subject_en = models.CharField(_("subject (English)"), max_length=200, blank=True)
    text_de = models.TextField(_("text (German)"), blank=True)
    text_en = models.TextField(_("text (English)"), blank=True)
    # The form's own number: pressing twice writes once.
    submission = models.UUIDField(default=uuid4, unique=True, editable=False)

    subject, text = in_language("subject"), in_language("text")

    class Meta:
        verbose_name = _("circular")
        verbose_name_plural = _("circulars")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return str(_("Circular %(number)s") % {"number": self.pk})


class CircularFile(models.Model):
    """What is sent along. It stands in the database like files of guests: private, in every backup, swept in time."""

    circular = models.ForeignKey(Circular, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=120)
    file_type = models.CharField(max_length=60)
    size = models.PositiveIntegerField()
    file = models.BinaryField()

    class Meta:
        verbose_name = _("attachment of a circular")
        verbose_name_plural = _("attachments of circulars")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class CircularTrial(models.Model):
    """The draft once to its writer alone, in one of its languages."""

    circular = models.ForeignKey(Circular, on_delete=models.CASCADE, related_name="trials")
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)

    class Meta:
        verbose_name = _("test of a circular")
        verbose_name_plural = _("tests of circulars")

    def __str__(self) -> str:
        return str(_("Circular %(number)s") % {"number": self.circular_id})


class CircularCopy(models.Model):
    """One recipient of a circular: one job of the outbox, in the language of the guest."""

    circular = models.ForeignKey(Circular, on_delete=models.CASCADE, related_name="copies")
    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="circular_copies")

    class Meta:
        verbose_name = _("copy of a circular")
        verbose_name_plural = _("copies of circulars")
        constraints = [
            Unique(
                name="one_copy_per_guest",
                fields=["circular", "registration"],
                beside="registration",
                says=_("This guest gets the circular already."),
            )
        ]

    def __str__(self) -> str:
        return str(_("Circular %(number)s") % {"number": self.circular_id})

    @property
    def language(self) -> str:
        return self.registration.language
