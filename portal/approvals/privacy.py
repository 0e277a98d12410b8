"""What questions to people outside hold about a person."""

from django.utils import timezone

from portal.approvals.models import Approval
from portal.approvals.states import ApprovalState
from portal.language.mailbox import NAMELESS, nobody


def export(email: str) -> dict:
    """Everything that was asked of the address, and what it answered."""
    columns = ("name", "email", "message", "state", "answer", "asked_at", "answered_at")
    rows = list(Approval.objects.filter(email=email).values(*columns))
    return {"approvals": rows} if rows else {}


def erase(email: str) -> list[str]:
    """Take name, address and words out; that somebody approved stays, who it was does not."""
    lines = []
    for approval in Approval.objects.filter(email=email).order_by("pk"):
        if approval.state == ApprovalState.OPEN:
            approval.state, approval.answered_at = ApprovalState.REVOKED, timezone.now()
        approval.name, approval.email = NAMELESS, nobody(approval.pk)
        approval.message = approval.answer = ""
        approval.save()
        approval.revoke_links()
        lines.append(f"Approval {approval.pk}: name, address and words removed.")
    return lines
