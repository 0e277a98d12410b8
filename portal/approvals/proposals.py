"""Changes of live facts that wait for somebody who may publish them. A proposal is the form as it was sent."""

from django.db import models, transaction
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from portal.approvals.models import Proposal
from portal.approvals.states import ProposalState
from portal.refusals import Refusal

NOT_SAID = {"csrfmiddlewaretoken", "tell"}


class DecidedBefore(Refusal):
    message = _("Somebody has decided on this proposal already.")


class DoesNotFit(Refusal):
    message = _("The proposal no longer fits what is there now. Please decline it, or make the change yourself.")


@transaction.atomic
def propose(row: models.Model, said: QueryDict, *, by, now=None) -> Proposal:
    """Keep what was typed; an earlier proposal of the same person about the same row gives way."""
    about = {"subject_type": models_type(row), "subject_id": row.pk}
    Proposal.objects.filter(**about, proposed_by=by, state=ProposalState.OPEN).delete()
    kept = {name: values for name, values in said.lists() if name not in NOT_SAID}
    proposal = Proposal.objects.create(**about, said=kept, proposed_by=by, proposed_at=now or timezone.now())
    log(row, "approvals.propose", user=by)
    return proposal


def form(proposal: Proposal, user):
    """The form of the administration for the row as it is now, filled with what was typed."""
    model = proposal.subject_type.model_class()
    said = QueryDict(mutable=True)
    for name, values in proposal.said.items():
        said.setlist(name, values)
    bound = model.snippet_viewset.get_edit_handler().bind_to_model(model)
    return bound.get_form_class()(said, instance=model.objects.get(pk=proposal.subject_id), for_user=user)


@transaction.atomic
def release(proposal: Proposal, *, by, tells: bool = True, now=None) -> None:
    """Save the form in the name of `by`. Raises DecidedBefore, DoesNotFit, and what the form's verbs raise."""
    proposal = _open(proposal)
    sent = form(proposal, by)
    sent.tells = tells
    if not sent.is_valid():
        raise DoesNotFit
    row = sent.save()
    _decide(proposal, ProposalState.RELEASED, by, now)
    log(row, "approvals.release", user=by)


@transaction.atomic
def decline(proposal: Proposal, *, reason: str, by, now=None) -> None:
    proposal = _open(proposal)
    proposal.reason = reason
    _decide(proposal, ProposalState.DECLINED, by, now)
    if proposal.subject:
        log(proposal.subject, "approvals.decline", user=by)


def _open(proposal: Proposal) -> Proposal:
    proposal = Proposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
    if proposal.state != ProposalState.OPEN:
        raise DecidedBefore
    return proposal


def _decide(proposal: Proposal, state: ProposalState, by, now) -> None:
    proposal.state, proposal.decided_by, proposal.decided_at = state, by, now or timezone.now()
    proposal.save(update_fields=["state", "decided_by", "decided_at", "reason"])


def models_type(row: models.Model):
    return Proposal._meta.get_field("subject_type").related_model.objects.get_for_model(row)
