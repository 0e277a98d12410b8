"""In the editor of an event's page: how registration stands, and where its facts are changed."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from wagtail.admin.panels import Panel


class StandingPanel(Panel):
    """Words stand on the page, date and seats on the event: this tab leads there."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "events/admin/standing.html"

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            event = self.instance.event if self.instance.event_id else None
            if event is None:
                return context
            return context | {
                "event": event,
                "when": date_format(localtime(event.starts_at), "SHORT_DATETIME_FORMAT"),
                "waiting": event.registrations.waiting().count(),
                "edit_url": reverse("wagtailsnippets_events_event:edit", args=[event.pk]),
                "may_edit": self.request.user.has_perm("events.change_event"),
                "registrations_url": reverse("events_roster", args=[event.pk]),
                "may_read": self.request.user.has_perm("events.view_registration"),
            }
