from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from portal.approvals import admin_views, proposing


@hooks.register("register_admin_urls")
def approval_urls():
    return [
        path("approvals/<slug:word>/<int:pk>/", admin_views.ask, name="ask_outside"),
        path("approvals/<int:pk>/revoke/", admin_views.revoke, name="revoke_approval"),
        path("proposals/", proposing.index, name="proposals"),
        path("proposals/<int:pk>/", proposing.decide, name="decide_proposal"),
    ]


@hooks.register("register_log_actions")
def name_our_deeds(actions):
    for deed, label, said in (
        ("ask", _("Ask somebody outside"), _("Somebody outside asked for approval")),
        ("approve", _("Approve from outside"), _("Approved from outside")),
        ("comment", _("Comment from outside"), _("Commented from outside")),
        ("propose", _("Propose a change"), _("Change proposed")),
        ("release", _("Release a proposed change"), _("Proposed change released")),
        ("decline", _("Decline a proposed change"), _("Proposed change declined")),
        ("revoke", _("Take the question back"), _("Question to somebody outside taken back")),
    ):
        actions.register_action(f"approvals.{deed}", label, said)
