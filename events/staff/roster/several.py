"""One decision for several guests of an event."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from events.models import Event, Registration
from events.staff.views.decisions import DEEDS, ReasonForm, is_possible
from portal.refusals import Refusal
from portal.rights import Right, needs

# Which seats are given back is asked for one guest.
FOR_SEVERAL = [name for name in DEEDS if name != "give-back"]


@needs(Right.DECIDE_GUESTS)
@require_http_methods(["GET", "POST"])
def decide(request, pk: int, deed: str):
    """The question with all names (`?pk=…`); POST decides each, and one refusal hinders no other."""
    if deed not in FOR_SEVERAL:
        raise Http404
    event = get_object_or_404(Event, pk=pk)
    verb, label, needs_reason, _start = DEEDS[deed]
    said = request.POST if request.method == "POST" else request.GET
    keys = [key for key in said.getlist("pk") if key.isascii() and key.isdigit() and len(key) < 19]
    chosen = event.registrations.filter(pk__in=keys).order_by("name", "pk")
    ready = [one for one in chosen if is_possible(one, deed)]
    others = [one for one in chosen if one not in ready]
    if not ready:
        messages.error(request, _("Please choose guests for whom this is possible."))
        return redirect("events_roster", pk)
    form = ReasonForm(request.POST if request.method == "POST" else None) if needs_reason else None
    if request.method == "POST" and (form is None or form.is_valid()):
        _decide(request, verb, ready, **(form.cleaned_data if form else {}))
        return redirect("events_roster", pk)
    context = {"event": event, "label": label, "form": form, "ready": ready, "others": others}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form is not None and form.is_bound else HTTPStatus.OK
    return TemplateResponse(request, "events/admin/decide_several.html", context, status=status)


def _decide(request, verb, ready: list[Registration], **said) -> None:
    done = []
    for registration in ready:
        try:
            verb(registration, by=request.user, **said)
        except Refusal as refusal:
            messages.error(request, f"{registration.name}: {refusal.message}")
        else:
            done.append(registration)
    if told := sum(1 for one in done if one.has_mailbox):
        text = ngettext(
            "Done for %(n)d guest, who is told by email.", "Done for %(n)d guests, who are told by email.", told
        )
        messages.success(request, text % {"n": told})
    if names := ", ".join(one.name for one in done if not one.has_mailbox):
        text = _("Done. No letter goes there, please phone: %(names)s.")
        messages.warning(request, text % {"names": names})
