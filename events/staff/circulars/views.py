"""Staff write to the guests of an event that they have filtered: words, preview, one press."""

from http import HTTPStatus

from django.conf import settings
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext, ngettext
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
    form = _form(request, filters)
    draft = None
    if request.method == "POST" and form.is_valid():
        try:
            if not {"preview", "trial"} & set(request.POST):
                return _write(request, event, filters, form)
            draft = writing.keep(event, by=request.user, **form.draft)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
    if draft and "trial" in request.POST:
        writing.try_out(draft, form.languages)
        messages.success(request, gettext("A test letter is on its way to %(to)s.") % {"to": request.user.email})
    return _page(request, event, filters, form, draft)


def _form(request, filters: RegistrationFilters) -> CircularForm:
    said = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    read = set(filters.found.exclude(email="").order_by().values_list("language", flat=True).distinct())
    return CircularForm(*said, by=request.user, languages=read or {code for code, _label in settings.LANGUAGES})


def _write(request, event: Event, filters: RegistrationFilters, form: CircularForm):
    circular = writing.write(event, filters.found.distinct(), by=request.user, choice=filters.told, **form.draft)
    text = ngettext("The letter goes to %(number)d guest.", "The letter goes to %(number)d guests.", circular.count)
    messages.success(request, text % {"number": circular.count})
    return redirect("events_roster", event.pk)


def _page(request, event: Event, filters: RegistrationFilters, form: CircularForm, draft: Circular | None):
    wrong = form.is_bound and bool(form.errors)
    context = {
        "event": event,
        "form": form,
        "kept": list(form.kept.all()),
        "chosen": _chosen(filters),
        "number": filters.found.distinct().count(),
        "names": names(),
        "sheets": _sheets(filters, form, draft) if draft else [],
        "back": f"{reverse('events_roster', args=[event.pk])}?{request.GET.urlencode()}",
        "before": Circular.objects.filter(event=event, at__isnull=False).select_related("by"),
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


def _sheets(filters: RegistrationFilters, form: CircularForm, draft: Circular) -> list[dict]:
    """The letter to the first who gets it, in each language that is needed."""
    first = filters.found.first()
    if first is None:
        return []
    sheets = []
    for language in form.languages:
        with translation.override(language):
            letter = letters.circular(CircularCopy(circular=draft, registration=first))
        if letter is not None:
            mail = rendering.as_message(letter, language, "preview")
            sheets.append({"language": language, "subject": letter.subject, "html": mail.alternatives[0][0]})
    return sheets
