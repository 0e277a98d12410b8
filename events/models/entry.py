"""The calendar entry of an event as text, made when the event is saved and not when a feed is fetched."""

from django.conf import settings
from django.db import models

from events.models.event import Event


class CalendarEntry(models.Model):
    """A VEVENT (RFC 5545) in one language: folded lines, CRLF at each end. Derived, may be thrown away at any time."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="entries")
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    text = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "language"], name="one_entry_per_event_and_language")]

    def __str__(self) -> str:
        return f"{self.event_id} {self.language}"
