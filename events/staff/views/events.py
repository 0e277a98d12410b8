"""Views of the administration that act through the verbs."""

from http import HTTPStatus

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages as wagtail_messages
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views import snippets

from events.models import Event
from events.models.questions import about_support
from events.refusals import SeatsTaken
from events.staff import copies, dates, drafts, moving
from events.staff.event_forms import WHEN, CopyForm
from portal.approvals.proposing import ProposingEditView
from portal.audit import log
from portal.look.lists import SafeIndex
from portal.refusals import Refusal
from portal.rights import Right, needs


class EventCreateView(snippets.CreateView):
    """A new event begins with the question about support, which editors may change or delete, and with its drafts.

    From the facts it leads on to the words; the first page leads back and to the next one.
    """

    begun = ()

    def get_initial_form_instance(self):
        if self.request.method != "GET":
            return super().get_initial_form_instance()
        event = Event()
        event.questions = [about_support()]
        return event

    def save_instance(self):
        event = super().save_instance()
        self.begun = drafts.begin(event, by=self.request.user)
        return event

    def get_success_url(self):
        if not self.begun:
            return reverse("wagtailsnippets_events_event:edit", args=[self.object.pk])
        languages = " → ".join(str(page.locale.get_display_name()) for page in self.begun)
        messages.info(
            self.request,
            _("The facts are kept. Now the words: %(languages)s, then submit them.") % {"languages": languages},
        )
        return reverse("wagtailadmin_pages:edit", args=[self.begun[0].pk])


class EventEditView(ProposingEditView):
    """A verb's refusal stands beside its field, and nothing is saved. Before guests are told, it asks."""

    def form_valid(self, form):
        if self.becomes_proposal(form):
            return self.propose(form)
        said = self.request.POST.get("tell")
        if said == "back":
            self.form = form
            return self.render_to_response(self.get_context_data(form=form))
        try:
            asked = None if said else moving.question(form)
            if asked:
                return self._ask(asked)
            form.tells = said != "no"
            answer = super().form_valid(form)
        except Refusal as refusal:
            form.add_error("capacity" if isinstance(refusal, SeatsTaken) else None, refusal.message)
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)
        if "starts_at" in form.changed_data:
            self._warn_of_times_left_behind()
        if set(form.changed_data) & {*WHEN, *dates.PLACE} and not self.object.is_past():
            warn_of_unreached(self.request, self.object, self.object.registrations.active())
        return answer

    def _ask(self, question: moving.Question):
        kept = [(name, value) for name, values in self.request.POST.lists() for value in values]
        said = [(name, value) for name, value in kept if name not in {"csrfmiddlewaretoken", "tell"}]
        context = {"event": Event.objects.get(pk=self.object.pk), "question": question, "said": said}
        return TemplateResponse(self.request, "events/admin/move.html", context)

    def _warn_of_times_left_behind(self):
        event: Event = self.object
        sales = [at for ticket in event.ticket_types.all() for at in (ticket.sale_from, ticket.sale_until)]
        if any([event.registration_closes_at, event.cancel_until, *sales, *event.sessions.all()]):
            text = _("Sessions, deadlines and times of sale did not move with the event. Please check them.")
            messages.warning(self.request, text)

    @property
    def header_more_buttons(self):
        buttons, user = [*super().header_more_buttons], self.request.user
        if Right.SEE_GUESTS.held_by(user):
            coming = reverse("events_roster", args=[self.object.pk])
            buttons.append(Button(_("Registrations"), url=coming, icon_name="group", priority=12))
        copying = reverse("events_copy", args=[self.object.pk])
        buttons.append(Button(_("Copy or repeat"), url=copying, icon_name="copy", priority=14))
        if self.object.takes_registrations and Right.CHECK_IN.held_by(user):
            door = reverse("events:checkin", args=[self.object.pk])
            buttons.append(Button(_("Check-in"), url=door, icon_name="check", priority=11))
        if self.object.takes_registrations and Right.PRINT_NAMES.held_by(user):
            label, sheets = _("Badges, lists and certificates"), reverse("events:papers", args=[self.object.pk])
            buttons.append(Button(label, url=sheets, icon_name="doc-full", priority=12))
        if not self.object.is_cancelled and Right.MOVE_EVENTS.held_by(user):
            address = reverse("events_call_off", args=[self.object.pk])
            buttons.append(Button(_("Cancel event"), url=address, icon_name="cross", priority=15))
        return buttons


def warn_of_unreached(request, event: Event, guests) -> None:
    """Guests without an email address get no letter about what has just changed: staff phone them."""
    if number := guests.filter(email="").count():
        text = ngettext(
            "%(n)d guest has no email address and does not know it yet: please phone.",
            "%(n)d guests have no email address and do not know it yet: please phone.",
            number,
        )
        address = reverse("events_roster", args=[event.pk]) + "?mail=no"
        buttons = [wagtail_messages.button(address, _("Show these guests"))]
        wagtail_messages.warning(request, text % {"n": number}, buttons=buttons)


class RegistrationIndexView(SafeIndex):
    """Rows to read and export; every export is written into the audit log."""

    export_right = Right.EXPORT_GUESTS

    def as_spreadsheet(self, queryset, spreadsheet_format):
        user, asked = self.request.user, self.request.GET.copy()
        # Whom they looked for would outlive the person in the log.
        asked.pop("q", None)
        log(user, "events.export", user=user, data={"rows": queryset.count(), "filters": asked.urlencode()})
        return super().as_spreadsheet(queryset, spreadsheet_format)


@needs(Right.WRITE_FACTS)
@require_http_methods(["GET", "POST"])
def copy(request, pk: int):
    """Copy an event to another date, or repeat it in a rhythm; the pages of the copies are drafts."""
    event = get_object_or_404(Event, pk=pk)
    form = CopyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        made = _copies(event, form.cleaned_data, by=request.user)
        text = ngettext("%(number)d event was made.", "%(number)d events were made.", len(made))
        messages.success(request, text % {"number": len(made)})
        return redirect(reverse("wagtailsnippets_events_event:edit", args=[made[0].pk]))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return TemplateResponse(request, "events/admin/copy.html", {"event": event, "form": form}, status=status)


def _copies(event: Event, said: dict, *, by) -> list[Event]:
    if said["rhythm"]:
        return copies.repeat(event, rhythm=said["rhythm"], times=said["times"], by=by)
    return [copies.clone(event, starts_at=said["starts_at"], by=by)]


@needs(Right.MOVE_EVENTS)
@require_http_methods(["GET", "POST"])
def call_off(request, pk: int):
    """The question before an event is cancelled, with the number of letters that follow."""
    event = get_object_or_404(Event, pk=pk)
    if request.method == "POST":
        ended = list(event.registrations.active().values_list("pk", flat=True))
        dates.call_off(event, by=request.user)
        warn_of_unreached(request, event, event.registrations.filter(pk__in=ended))
        messages.success(request, _("The event is cancelled, everybody registered is told."))
        return redirect(reverse("wagtailsnippets_events_event:list"))
    context = {"event": event, "letters": event.registrations.active().count()}
    return TemplateResponse(request, "events/admin/call_off.html", context)
