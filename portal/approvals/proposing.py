"""Live facts in the administration: who may not publish them proposes, who may decides."""

from http import HTTPStatus

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe
from wagtail import hooks
from wagtail.snippets.views.snippets import EditView

from portal.approvals import proposals, showing
from portal.approvals.models import Proposal
from portal.approvals.states import ProposalState
from portal.look.choosing import Snippets
from portal.look.desk import Row, RowsPanel, waiting
from portal.refusals import Refusal
from portal.rights import Right, needs

SHOWN = 10


class ProposingEditView(EditView):
    """Saving a live fact without the right to publish it makes a proposal."""

    def form_valid(self, form):
        return self.propose(form) if self.becomes_proposal(form) else super().form_valid(form)

    def becomes_proposal(self, form) -> bool:
        return getattr(form.instance, "is_live", True) and not Right.PUBLISH_FACTS.held_by(self.request.user)

    def propose(self, form):
        try:
            proposals.propose(form, by=self.request.user)
        except Refusal as refusal:
            messages.info(self.request, str(refusal))
        else:
            text = _("Your change is proposed. It counts as soon as somebody who may publish has released it.")
            messages.success(self.request, text)
        return redirect(self.request.path)


class Facts(Snippets):
    edit_view_class = ProposingEditView


class DeclineForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=1000, widget=forms.Textarea({"rows": 3}), strip=True
    )


@needs(Right.WRITE_FACTS)
@require_safe
def index(request):
    """What waits and what was decided lately: all of it for who decides, their own for the others."""
    found = _visible_to(request.user)
    context = {
        "may_decide": Right.PUBLISH_FACTS.held_by(request.user),
        "open": found.filter(state=ProposalState.OPEN),
        "decided": found.exclude(state=ProposalState.OPEN).order_by("-decided_at")[:SHOWN],
    }
    return TemplateResponse(request, "approvals/admin/proposals.html", context)


@needs(Right.PUBLISH_FACTS)
@require_http_methods(["GET", "HEAD", "POST"])
def decide(request, pk: int):
    """GET shows what would change, and what others have changed meanwhile; POST releases or declines."""
    proposal = get_object_or_404(Proposal.objects.select_related("proposed_by", "subject_type"), pk=pk)
    if proposal.state != ProposalState.OPEN:
        messages.info(request, str(proposals.DecidedBefore.message))
        return redirect("proposals")
    declined = DeclineForm(request.POST if "decline" in request.POST else None)
    if request.method != "POST" or (declined.is_bound and not declined.is_valid()):
        return _page(request, proposal, declined)
    try:
        messages.success(request, _decided(request, proposal, declined))
    except proposals.ChangedMeanwhile as refusal:
        messages.warning(request, str(refusal))
        return redirect(request.path)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("proposals")


def _decided(request, proposal: Proposal, declined: DeclineForm) -> str:
    """What was done, for the reader."""
    if declined.is_bound:
        proposals.decline(proposal, reason=declined.cleaned_data["reason"], by=request.user)
        return _("The proposal is declined.")
    tells, seen = "silently" not in request.POST, request.POST.get("seen", "")
    proposals.release(proposal, seen=seen, by=request.user, tells=tells)
    return _("The change is live.")


def _page(request, proposal: Proposal, declined: DeclineForm):
    context = {"proposal": proposal, "declined": declined, "changes": [], "fits": False, "letters": 0}
    if proposal.subject:
        sent = proposals.form(proposal, request.user)
        context |= {"seen": proposals.version(sent, proposal), "conflicts": proposals.conflicts(sent, proposal)}
        fits = proposals.fits(sent, proposal)
        told = getattr(sent, "letters", list)() if fits else []
        context |= {
            "fits": fits,
            "changes": showing.changes(sent, proposal, context["conflicts"]),
            "letters": sum(found.count() for _builder, found in told),
        }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if declined.is_bound else HTTPStatus.OK
    return TemplateResponse(request, "approvals/admin/proposal.html", context, status=status)


def _visible_to(user):
    found = Proposal.objects.select_related("proposed_by", "decided_by", "subject_type").prefetch_related("subject")
    return found if Right.PUBLISH_FACTS.held_by(user) else found.filter(proposed_by=user)


class WaitingProposals(RowsPanel):
    """For those who may decide all that wait, for the others their own and what became of them."""

    name = "proposals"
    heading = gettext_lazy("Proposed changes")
    icon = "edit"
    order = 210
    more = (reverse_lazy("proposals"), gettext_lazy("All proposals"))

    def rows(self) -> list[Row]:
        found = _visible_to(self.user)
        if Right.PUBLISH_FACTS.held_by(self.user):
            return [
                Row(str(one), reverse("decide_proposal", args=[one.pk]), str(one.proposed_by or ""))
                for one in found.filter(state=ProposalState.OPEN)[:SHOWN]
            ]
        mine = found.order_by("-proposed_at")[:SHOWN]
        return [Row(str(one), "", one.get_state_display(), one.reason) for one in mine]


@hooks.register("construct_homepage_panels")
def show_proposals(request, panels) -> None:
    if Right.WRITE_FACTS.held_by(request.user):
        panels.append(WaitingProposals(request.user))


@hooks.register("own_work")
def changes_to_decide(user) -> list[Row]:
    """Their own are no work of those who wait for an answer."""
    if not Right.PUBLISH_FACTS.held_by(user):
        return []
    number = Proposal.objects.filter(state=ProposalState.OPEN).count()
    return waiting(_("Proposed changes to decide on"), number, reverse("proposals"))
