"""Questions to people outside, as the admin shows them beside what they are about."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.approvals import asking, subjects
from portal.approvals.models import Approval
from portal.approvals.states import ApprovalState


@dataclass(frozen=True)
class Asked:
    """One question; `standing` in words, `is_open` while it can be answered or taken back."""

    approval: Approval
    standing: str
    is_open: bool


def asked(row) -> list[Asked]:
    """Everybody who was asked about `row`, the newest first. Two queries at most, however many were asked."""
    approvals = Approval.objects.about(row).select_related("asked_by")
    waiting = subjects.of(row).is_waiting(row)
    return [_told(approval, waiting) for approval in approvals]


def _told(approval: Approval, waiting: bool) -> Asked:
    is_open = approval.state == ApprovalState.OPEN
    if is_open and approval.is_expired():
        return Asked(approval, _("expired without an answer"), False)
    if is_open and not waiting:
        return Asked(approval, str(asking.NotWaiting.message), False)
    return Asked(approval, approval.get_state_display(), is_open)
