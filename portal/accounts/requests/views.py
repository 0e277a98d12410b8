"""The data of a person in the admin: find, export, ask for an erasure; a second person releases it.

Addresses are posted, never asked for in the address line: logs and histories of browsers keep that.
"""

from http import HTTPStatus

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from portal import persons
from portal.accounts.models import PersonRequest
from portal.accounts.requests import verbs
from portal.accounts.requests.forms import AnswerForm, FindForm, ReasonForm
from portal.language.mailbox import is_unreached
from portal.refusals import Refusal
from portal.retention import Stays
from portal.rights import Right, needs

SHOWN = 20


@needs(Right.ERASE_PEOPLE)
@require_http_methods(["GET", "HEAD", "POST"])
def find(request):
    """GET shows what was asked; POST what is held about an address, and what an erasure would leave."""
    form = FindForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return _found(request, form.cleaned_data["email"])
    asked = PersonRequest.objects.select_related("asked_by", "decided_by")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "accounts/requests/find.html", {"form": form, "asked": asked[:SHOWN]}, status=status)


@needs(Right.EXPORT_PEOPLE)
@require_POST
def export(request):
    """Everything as a file for the person."""
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _asked_wrongly(request, form, exporting=form)
    try:
        held = verbs.export(**form.cleaned_data, by=request.user)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("people_find")
    response = JsonResponse(held, json_dumps_params={"indent": 2, "ensure_ascii": False})
    response.headers["Content-Disposition"] = 'attachment; filename="export.json"'
    return response


@needs(Right.ERASE_PEOPLE)
@require_POST
def ask_erasure(request):
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _asked_wrongly(request, form, erasing=form)
    try:
        asked = verbs.ask(**form.cleaned_data, by=request.user)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("people_find")
    messages.success(request, _("The erasure is asked for. Somebody else has to release it now."))
    return redirect("people_request", asked.pk)


@needs(Right.ERASE_PEOPLE)
@require_http_methods(["GET", "HEAD", "POST"])
def decide(request, pk: int):
    """GET shows what would go, or what went; POST releases, declines with a reason, or takes back."""
    asked = get_object_or_404(PersonRequest.objects.select_related("asked_by", "decided_by"), pk=pk)
    declined = AnswerForm(request.POST if "decline" in request.POST else None)
    if request.method != "POST" or (declined.is_bound and not declined.is_valid()):
        return _request_page(request, asked, declined)
    try:
        messages.success(request, _decided(request, asked, declined))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("people_request", asked.pk)


def _decided(request, asked: PersonRequest, declined: AnswerForm) -> str:
    """What was done, for the reader."""
    if declined.is_bound:
        verbs.decline(asked, **declined.cleaned_data, by=request.user)
        return _("The erasure is declined.")
    if "withdraw" in request.POST:
        verbs.withdraw(asked, by=request.user)
        return _("The request is taken back.")
    verbs.release(asked, by=request.user)
    return _("The person is erased.")


def _asked_wrongly(request, form: ReasonForm, **forms):
    """Back to the page with what was found; without an address there is none."""
    if "email" in form.errors:
        return redirect("people_find")
    return _found(request, form.cleaned_data["email"], **forms)


def _found(request, email: str, *, exporting=None, erasing=None):
    held = persons.export(email)
    context = {
        "email": email,
        "is_unreached": is_unreached(email),
        "names": persons.names(held),
        "parts": persons.parts(held),
        "fate": _fate(persons.erase(email, dry_run=True)) if held else None,
        "open": PersonRequest.objects.filter(email=email, state="open").first(),
        "exporting": exporting or ReasonForm(initial={"email": email}, auto_id="id_export_%s"),
        "erasing": erasing or ReasonForm(initial={"email": email}, auto_id="id_erase_%s"),
        "may_export": Right.EXPORT_PEOPLE.held_by(request.user),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if exporting or erasing else HTTPStatus.OK
    return render(request, "accounts/requests/found.html", context, status=status)


def _request_page(request, asked: PersonRequest, declined: AnswerForm):
    lines = persons.erase(asked.email, dry_run=True) if asked.is_open else []
    names = persons.names(persons.export(asked.email)) if asked.whose else []
    told = {True: [], False: []}
    for one in asked.told:
        told[one["stays"]].append(one["line"])
    context = {
        "asked": asked,
        "names": names,
        "fate": _fate(lines) if asked.is_open else {"goes": told[False], "stays": told[True]},
        "hindered": verbs.hindrance(asked, request.user),
        "is_mine": asked.asked_by_id == request.user.pk,
        "declined": declined,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if declined.is_bound else HTTPStatus.OK
    return render(request, "accounts/requests/request.html", context, status=status)


def _fate(lines: list[str]) -> dict[str, list[str]]:
    stays = [line for line in lines if isinstance(line, Stays)]
    return {"goes": [line for line in lines if not isinstance(line, Stays)], "stays": stays}
