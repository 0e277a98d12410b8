"""The page behind the secret link: a preview, a yes, a comment."""

from http import HTTPStatus

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_http_methods, require_safe

from portal.approvals import asking, subjects
from portal.approvals.forms import AnswerForm
from portal.approvals.models import Approval
from portal.refusals import Refusal
from portal.web import security_policy, tokens
from portal.web.secret_pages import secret_page


@secret_page
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request, token: str) -> HttpResponse:
    """Reading changes nothing, however often; POST approves or comments, once."""
    approval = _opened_by(token)
    if request.method != "POST":
        return _page(request, approval, token)
    action = request.POST.get("action")
    verb = {"approve": asking.approve, "comment": asking.comment}.get(action)
    form = AnswerForm(request.POST, needs_words=action == "comment")
    if verb is None or not form.is_valid():
        return _page(request, approval, token, form=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        verb(approval, **form.cleaned_data)
    except asking.Changed as refusal:
        form = AnswerForm(initial={"comment": form.cleaned_data["comment"]} | _seen(approval))
        return _page(request, approval, token, form=form, refusal=refusal, status=HTTPStatus.CONFLICT)
    except Refusal:
        approval.refresh_from_db()
        return _page(request, approval, token, status=HTTPStatus.CONFLICT)
    return HttpResponseRedirect(request.path, status=HTTPStatus.SEE_OTHER)


@secret_page
@require_safe
def preview(request, token: str) -> HttpResponse:
    """The draft as the public will see it; nothing of it once the question is closed."""
    approval = _opened_by(token)
    if asking.hindrance(approval):
        return redirect("approvals:answer", token)
    response = subjects.of(approval.subject).preview(approval.subject, request)
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    response._csp_replace = {"frame-ancestors": security_policy.ADMIN["frame-ancestors"], "form-action": ["'none'"]}
    return response


def _page(request, approval, token, *, form=None, refusal=None, status=HTTPStatus.OK) -> HttpResponse:
    closed = asking.hindrance(approval)
    row = approval.subject
    context = {
        "approval": approval,
        "title": subjects.of(row).title(row) if row else "",
        "closed": closed,
        "refusal": refusal,
        "previews": [] if closed else _previews(row, token),
        "form": None if closed else form or AnswerForm(initial=_seen(approval)),
    }
    response = render(request, "approvals/answer.html", context, status=status)
    response._csp_update = {"frame-src": ["'self'"]}
    return response


def _previews(row, token: str) -> list[dict]:
    """Address and language of every preview, the reader's own language first."""
    mine, names = translation.get_language()[:2], dict(settings.LANGUAGES)
    told = []
    for language in sorted(subjects.of(row).languages(row), key=lambda code: code != mine):
        with translation.override(language):
            told.append({"url": reverse("approvals:preview", args=[token]), "language": language})
        told[-1]["name"] = str(names[language])
    return told


def _seen(approval: Approval) -> dict:
    return {"seen": subjects.of(approval.subject).version(approval.subject)}


def _opened_by(token: str) -> Approval:
    approval = tokens.read("approval", token, Approval.objects.select_related("asked_by"))
    if approval is None:
        raise Http404
    return approval
