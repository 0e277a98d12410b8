"""Questions to people outside, and proposed changes, as the admin shows them."""

from dataclasses import dataclass
from datetime import date, datetime

from django import forms
from django.utils import timezone
from django.utils.formats import date_format, localize
from django.utils.translation import gettext as _

from portal.approvals import asking, subjects
from portal.approvals.models import Approval, Proposal
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


@dataclass(frozen=True)
class Change:
    """A field in words; `is_conflict`: somebody else has changed it since it was proposed."""

    label: str
    now: str
    proposed: str
    is_conflict: bool


def changes(sent: forms.ModelForm, proposal: Proposal, conflicts: set[str]) -> list[Change]:
    """What a proposal changes; of rows below the fact all as they stand and as they would."""
    row, rows = proposal.subject, getattr(sent, "formsets", {})
    told = []
    for name in proposal.before:
        if name in rows:
            label = rows[name].model._meta.verbose_name_plural
            now, then = list(getattr(row, name).all()), [] if name in conflicts else _kept(rows[name])
            told.append(Change(str(label), _words(now), _words(then), name in conflicts))
        elif name in sent.fields:
            field = sent.fields[name]
            typed = getattr(sent, "cleaned_data", {}).get(name, sent.data.get(name, ""))
            now, then = _words(getattr(row, name, ""), field), _words(typed, field)
            told.append(Change(str(field.label), now, then, name in conflicts))
    return told


def _kept(rows) -> list:
    return [part.instance for part in rows.forms if (part.instance.pk or part.has_changed()) and not _deleted(part)]


def _deleted(part) -> bool:
    return bool(getattr(part, "cleaned_data", {}).get("DELETE"))


def _words(value, field: forms.Field | None = None) -> str:
    """A value of a form as people read it; nothing for an empty one."""
    if hasattr(value, "all"):
        value = list(value.all())
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value, "SHORT_DATE_FORMAT")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, str):
        return str(dict(getattr(field, "choices", None) or {}).get(value, value))
    if hasattr(value, "__iter__"):
        return ", ".join(_words(one, field) for one in value)
    return "" if value is None else str(localize(value))
