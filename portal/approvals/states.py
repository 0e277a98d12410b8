"""How a question to somebody outside stands, and what the answer is worth."""

from enum import nonmember

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Weight(models.TextChoices):
    """What follows from a yes. The asker can only give away what is theirs: see `asking.ask`."""

    RELEASE = "release", _("A yes releases it in my name")
    ADVICE = "advice", _("A yes is a recommendation, we release it ourselves")


class ApprovalState(models.TextChoices):
    """Expired and overtaken are questions (the clock, the thing itself), not states."""

    OPEN = "open", pgettext_lazy("approval", "not answered yet")
    RELEASED = "released", pgettext_lazy("approval", "approved and released")
    RECOMMENDED = "recommended", pgettext_lazy("approval", "approved")
    COMMENTED = "commented", pgettext_lazy("approval", "commented")
    REVOKED = "revoked", pgettext_lazy("approval", "withdrawn")

    NEXT = nonmember(
        {
            "open": {"released", "recommended", "commented", "revoked"},
            "released": set(),
            "recommended": set(),
            "commented": set(),
            "revoked": set(),
        }
    )


class ProposalState(models.TextChoices):
    OPEN = "open", _("waits for release")
    RELEASED = "released", _("released")
    DECLINED = "declined", _("declined")

    NEXT = nonmember({"open": {"released", "declined"}, "released": set(), "declined": set()})
