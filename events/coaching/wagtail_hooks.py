"""Coaching in the administration. Confidential notes appear nowhere here."""

from django.urls import path
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from events.coaching.models import Account, Booking, Slot
from events.coaching.staff import decisions, panel  # noqa: F401 its hooks
from events.coaching.staff import views as staff
from events.coaching.staff.audit import ACTIONS
from events.coaching.staff.viewsets import CoachingGroup
from portal.accounts.policies import ReadOnly

for deed in (Account, Booking, Slot):
    register_permission_policy(deed, ReadOnly(deed))
register_snippet(CoachingGroup)


@hooks.register("register_admin_urls")
def doors_of_verbs():
    return [
        path("coaching/<slug:kind>/<int:pk>/decide/<slug:deed>/", decisions.decide, name="coaching_decide"),
        path("coaching/hours/<int:pk>/grant/", staff.grant, name="coaching_grant"),
        path("coaching/hours/<int:pk>/statement.pdf", staff.statement, name="coaching_statement"),
    ]


@hooks.register("register_log_actions")
def name_our_deeds(actions):
    for action, (label, message) in ACTIONS.items():
        actions.register_action(action, label, message)
