"""What questions to people outside, and proposed changes, hold about a person."""

from django.db.models import Q, TextField
from django.db.models.functions import Cast, Concat
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.approvals.models import Approval, Proposal
from portal.approvals.states import ApprovalState
from portal.language.mailbox import NAMELESS, ascii_form, nobody, same_mailbox
from portal.retention import Kept

PARTS = {"approvals": gettext_lazy("Approvals from outside"), "proposals": gettext_lazy("Proposed changes")}


def kept() -> list[Kept]:
    return [
        Kept(
            _("Approvals from outside: name, email address, answer"),
            _("to prove that somebody agreed to what is published"),
            _("our duty to account, Art. 6(1)(f) GDPR"),
            _("until you ask us to erase it; that somebody approved stays without your name"),
        ),
        Kept(
            _("Changes that staff propose: what was typed, who proposed and decided"),
            _("so that two agree before something is published"),
            _("our duty to account, Art. 6(1)(f) GDPR"),
            _("until you ask us to erase it; what names you then goes, and your name as staff"),
        ),
    ]


def export(email: str) -> dict:
    """Everything that was asked of the address, and what it answered; what its account proposed."""
    columns = ("name", "email", "message", "state", "answer", "asked_at", "answered_at")
    asked = list(Approval.objects.filter(email=email).values(*columns))
    proposed = [
        {"about": str(one), "typed": one.said, "state": one.state, "reason": one.reason, "proposed_at": one.proposed_at}
        for one in Proposal.objects.filter(proposed_by__email=email).prefetch_related("subject")
    ]
    return {name: rows for name, rows in (("approvals", asked), ("proposals", proposed)) if rows}


def erase(email: str) -> list[str]:
    """Take name, address and words out; that somebody approved stays, who it was does not.

    A proposal that names the address goes; what the person proposed stays, for the account has lost its name.
    """
    lines = []
    for approval in Approval.objects.filter(email=email).order_by("pk"):
        if approval.state == ApprovalState.OPEN:
            approval.state, approval.answered_at = ApprovalState.REVOKED, timezone.now()
        approval.name, approval.email = NAMELESS, nobody(approval.pk)
        approval.message = approval.answer = ""
        approval.save()
        approval.revoke_links()
        lines.append(_("Approval %(number)s: name, address and words removed.") % {"number": approval.pk})
    for proposal in _naming(email):
        lines.append(_("Proposed change %(number)s: deleted, it named the address.") % {"number": proposal.pk})
        proposal.delete()
    return lines


def addresses() -> set[str]:
    """Those that were typed: no column of their own tells them."""
    said = Proposal.objects.values_list("said", flat=True)
    typed = {str(one) for fields in said.iterator() for values in fields.values() for one in values}
    return {one for one in typed if "@" in one}


def _naming(email: str) -> list[Proposal]:
    said = Proposal.objects.annotate(text=Concat(*(Cast(name, TextField()) for name in ("said", "before", "reason"))))
    spelled = Q(text__icontains=same_mailbox(email)) | Q(text__icontains=ascii_form(email))
    return list(said.filter(spelled).order_by("pk"))
