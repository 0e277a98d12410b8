"""The next events with their seats, on the admin's first page."""

from django.db.models import Count, Q
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks

from events.models import Event, Registration
from events.staff import overview
from events.states import RegistrationState
from portal.look.desk import Row, RowsPanel, waiting
from portal.rights import Right

SHOWN = 5
WAITING = Count("registrations", filter=Q(registrations__state=RegistrationState.WAITING))


class NextEvents(RowsPanel):
    name = "next-events"
    heading = gettext_lazy("Next events")
    icon = "date"
    order = 230
    more = (reverse_lazy("wagtailsnippets_events_event:list"), gettext_lazy("All events"))

    def rows(self) -> list[Row]:
        coming = Event.objects.upcoming().filter(external_url="").annotate(waiting=WAITING)[:SHOWN]
        may_change = Right.WRITE_FACTS.held_by(self.user)
        return [self._row(event, may_change) for event in coming]

    def _row(self, event: Event, may_change: bool) -> Row:
        url = reverse("wagtailsnippets_events_event:edit", args=[event.pk]) if may_change else ""
        when = date_format(timezone.localtime(event.starts_at), "SHORT_DATETIME_FORMAT")
        return Row(event.name, url, when, _cancelled_or_seats(event))


def _cancelled_or_seats(event: Event) -> str:
    if event.is_cancelled:
        return event.get_status_display()
    if not event.takes_registrations:
        return _("no registration")
    numbers = {"taken": event.seats_taken, "capacity": event.capacity, "waiting": event.waiting}
    if event.capacity is None:
        return _("%(taken)s seats taken") % numbers
    if event.waiting:
        return _("%(taken)s of %(capacity)s seats taken, %(waiting)s waiting") % numbers
    return _("%(taken)s of %(capacity)s seats taken") % numbers


@hooks.register("construct_homepage_panels")
def show_next_events(request, panels) -> None:
    if Right.READ_EVENTS.held_by(request.user):
        panels.append(NextEvents(request.user))


@hooks.register("own_work")
def requested_seats(user) -> list[Row]:
    if not Right.DECIDE_GUESTS.held_by(user):
        return []
    number = Registration.objects.filter(state=RegistrationState.REQUESTED).count()
    address = reverse("wagtailsnippets_events_registration:list")
    return waiting(_("Registrations to decide on"), number, f"{address}?state={RegistrationState.REQUESTED}")


@hooks.register("own_work")
def events_without_a_page(user) -> list[Row]:
    if not Right.WRITE_FACTS.held_by(user):
        return []
    address = reverse("wagtailsnippets_events_event:list")
    number = Event.objects.unannounced().count()
    return waiting(_("Coming events without a page"), number, f"{address}?page={overview.WITHOUT}")
