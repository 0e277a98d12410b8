"""The form of an event in the administration: what guests rely on changes through the verbs, the rest is saved."""

from django.db import transaction
from django.utils import timezone
from wagtail.admin.forms import WagtailAdminModelForm

from events import scheduling
from events.models import Event


class EventForm(WagtailAdminModelForm):
    """Raises the refusals of `events.scheduling` from `save`; the view shows them."""

    @transaction.atomic
    def save(self, commit=True):
        event: Event = self.instance
        if not event._state.adding and commit:
            self._change_through_verbs(event)
        event.changed_at = timezone.now()
        saved = super().save(commit)
        if commit:
            event.refresh_from_db()
        return saved

    def _change_through_verbs(self, event: Event) -> None:
        changed = set(self.changed_data)
        if changed & {"starts_at", "ends_at", "month_only"}:
            dates = {name: getattr(event, name) for name in ("starts_at", "ends_at", "month_only")}
            scheduling.move(event, by=self.for_user, **dates)
        if place := {name: getattr(event, name) for name in scheduling.PLACE if name in changed}:
            scheduling.relocate(event, by=self.for_user, **place)
        if "capacity" in changed:
            scheduling.resize(event, capacity=event.capacity, by=self.for_user)


class EventCreationForm(WagtailAdminModelForm):
    """The short form in the chooser of a page; the remaining facts may follow in the list of events."""

    class Meta:
        model = Event
        fields = ["name", "format", "starts_at", "ends_at", "month_only", "mode", "venue", "street", "postal_code"]
        fields += ["city", "capacity", "fee", "project", "section", "contact"]
