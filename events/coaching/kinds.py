"""The vocabulary of coaching."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Craft(models.TextChoices):
    """What a panel is put together from: "two experts and one lawyer"."""

    EXPERT = "expert", _("Expert")
    LAWYER = "lawyer", _("Lawyer")


class Meeting(models.TextChoices):
    ON_SITE = "on_site", _("On site")
    ONLINE = "online", pgettext_lazy("mode of an event", "Online")


class Stage(models.TextChoices):
    """How far the client has come."""

    IDEA = "idea", _("Idea")
    FOUNDING = "founding", _("About to found")
    YOUNG = "young", _("Founded, first products")
    GROWING = "growing", _("Growing")
    RESEARCH = "research", _("Research project")


class Author(models.TextChoices):
    """Who wrote a note."""

    COACH = "coach", _("Coach")
    CLIENT = "client", _("Client")


class Reached(models.TextChoices):
    """What became of the goal, asked after 90 days."""

    YES = "yes", _("Yes")
    PARTLY = "partly", _("Partly")
    NO = "no", pgettext_lazy("goal reached", "No")


class Rhythm(models.TextChoices):
    """How a series of slots goes on."""

    ONCE = "once", _("Only this one")
    WEEKLY = "weekly", _("Every week")
    FORTNIGHTLY = "fortnightly", _("Every two weeks")
    MONTHLY = "monthly", _("Every four weeks")
