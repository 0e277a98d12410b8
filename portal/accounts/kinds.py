"""The vocabulary of people and institutions."""

from enum import nonmember

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal import rights


class InstitutionKind(models.TextChoices):
    UNIVERSITY = "university", _("University")
    CLINIC = "clinic", _("Clinic")
    RESEARCH_INSTITUTE = "research_institute", _("Research institute")
    TECHNOLOGY_CENTRE = "technology_centre", _("Technology centre")
    COMPANY = "company", _("Company")
    STARTUP = "startup", _("Start-up")
    ASSOCIATION = "association", _("Association")
    CHAMBER = "chamber", _("Chamber")
    PUBLIC_BODY = "public_body", _("Public body")
    CLUSTER = "cluster", _("Cluster")
    AGENCY = "agency", _("Agency")
    PARK = "park", _("Science park")


class MemberCategory(models.TextChoices):
    FULL = "full", _("Full member")
    SUPPORTING = "supporting", _("Supporting member")
    PARTNER = "partner", _("Partner")
    NONE = "none", _("No member")


class TargetGroup(models.TextChoices):
    """Whom a grant reached; kept with every registration and order as evidence for the funder."""

    STARTUP = "startup", _("Start-up")
    SME = "sme", _("Small or medium-sized firm")
    LARGE_FIRM = "large_firm", _("Large firm")
    UNIVERSITY = "university", _("University or research institute")
    CLINIC = "clinic", _("Clinic")
    PUBLIC_BODY = "public_body", _("Public body")
    OTHER = "other", _("Other")


class Role(models.TextChoices):
    """What somebody is in an institution; `portal.rights.HouseRight` says what each may."""

    MEMBER = rights.MEMBER, _("Member")
    DESK = rights.DESK, _("Desk")
    SAFETY = rights.SAFETY, _("Safety officer")
    MANAGER = rights.MANAGER, _("Manager")


class RequestKind(models.TextChoices):
    """What is asked about a person's data."""

    EXPORT = "export", pgettext_lazy("request", "Export")
    ERASURE = "erasure", _("Erasure")


class RequestState(models.TextChoices):
    """How it stands; an export is done at once."""

    OPEN = "open", _("waits for a second person")
    DONE = "done", pgettext_lazy("request", "done")
    DECLINED = "declined", _("declined")
    WITHDRAWN = "withdrawn", pgettext_lazy("request", "withdrawn")

    NEXT = nonmember(
        {"open": {"done", "declined", "withdrawn"}, "done": set(), "declined": set(), "withdrawn": set()},
    )
