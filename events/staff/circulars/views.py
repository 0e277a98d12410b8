"""Staff write to the guests of an event that they have filtered: words, preview, one press."""

from http import HTTPStatus

from django.conf import settings
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from events import letters
from events.models import Circular, CircularCopy, Event
from events.staff.circulars import verbs as writing
from events.staff.circulars.forms import CircularForm, names
from events.staff.roster.filters import RegistrationFilters
from portal.letters import rendering
from portal.refusals import Refusal
from portal.rights import Right, needs


@needs(Right.WRITE_TO_GUESTS)
@require_http_methods(["GET", "HEAD", "POST"])
def write(request, pk: int):
    """The query of the address chooses the guests, as in their table; without one it is all that are confirmed."""
    event = get_object_or_404(Event, pk=pk)
    filters = RegistrationFilters(request.GET or {"state": "confirmed"}, event=event)
    form = CircularForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and "preview" not in request.POST:
        try:
            return _write(request, event, filters, form)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
    return _page(request, event, filters, form)


def _write(request, event: Event, filters: RegistrationFilters, form: CircularForm):
    submission = form.cleaned_data["submission"]
    said = {"words": form.words, "submission": submission, "choice": filters.told}
    circular = writing.write(event, filters.found.distinct(), by=request.user, **said)
    text = ngettext("The letter goes to %(number)d guest.", "The letter goes to %(number)d guests.", circular.count)
    messages.success(request, text % {"number": circular.count})
    return redirect("events_roster", event.pk)


def _page(request, event: Event, filters: RegistrationFilters, form: CircularForm):
    wrong = form.is_bound and not form.is_valid()
    context = {
        "event": event,
        "form": form,
        "chosen": _chosen(filters),
        "number": filters.found.distinct().count(),
        "names": names(),
        "sheets": _sheets(event, filters, form) if form.is_bound and not wrong else [],
        "back": f"{reverse('events_roster', args=[event.pk])}?{request.GET.urlencode()}",
        "before": Circular.objects.filter(event=event).select_related("by"),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    return TemplateResponse(request, "events/admin/circular.html", context, status=status)


def _chosen(filters: RegistrationFilters) -> list[str]:
    """The filters in words."""
    if not filters.form.is_valid():
        return []
    said = {name: value for name, value in filters.form.cleaned_data.items() if value}
    fields = filters.form.fields
    return [
        f"{fields[name].label}: {dict(getattr(fields[name], 'choices', [])).get(value, value)}"
        for name, value in said.items()
    ]


def _sheets(event: Event, filters: RegistrationFilters, form: CircularForm) -> list[dict]:
    """The letter to the first who gets it, in both languages; nothing is stored."""
    first = filters.found.first()
    if first is None:
        return []
    copy = CircularCopy(circular=Circular(event=event, **form.words), registration=first)
    sheets = []
    for language, _label in settings.LANGUAGES:
        with translation.override(language):
            letter = letters.circular(copy)
        if letter is not None:
            mail = rendering.as_message(letter, language, "preview")
            sheets.append({"language": language, "subject": letter.subject, "html": mail.alternatives[0][0]})
    return sheets
