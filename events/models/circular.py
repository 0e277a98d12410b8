"""The deed: staff wrote one letter to many guests of an event. Written by `events.staff.circulars`."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.event import Event
from events.models.registration import Registration
from portal.database.promises import Unique
from portal.language.languages import in_language


class Circular(models.Model):
    """What was written to whom: the words in both languages, the choice of guests without any name."""

    event = models.ForeignKey(Event, verbose_name=_("event"), on_delete=models.PROTECT, related_name="circulars")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written by"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    at = models.DateTimeField(_("written at"))
    count = models.PositiveIntegerField(_("recipients"))
    choice = models.JSONField(_("filters"), default=dict, blank=True)
    subject_de = models.CharField(_("subject (German)"), max_length=200)
    subject_en = models.CharField(_("subject (English)"), max_length=200)
    text_de = models.TextField(_("text (German)"))
    text_en = models.TextField(_("text (English)"))
    # The form's own number: pressing twice writes once.
    submission = models.UUIDField(default=uuid4, unique=True, editable=False)

    subject, text = in_language("subject"), in_language("text")

    class Meta:
        verbose_name = _("circular")
        verbose_name_plural = _("circulars")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return str(_("Circular %(number)s") % {"number": self.pk})


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
