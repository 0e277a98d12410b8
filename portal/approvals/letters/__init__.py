"""What people outside are asked, what the asker hears, and what became of a proposal."""

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from portal.approvals import subjects
from portal.approvals.models import Approval, Proposal
from portal.approvals.states import ApprovalState, ProposalState
from portal.language.mailbox import absolute
from portal.letters import outbox
from portal.letters.letter import Kept, Letter, dear
from portal.letters.readers import Reader


@outbox.letter(Approval, to=Reader.OUTSIDE)
def approval_asked(approval: Approval, reader) -> Letter | None:
    if approval.state != ApprovalState.OPEN or approval.subject is None:
        return None
    title, asker = subjects.of(approval.subject).title(approval.subject), str(approval.asked_by or "")
    return Letter(
        to=approval.email,
        name=approval.name,
        subject=_("Please approve: %(title)s") % {"title": title},
        paragraphs=[
            dear(approval.name),
            _("%(asker)s asks you to look at “%(title)s” before it is published.") % {"asker": asker, "title": title},
            *([Kept(approval.message)] if approval.message else []),
        ],
        button=(_("Look at it and answer"), absolute(approval.get_absolute_url())),
        closing=[
            _("The link is meant for you alone. It shows a preview and is valid until %(day)s.")
            % {"day": date_format(timezone.localtime(approval.valid_until), "DATE_FORMAT")},
            _("You need no account. If this does not concern you, there is nothing you need to do."),
        ],
    )


@outbox.letter(Approval, to=Reader.AUTHORS)
def approval_answered(approval: Approval, reader) -> Letter | None:
    row = approval.subject
    if row is None or approval.state not in WORDS:
        return None
    kind = subjects.of(row)
    subject, sentence = WORDS[approval.state]()
    names = {"name": approval.name, "title": kind.title(row)}
    sentences = [sentence % names]
    if approval.hindrance:
        sentences.append(_("It is not released yet: %(reason)s") % {"reason": approval.hindrance})
    return Letter(
        to=reader.email,
        name=str(reader),
        subject=subject % names,
        paragraphs=[dear(reader), *sentences],
        facts=[(_("Comment"), approval.answer)] if approval.answer else [],
        button=(_("Open it in the administration"), absolute(kind.desk(row))),
    )


@outbox.letter(Proposal, to=Reader.AUTHORS)
def proposal_decided(proposal: Proposal, reader) -> Letter | None:
    """To who proposed a change: whether it counts now, and why not."""
    row = proposal.subject
    if row is None or proposal.state == ProposalState.OPEN:
        return None
    if proposal.state == ProposalState.RELEASED:
        subject, sentence = (
            _("Released: %(title)s"),
            _("your change of “%(title)s” was released and counts now."),
        )
    else:
        subject, sentence = _("Not released: %(title)s"), _("your change of “%(title)s” was not released.")
    edit = row.snippet_viewset.get_url_name("edit")
    return Letter(
        to=reader.email,
        name=str(reader),
        subject=subject % {"title": row},
        paragraphs=[dear(reader), sentence % {"title": row}],
        facts=[
            (label, value)
            for label, value in (
                (_("Decided by"), str(proposal.decided_by or "")),
                (_("Reason"), proposal.reason),
            )
            if value
        ],
        button=(_("Open it in the administration"), absolute(reverse(edit, args=[row.pk]))),
    )


def _released() -> tuple[str, str]:
    return (
        _("Approved and released: %(title)s"),
        _("%(name)s has approved “%(title)s”. It is released in your name."),
    )


def _recommended() -> tuple[str, str]:
    return _("Approved: %(title)s"), _("%(name)s has approved “%(title)s”. You can release it now.")


def _commented() -> tuple[str, str]:
    return _("Comment: %(title)s"), _("%(name)s has looked at “%(title)s” and comments on it.")


WORDS = {
    ApprovalState.RELEASED: _released,
    ApprovalState.RECOMMENDED: _recommended,
    ApprovalState.COMMENTED: _commented,
}
