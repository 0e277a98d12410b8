"""The function of § 356a BGB: declare, confirm, and the page that says when it came. Usable without an account."""

from http import HTTPStatus
from uuid import uuid4

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts import tallies
from portal.refusals import SubmittedBefore
from portal.web import tokens
from portal.web.secret_pages import secret_page
from portal.withdrawals import brakes, contracts, offered
from portal.withdrawals import verbs as withdrawing
from portal.withdrawals.forms import DeclarationForm
from portal.withdrawals.models import Withdrawal


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def declare(request) -> HttpResponse:
    """For everybody: step one asks, step two shows it once more above the one button that declares."""
    return _steps(request)


@secret_page
@require_http_methods(["GET", "HEAD", "POST"])
def of_contract(request, word: str, token: str) -> HttpResponse:
    """The same, with what we know of a contract filled in already."""
    deed = contracts.opened_by(word, token)
    if deed is None:
        raise Http404
    return _steps(request, deed)


def _steps(request, deed=None) -> HttpResponse:
    if not offered.here():
        raise Http404
    if request.method != "POST":
        return _form(request, DeclarationForm(initial=_known(deed)), deed)
    if wait := brakes.asks_too_often(request):
        return tallies.refused(request, wait)
    form = DeclarationForm(request.POST)
    if request.POST.get("change"):
        form.errors.clear()
        return _form(request, form, deed)
    if not form.is_valid():
        return _form(request, form, deed, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if "confirm" not in request.POST:
        return render(request, "withdrawals/confirm.html", {"form": form, "said": form.cleaned_data})
    if wait := brakes.writes_too_often(form.cleaned_data["email"]):
        return tallies.refused(request, wait)
    try:
        made = withdrawing.receive(withdrawing.Declaration(language=get_language()[:2], **form.cleaned_data))
    except SubmittedBefore as refusal:
        form.add_error(None, refusal.message)
        form.data = form.data.copy()
        form.data["submission"] = str(uuid4())
        return _form(request, form, deed, status=HTTPStatus.CONFLICT)
    return HttpResponseRedirect(made.get_absolute_url(), status=HTTPStatus.SEE_OTHER)


def _known(deed) -> dict:
    kind = contracts.of(deed)
    if kind is None:
        return {}
    name, email = kind.person(deed)
    return {"name": name, "email": email, "contract": kind.called(deed)[:200]}


def _form(request, form: DeclarationForm, deed, *, status=HTTPStatus.OK) -> HttpResponse:
    context = {"form": form, "seems_over": deed is not None and not offered.runs(deed)}
    return render(request, "withdrawals/declare.html", context, status=status)


@secret_page
@require_safe
def received(request, token: str) -> HttpResponse:
    """What was declared and when it came; nothing about whether we found the contract: whoever typed it reads this."""
    withdrawal = tokens.read("withdrawal", token, Withdrawal.objects.all())
    if withdrawal is None:
        raise Http404
    return render(request, "withdrawals/received.html", {"withdrawal": withdrawal})
