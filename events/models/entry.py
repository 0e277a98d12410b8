"""The calendar entry of an event as text, made when the event is saved and not when a feed is fetched."""

import secrets

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.event import Event
from portal.database.promises import Unique


def new_edition() -> int:
    return secrets.randbits(62)


class CalendarEntry(models.Model):
    """A VEVENT (RFC 5545) in one language: folded lines, CRLF at each end. Derived, may be thrown away at any time.

    `edition` is another number at each writing: their sum tells whether any entry was written or deleted, in whatever
    order transactions end; the time of the last writing would overlook the one that began first and ended last.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="entries")
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    text = models.TextField()
    edition = models.BigIntegerField(default=new_edition)

    class Meta:
        indexes = [models.Index(fields=["language", "edition"])]
        constraints = [
            Unique(
                name="one_entry_per_event_and_language",
                fields=["event", "language"],
                beside="language",
                says=_("The event has an entry in this language already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.language}"
