"""Staff ask somebody outside, see who was asked, and take questions back."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from portal.approvals import asking, showing, subjects
from portal.approvals.forms import AskForm
from portal.approvals.models import Approval
from portal.refusals import Refusal


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request, word: str, pk: int) -> HttpResponse:
    """GET shows who was asked; POST asks."""
    kind, row = _fetched(request.user, word, pk)
    may_release = kind.may_release(row, request.user)
    if request.method != "POST":
        return _page(request, kind, row, AskForm(may_release=may_release, initial={"language": "de"}))
    form = AskForm(request.POST, may_release=may_release)
    if form.is_valid():
        try:
            approval = asking.ask(row, by=request.user, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("%(name)s gets a letter with a link.") % {"name": approval.name})
            return redirect("ask_outside", word, pk)
    return _page(request, kind, row, form, status=422)


@require_POST
def revoke(request, pk: int) -> HttpResponse:
    approval = Approval.objects.filter(pk=pk).first()
    row = approval.subject if approval else None
    if row is None or subjects.of(row).fetch(row.pk, request.user) is None:
        raise Http404
    try:
        asking.revoke(approval, by=request.user)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The link of %(name)s does not work any more.") % {"name": approval.name})
    return redirect("ask_outside", subjects.of(row).word, row.pk)


def _fetched(user, word: str, pk: int):
    kind = subjects.by_word(word)
    row = kind.fetch(pk, user) if kind else None
    if row is None:
        raise Http404
    return kind, row


def _page(request, kind, row, form: AskForm, *, status: int = 200) -> HttpResponse:
    context = {
        "title": kind.title(row),
        "desk": kind.desk(row),
        "waits": kind.is_waiting(row),
        "asked": showing.asked(row),
        "form": form,
    }
    return render(request, "approvals/admin/ask.html", context, status=status)
