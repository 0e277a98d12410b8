"""The question to the owner: its form stands on the page of the listing, with mistakes on a page of its own."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from marketplace.models import Listing
from marketplace.questions import verbs as asking
from marketplace.questions.forms import QuestionForm
from marketplace.refusals import NotOffered
from portal.accounts import tallies

BY_ONE, ABOUT_ONE, HOUR = 10, 20, 3600


@require_http_methods(["GET", "POST"])
def ask(request, pk: int) -> HttpResponse:
    """Whatever address is typed, the answer is the same: it tells nobody who is known here."""
    listing = get_object_or_404(Listing.objects.current().shown_to(request.user).for_display(), pk=pk)
    if request.method == "GET":
        return _form(request, listing, QuestionForm(user=request.user))
    by_one = tallies.count("question", tallies.address(request), most=BY_ONE, seconds=HOUR)
    if wait := by_one or tallies.count("question-about", str(pk), most=ABOUT_ONE, seconds=HOUR):
        return tallies.refused(request, wait)
    form = QuestionForm(request.POST, user=request.user)
    if not form.is_valid():
        return _form(request, listing, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if not form.is_from_a_robot:
        try:
            asking.ask(listing, **form.question, language=get_language()[:2])
        except NotOffered as refusal:
            form.add_error(None, str(refusal))
            return _form(request, listing, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    thanks = _("Thank you. Your question is on its way to %(institution)s; the answer comes by email.")
    messages.success(request, thanks % {"institution": listing.institution})
    return HttpResponseRedirect(listing.get_absolute_url(), status=HTTPStatus.SEE_OTHER)


def _form(request, listing: Listing, form: QuestionForm, *, status: int = HTTPStatus.OK) -> HttpResponse:
    return render(request, "marketplace/ask.html", {"listing": listing, "form": form}, status=status)
