"""What questions to people outside hold about a person."""

from django.utils import timezone
from django.utils.translation import gettext as _

from portal.approvals.models import Approval
from portal.approvals.states import ApprovalState
from portal.language.mailbox import NAMELESS, nobody
from portal.retention import Kept


def kept() -> list[Kept]:
    return [
        Kept(
            _("Approvals from outside: name, email address, answer"),
            _("to prove that somebody agreed to what is published"),
            _("our duty to account, Art. 6(1)(f) GDPR"),
            _("until you ask us to erase it; that somebody approved stays without your name"),
        )
    ]


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
