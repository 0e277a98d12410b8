"""The vocabulary of the cluster's words."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class NewsKind(models.TextChoices):
    NEWS = "news", _("News")
    PRESS_RELEASE = "press_release", _("Press release")
    SUCCESS_STORY = "success_story", _("Success story")
    PUBLICATION = "publication", _("Publication")


class SectionFunction(models.TextChoices):
    CHAIR = "chair", _("Chair")
    DEPUTY = "deputy", _("Deputy chair")
    LEAD = "lead", _("Project lead")
    MEMBER = "member", _("Member")


class PartnerRole(models.TextChoices):
    LEAD = "lead", _("Consortium lead")
    WORK_PACKAGE_LEAD = "work_package_lead", _("Work package lead")
    PARTNER = "partner", _("Partner")
