"""Changes of live facts that wait for somebody who may publish them.

A proposal keeps what was changed, as it was typed, and what stood there then: whatever else changes meanwhile stays,
and where somebody has changed the same the decision shows both.
"""

import hashlib
import json

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.forms.models import model_to_dict
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from portal import states
from portal.approvals import letters
from portal.approvals.models import Proposal
from portal.approvals.states import ProposalState
from portal.letters import outbox
from portal.refusals import Refusal


class NothingChanged(Refusal):
    message = _("You have changed nothing, so there is nothing to propose.")


class DecidedBefore(Refusal):
    message = _("Somebody has decided on this proposal already.")


class DoesNotFit(Refusal):
    message = _("The proposal no longer fits what is there now. Please decline it, or make the change yourself.")


class ChangedMeanwhile(Refusal):
    message = _("It was changed while you were reading. Please look at it once more, then decide.")


@transaction.atomic
def propose(sent: forms.ModelForm, *, by, now=None) -> Proposal:
    """Keep what `sent`, a valid form of the administration, would change. Raises NothingChanged.

    An earlier proposal of the same person about the same row gives way.
    """
    row, names = sent.instance, _changed(sent)
    if not names:
        raise NothingChanged
    about = {"subject_type": ContentType.objects.get_for_model(row), "subject_id": row.pk}
    Proposal.objects.filter(**about, proposed_by=by, state=ProposalState.OPEN).delete()
    kept = {"said": _typed(sent, names), "before": standing(sent, names)}
    proposal = Proposal.objects.create(**about, **kept, proposed_by=by, proposed_at=now or timezone.now())
    log(row, "approvals.propose", user=by)
    return proposal


def form(proposal: Proposal, user, *, row: models.Model | None = None) -> forms.ModelForm:
    """The form of the administration for the row as it is now, with only what was proposed."""
    model = proposal.subject_type.model_class()
    said = QueryDict(mutable=True)
    for name, values in proposal.said.items():
        said.setlist(name, values)
    bound = model.snippet_viewset.get_edit_handler().bind_to_model(model)
    row = row or model.objects.get(pk=proposal.subject_id)
    sent = bound.get_form_class()(said, instance=row, for_user=user)
    for parts in (sent.fields, getattr(sent, "formsets", {})):
        for name in set(parts) - set(proposal.before):
            del parts[name]
    return sent


def standing(sent: forms.ModelForm, names) -> dict:
    """What the row holds under each of `names`, without what was typed: values as JSON knows them."""
    rows = getattr(sent, "formsets", {})
    # Read anew: a form that was checked has written what was typed into its rows.
    row = type(sent.instance)._base_manager.get(pk=sent.instance.pk)
    told = {
        name: [model_to_dict(one) for one in getattr(row, name).all()] if name in rows else sent.initial.get(name)
        for name in names
    }
    return json.loads(json.dumps(told, default=_plain))


def version(sent: forms.ModelForm, proposal: Proposal) -> str:
    """Another text whenever what the decision is about stands differently."""
    told = json.dumps(standing(sent, sorted(proposal.before)), sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()


def conflicts(sent: forms.ModelForm, proposal: Proposal) -> set[str]:
    """What somebody else has changed since it was proposed, to something else than what is proposed."""
    now, changed = standing(sent, proposal.before), set(_changed_fields(sent)) | set(getattr(sent, "formsets", {}))
    return {name for name, value in proposal.before.items() if now[name] != value and name in changed}


def fits(sent: forms.ModelForm, proposal: Proposal) -> bool:
    """Whether it can be released. Rows below the fact are proposed as a whole: who changed one meanwhile goes first."""
    return not conflicts(sent, proposal) & set(getattr(sent, "formsets", {})) and sent.is_valid()


@transaction.atomic
def release(proposal: Proposal, *, seen: str, by, tells: bool = True, now=None) -> None:
    """Save what was proposed in the name of `by`, who saw the row in the version `seen`.

    Raises DecidedBefore, ChangedMeanwhile, DoesNotFit, and what the form's verbs raise.
    """
    proposal = _open(proposal)
    model = proposal.subject_type.model_class()
    row = model._base_manager.select_for_update(of=("self",)).filter(pk=proposal.subject_id).first()
    if row is None:
        raise DoesNotFit
    sent = form(proposal, by, row=row)
    sent.tells = tells
    if version(sent, proposal) != seen:
        raise ChangedMeanwhile
    if not fits(sent, proposal):
        raise DoesNotFit
    log(sent.save(), "approvals.release", user=by)
    _decide(proposal, ProposalState.RELEASED, by, now)


@transaction.atomic
def decline(proposal: Proposal, *, reason: str, by, now=None) -> None:
    """Raises DecidedBefore."""
    proposal = _open(proposal)
    if proposal.subject:
        log(proposal.subject, "approvals.decline", user=by)
    _decide(proposal, ProposalState.DECLINED, by, now, reason=reason)


def forget(row: models.Model) -> int:
    """Delete what was proposed about `row`, whose person is erased; how many."""
    about = ContentType.objects.get_for_model(row)
    return Proposal.objects.filter(subject_type=about, subject_id=row.pk).delete()[0]


def _changed(sent: forms.ModelForm) -> list[str]:
    rows = getattr(sent, "formsets", {})
    return _changed_fields(sent) + [n for n in rows if rows[n].has_changed()]


def _changed_fields(sent: forms.ModelForm) -> list[str]:
    """As `changed_data`, which wants a hidden first value of lists that Wagtail's panels never print."""
    first = {name: sent.get_initial_for_field(field, name) for name, field in sent.fields.items()}
    return [n for n, field in sent.fields.items() if not field.disabled and field.has_changed(first[n], sent[n].data)]


def _typed(sent: forms.ModelForm, names: list[str]) -> dict[str, list[str]]:
    """Of what was sent only the parts of `names`; a set of rows is kept whole."""
    rows = getattr(sent, "formsets", {})
    fields = {sent.add_prefix(name) for name in names if name in sent.fields}
    starts = tuple(f"{rows[name].prefix}-" for name in names if name in rows)
    return {name: values for name, values in sent.data.lists() if name in fields or name.startswith(starts)}


def _plain(value):
    if hasattr(value, "pk"):
        return value.pk
    return list(value) if hasattr(value, "__iter__") else DjangoJSONEncoder().default(value)


def _open(proposal: Proposal) -> Proposal:
    proposal = Proposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
    states.require(proposal, ProposalState.RELEASED, DecidedBefore)
    return proposal


def _decide(proposal: Proposal, state: ProposalState, by, now, **facts) -> None:
    """Not logged here: the log speaks of the fact. Who proposed gets a letter, unless they decided themselves."""
    decided = {"decided_by": by, "decided_at": now or timezone.now(), **facts}
    states.step(proposal, state, refusal=DecidedBefore, **decided)
    proposer = proposal.proposed_by
    if proposer and proposer.is_active and proposer != by:
        outbox.post(letters.proposal_decided, proposal, reader=proposer)
