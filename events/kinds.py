"""The vocabulary of events."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Mode(models.TextChoices):
    ON_SITE = "on_site", _("On site")
    ONLINE = "online", pgettext_lazy("mode of an event", "Online")
    HYBRID = "hybrid", _("On site and online")


class EventStatus(models.TextChoices):
    PLANNED = "planned", pgettext_lazy("state of an event", "Planned")
    MOVED = "moved", pgettext_lazy("state of an event", "Moved")
    CANCELLED = "cancelled", pgettext_lazy("state of an event", "Cancelled")


class Admission(models.TextChoices):
    """How a visitor gets in. Events of others are recognised by their external address."""

    REGISTRATION = "registration", _("By registration here")
    OPEN = "open", _("Open to all, no registration")
    INVITATION = "invitation", _("By invitation only")


class Tone(models.TextChoices):
    """The colour of a format's badge; the words are those of the face's badges."""

    BOOK = "book", _("Petrol")
    ACCENT = "accent", _("Orange")
    SALE = "sale", _("Indigo")
    LOAN = "loan", _("Amber")
    GIFT = "gift", _("Green")
    INFO = "info", _("Blue")
