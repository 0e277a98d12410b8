"""What the office's own letter texts may name about a question to somebody outside, or a proposed change."""

from django.utils.translation import gettext_lazy as _

from portal.approvals import subjects
from portal.approvals.models import Approval, Proposal
from portal.letters import wording


@wording.placeholders(Approval, title=_("title of what is to be approved"), asker=_("name of who asked"))
def names(approval: Approval) -> dict:
    row = approval.subject
    return {"title": subjects.of(row).title(row) if row else "", "asker": str(approval.asked_by or "")}


@wording.placeholders(Proposal, title=_("what was to be changed"))
def proposed(proposal: Proposal) -> dict:
    return {"title": str(proposal)}
