"""Confidential notes: read by coach and client, by nobody else. No view of the administration shows them."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.coaching.kinds import Author
from events.coaching.models.booking import Booking


class Note(models.Model):
    booking = models.ForeignKey(Booking, on_delete=models.CASCADE, related_name="notes")
    author = models.CharField(_("written by"), max_length=6, choices=Author)
    # The coach's account when the note was written: whoever is put in its place later reads nothing of it.
    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False, related_name="+"
    )
    text = models.TextField(_("note"), max_length=4000)
    written_at = models.DateTimeField(_("written at"))

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering = ["written_at", "pk"]
        # Nobody gets a right to them by way of a group.
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.pk}"
