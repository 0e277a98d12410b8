"""A person's own calendar address."""

from django.conf import settings
from django.db import models

from portal.web import tokens


class CalendarKey(tokens.Nonced):
    """Opens the feed of one person's registrations; a new nonce makes the old address worthless."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_key")

    def __str__(self) -> str:
        return str(self.pk)
