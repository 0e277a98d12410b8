"""The verbs: ask somebody outside, take the question back, approve, comment."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log

from portal import states
from portal.approvals import letters, subjects
from portal.approvals.models import Approval
from portal.approvals.states import ApprovalState, Weight
from portal.letters import outbox
from portal.refusals import Refusal


class NotWaiting(Refusal):
    message = gettext_lazy("This does not wait for release any more: it was released or withdrawn in the meantime.")


class AlreadyAnswered(Refusal):
    message = gettext_lazy("This link has been used: the question is answered.")


class Revoked(Refusal):
    message = gettext_lazy("This question was taken back. There is nothing more you need to do.")


class Expired(Refusal):
    message = gettext_lazy("This link has expired. It was valid for 14 days.")


class Changed(Refusal):
    message = gettext_lazy("It was changed while you were reading. Please look at the new version, then answer.")


class MayNotRelease(Refusal):
    message = gettext_lazy("You may not release this yourself, so nobody can do it in your name.")


@transaction.atomic
def ask(
    row, *, name: str, email: str, language: str, by, message="", weight=Weight.ADVICE, now: datetime | None = None
) -> Approval:
    """Ask somebody about `row`; an open question to the same address is replaced. Raises NotWaiting, MayNotRelease."""
    now = now or timezone.now()
    kind = subjects.of(row)
    row = kind.lock(row.pk)
    if row is None or not kind.is_waiting(row):
        raise NotWaiting
    if weight == Weight.RELEASE and not kind.may_release(row, by):
        raise MayNotRelease
    for earlier in Approval.objects.about(row).open().filter(email=email).locked():
        _move(earlier, ApprovalState.REVOKED, now=now)
    words = {"name": name, "email": email, "language": language, "message": message, "weight": weight}
    approval = Approval.objects.create(subject=row, asked_by=by, asked_at=now, **words)
    _log(row, "ask", approval, by=by, now=now)
    outbox.post(letters.approval_asked, approval)
    return approval


@transaction.atomic
def revoke(approval: Approval, *, by, now: datetime | None = None) -> Approval:
    """Take the question back; its link says so from now on. Raises AlreadyAnswered or Revoked."""
    now = now or timezone.now()
    approval = _lock(approval)
    _require_open(approval)
    _log(approval.subject, "revoke", approval, by=by, now=now)
    return _move(approval, ApprovalState.REVOKED, now=now)


@transaction.atomic
def approve(approval: Approval, *, seen: str, comment: str = "", now: datetime | None = None) -> Approval:
    """A yes to the version `seen`. It releases if that was asked for and the asker may still do it themself."""
    now = now or timezone.now()
    approval = _lock(approval)
    row = _take_subject(approval, seen=seen, now=now)
    hindered = _release(row, approval, now) if approval.weight == Weight.RELEASE else ""
    released = approval.weight == Weight.RELEASE and not hindered
    _log(row, "approve", approval, by=None, now=now)
    to = ApprovalState.RELEASED if released else ApprovalState.RECOMMENDED
    _move(approval, to, now=now, answer=comment, hindrance=hindered)
    return _tell(approval)


@transaction.atomic
def comment(approval: Approval, *, seen: str, comment: str, now: datetime | None = None) -> Approval:
    """Neither yes nor no: words for the asker. Who wants an answer to the next version asks again."""
    now = now or timezone.now()
    approval = _lock(approval)
    row = _take_subject(approval, seen=seen, now=now)
    _log(row, "comment", approval, by=None, now=now)
    _move(approval, ApprovalState.COMMENTED, now=now, answer=comment)
    return _tell(approval)


def hindrance(approval: Approval, *, now: datetime | None = None) -> Refusal | None:
    """Why the question cannot be answered (any more), asked without a lock: for showing."""
    try:
        _require_open(approval)
        _require_in_time(approval, now or timezone.now())
        _require_waiting(approval.subject)
    except Refusal as refusal:
        return refusal
    return None


def _lock(approval: Approval) -> Approval:
    return Approval.objects.locked().get(pk=approval.pk)


def _take_subject(approval: Approval, *, seen: str, now: datetime):
    """The subject, locked, after every look."""
    _require_open(approval)
    _require_in_time(approval, now)
    row = approval.subject
    row = row and subjects.of(row).lock(row.pk)
    _require_waiting(row)
    if subjects.of(row).version(row) != seen:
        raise Changed
    return row


def _require_open(approval: Approval) -> None:
    if approval.state == ApprovalState.REVOKED:
        raise Revoked
    if approval.state != ApprovalState.OPEN:
        raise AlreadyAnswered


def _require_in_time(approval: Approval, now: datetime) -> None:
    if approval.is_expired(now):
        raise Expired


def _require_waiting(row) -> None:
    if row is None or not subjects.of(row).is_waiting(row):
        raise NotWaiting


def _release(row, approval: Approval, now: datetime) -> str:
    """Release `row`; why not, in the asker's language, where it cannot be done. The yes is kept in any case."""
    kind, asker = subjects.of(row), approval.asked_by
    with translation.override(asker.language if asker else approval.language):
        if asker is None or not asker.is_active or not kind.may_release(row, asker):
            return _("Whoever asked may not release it any more.")
        try:
            with transaction.atomic():
                kind.release(row, approval=approval, now=now)
        except Refusal as refusal:
            return str(refusal)[:500]
    return ""


def _tell(approval: Approval) -> Approval:
    if approval.asked_by and approval.asked_by.is_active:
        outbox.post(letters.approval_answered, approval, reader=approval.asked_by)
    return approval


def _log(row, deed: str, approval: Approval, *, by, now: datetime) -> None:
    # The number, not the name: the log outlives the person.
    if row is not None:
        log(row, f"approvals.{deed}", user=by, data={"approval": approval.pk}, timestamp=now)


def _move(approval: Approval, to: ApprovalState, *, now: datetime, **facts) -> Approval:
    """Not logged here: the log speaks of the thing that was asked about."""
    return states.step(approval, to, refusal=AlreadyAnswered, answered_at=now, **facts)
