from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import ListingButton

from portal.accounts import admin_views
from portal.accounts.models import Institution


@hooks.register("register_admin_urls")
def institution_urls():
    return [path("institutions/<int:pk>/verify/", admin_views.verify_institution, name="verify_institution")]


@hooks.register("register_snippet_listing_buttons")
def verify_button(snippet, user, next_url=None):
    if isinstance(snippet, Institution) and not snippet.is_verified and user.has_perm("accounts.change_institution"):
        yield ListingButton(
            _("Verify the institution"), reverse("verify_institution", args=[snippet.pk]), icon_name="check", priority=5
        )


@hooks.register("register_log_actions")
def membership_actions(actions):
    actions.register_action("accounts.found", _("Enter an institution"), _("Institution entered"))
    actions.register_action("accounts.verify", _("Verify the institution"), _("Institution verified"))
    actions.register_action("accounts.invite", _("Invite somebody"), _("Somebody invited"))
    actions.register_action("accounts.join", _("Accept the invitation"), _("Invitation accepted"))
    actions.register_action("accounts.change_role", _("Change a role"), _("Role changed"))
    actions.register_action("accounts.leave", _("Leave or remove"), _("Member left"))
