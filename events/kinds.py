"""The vocabulary of events."""

from enum import nonmember

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
    APPROVAL = "approval", _("By registration here, each one is approved")
    OPEN = "open", _("Open to all, no registration")
    INVITATION = "invitation", _("By invitation only")


class SeatNames(models.TextChoices):
    """When whoever registers several seats is asked for the names of the others."""

    LATER = "later", _("later, on the page of the registration")
    ASKED = "asked", _("while registering; they may follow")
    REQUIRED = "required", _("while registering; nobody registers without them")


class Reduction(models.TextChoices):
    """What a voucher does to the fee per seat."""

    PERCENT = "percent", _("per cent off")
    FIXED = "fixed", _("fixed price")
    FREE = "free", _("free of charge")


class QuestionKind(models.TextChoices):
    """How a guest answers."""

    TEXT = "text", _("one line")
    LONGTEXT = "longtext", _("several lines")
    CHOICE = "choice", _("one of several")
    MULTIPLE = "multiple", _("several of several")
    NUMBER = "number", pgettext_lazy("kind of question", "number")
    FILE = "file", _("file")
    CONSENT = "consent", _("consent")

    WITH_CHOICES = nonmember(frozenset({"choice", "multiple"}))


class Rhythm(models.TextChoices):
    """How an event repeats."""

    WEEKLY = "weekly", _("every week")
    FORTNIGHTLY = "fortnightly", _("every two weeks")
    MONTHLY = "monthly", _("every month, on the same weekday")


class Tone(models.TextChoices):
    """The colour of a format's badge; the words are those of the face's badges."""

    BOOK = "book", _("Petrol")
    ACCENT = "accent", _("Orange")
    SALE = "sale", _("Indigo")
    LOAN = "loan", _("Amber")
    GIFT = "gift", _("Green")
    INFO = "info", _("Blue")
