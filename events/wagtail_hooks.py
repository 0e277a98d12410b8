"""Events in the administration: their doors, and the rooms that bring hooks of their own."""

from django.urls import path
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from events.models import Registration
from events.staff import panel  # noqa: F401 its hooks
from events.staff.audit import ACTIONS
from events.staff.circulars import views as circulars
from events.staff.figures import report  # noqa: F401 its hooks
from events.staff.figures import views as figures  # noqa: F401 its hooks
from events.staff.roster import phone, several
from events.staff.roster import views as roster
from events.staff.views import decisions, drafts
from events.staff.views import events as staff
from events.staff.viewsets import EventsGroup
from portal.accounts.policies import ReadOnly

register_permission_policy(Registration, ReadOnly(Registration))
register_snippet(EventsGroup)


@hooks.register("register_admin_urls")
def doors_of_verbs():
    return [
        path("events/<int:pk>/call-off/", staff.call_off, name="events_call_off"),
        path("events/<int:pk>/copy/", staff.copy, name="events_copy"),
        path("events/<int:pk>/drafts/", drafts.hand_in, name="events_drafts"),
        path("events/<int:pk>/drafts/begin/", drafts.begin, name="events_begin_pages"),
        path("events/<int:pk>/registrations/", roster.roster, name="events_roster"),
        path("events/<int:pk>/registrations/enter/", phone.enter, name="events_enter_guest"),
        path("events/<int:pk>/registrations/<slug:deed>/", several.decide, name="events_decide_several"),
        path("events/<int:pk>/letter/", circulars.write, name="events_circular"),
        path("events/registrations/<int:pk>/tickets/", phone.tickets, name="events_tickets"),
        path("events/registrations/<int:pk>/<str:deed>/", decisions.decide, name="events_decide"),
        path("events/answers/<int:pk>/", decisions.answer_file, name="events_answer_file"),
    ]


@hooks.register("register_log_actions")
def name_our_deeds(actions):
    for action, (label, message) in ACTIONS.items():
        actions.register_action(action, label, message)
