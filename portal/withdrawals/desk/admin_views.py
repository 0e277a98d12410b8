"""What the office does with a withdrawal that was not sure: carry it out, or refuse it with a reason."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.refusals import Refusal
from portal.rights import Right, needs
from portal.withdrawals import verbs as withdrawing
from portal.withdrawals.desk.forms import CarryOutForm, RefuseForm
from portal.withdrawals.models import Withdrawal

LIST, INSPECT = "wagtailsnippets_withdrawals_withdrawal:list", "wagtailsnippets_withdrawals_withdrawal:inspect"


@needs(Right.DECIDE_WITHDRAWALS)
@require_http_methods(["GET", "HEAD", "POST"])
def carry_out(request, pk: int) -> HttpResponse:
    """It is right: the contract ends without a fee, and what was paid is a refund due."""
    withdrawal = get_object_or_404(Withdrawal, pk=pk)
    form = CarryOutForm(request.POST if request.method == "POST" else None, knows=withdrawal.deed_id is not None)

    def decide():
        said = form.cleaned_data["contract"]
        withdrawing.carry_out(withdrawal, by=request.user, contract=said)
        return _("The withdrawal is carried out; whoever declared it is told.")

    words = {"title": _("Carry the withdrawal out"), "button": _("End the contract")}
    return _decide(request, withdrawal, form, decide, "contract", words)


@needs(Right.DECIDE_WITHDRAWALS)
@require_http_methods(["GET", "HEAD", "POST"])
def refuse(request, pk: int) -> HttpResponse:
    """There is no such right; whoever declared it is told why."""
    withdrawal = get_object_or_404(Withdrawal, pk=pk)
    form = RefuseForm(request.POST if request.method == "POST" else None)

    def decide():
        withdrawing.refuse(withdrawal, by=request.user, reason=form.cleaned_data["reason"])
        return _("The withdrawal is refused; whoever declared it is told why.")

    words = {"title": _("Refuse the withdrawal"), "button": _("Refuse and tell")}
    return _decide(request, withdrawal, form, decide, "reason", words)


def _decide(request, withdrawal: Withdrawal, form, decide, field: str, words: dict) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            messages.success(request, decide())
        except Refusal as refusal:
            form.add_error(field, str(refusal))
        else:
            return redirect(INSPECT, withdrawal.pk)
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse(LIST), "label": _("Withdrawals")},
        {"url": reverse(INSPECT, args=[withdrawal.pk]), "label": str(withdrawal)},
        {"url": "", "label": words["title"]},
    ]
    context = {
        "withdrawal": withdrawal,
        "form": form,
        "button": words["button"],
        "header_title": words["title"],
        "page_title": words["title"],
        "header_icon": "rotate",
        "breadcrumbs_items": crumbs,
    }
    return render(request, "withdrawals/admin/decide.html", context, status=422 if form.errors else 200)
