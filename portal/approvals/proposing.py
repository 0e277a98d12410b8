"""Live facts in the administration: who may not publish them proposes, who may decides."""

from http import HTTPStatus

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail import hooks
from wagtail.snippets.views.snippets import EditView

from portal.approvals import proposals
from portal.approvals.models import Proposal
from portal.approvals.states import ProposalState
from portal.look.choosing import Snippets
from portal.look.desk import Row, RowsPanel
from portal.refusals import Refusal
from portal.rights import Right, needs


class ProposingEditView(EditView):
    """Saving a live fact without the right to publish it makes a proposal."""

    def form_valid(self, form):
        return self.propose() if self.becomes_proposal(form) else super().form_valid(form)

    def becomes_proposal(self, form) -> bool:
        return getattr(form.instance, "is_live", True) and not Right.PUBLISH_FACTS.held_by(self.request.user)

    def propose(self):
        proposals.propose(self.get_object(), self.request.POST, by=self.request.user)
        text = _("Your change is proposed. It counts as soon as somebody who may publish has released it.")
        messages.success(self.request, text)
        return redirect(self.request.path)


class Facts(Snippets):
    edit_view_class = ProposingEditView


class DeclineForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=1000, widget=forms.Textarea({"rows": 3}), strip=True
    )


@needs(Right.PUBLISH_FACTS)
@require_http_methods(["GET", "HEAD", "POST"])
def decide(request, pk: int):
    """GET shows what would change; POST releases or declines."""
    proposal = get_object_or_404(Proposal.objects.select_related("proposed_by"), pk=pk, state=ProposalState.OPEN)
    declined = DeclineForm(request.POST if "decline" in request.POST else None)
    if request.method == "POST" and (not declined.is_bound or declined.is_valid()):
        try:
            if declined.is_bound:
                proposals.decline(proposal, reason=declined.cleaned_data["reason"], by=request.user)
                messages.success(request, _("The proposal is declined."))
            else:
                proposals.release(proposal, by=request.user, tells="silently" not in request.POST)
                messages.success(request, _("The change is live."))
        except Refusal as refusal:
            messages.error(request, str(refusal))
        return redirect("wagtailadmin_home")
    sent = proposals.form(proposal, request.user)
    fits = sent.is_valid()
    told = getattr(sent, "letters", list)() if fits else []
    context = {
        "proposal": proposal,
        "changes": _changes(sent, proposal),
        "fits": fits,
        "letters": sum(found.count() for _builder, found in told),
        "declined": declined,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if declined.is_bound else HTTPStatus.OK
    return TemplateResponse(request, "approvals/admin/proposal.html", context, status=status)


def _changes(sent: forms.ModelForm, proposal: Proposal) -> list[dict]:
    """Label, value now, value proposed; of rows below the fact only that they change."""
    now = proposal.subject
    changes = [
        {
            "label": sent.fields[name].label,
            "before": _words(sent.fields[name], getattr(now, name, "")),
            "after": _words(sent.fields[name], sent.cleaned_data.get(name, sent.data.get(name, ""))),
        }
        for name in sent.changed_data
        if name in sent.fields
    ]
    rows = getattr(sent, "formsets", {}).values()
    return changes + [
        {"label": rows_of.model._meta.verbose_name_plural, "before": "", "after": _("changed")}
        for rows_of in rows
        if rows_of.has_changed()
    ]


def _words(field: forms.Field, value) -> str:
    if hasattr(value, "all"):
        value = list(value.all())
    if isinstance(value, list | tuple) or hasattr(value, "iterator"):
        return ", ".join(str(one) for one in value)
    return str(dict(getattr(field, "choices", None) or {}).get(value, value)) if isinstance(value, str) else str(value)


class WaitingProposals(RowsPanel):
    """For those who may decide all that wait, for the others their own and what became of them."""

    name = "proposals"
    heading = gettext_lazy("Proposed changes")
    icon = "edit"
    order = 210

    def rows(self) -> list[Row]:
        found = Proposal.objects.select_related("proposed_by", "subject_type").prefetch_related("subject")
        if Right.PUBLISH_FACTS.held_by(self.user):
            return [
                Row(str(one), reverse("decide_proposal", args=[one.pk]), str(one.proposed_by or ""))
                for one in found.filter(state=ProposalState.OPEN)[:10]
            ]
        mine = found.filter(proposed_by=self.user).order_by("-proposed_at")[:5]
        return [Row(str(one), "", one.get_state_display(), one.reason) for one in mine]


@hooks.register("construct_homepage_panels")
def show_proposals(request, panels) -> None:
    if Right.WRITE_FACTS.held_by(request.user):
        panels.append(WaitingProposals(request.user))
