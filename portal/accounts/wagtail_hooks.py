from django.utils.translation import gettext_lazy as _
from wagtail import hooks


@hooks.register("register_log_actions")
def membership_actions(actions):
    actions.register_action("accounts.found", _("Enter an institution"), _("Institution entered"))
    actions.register_action("accounts.verify", _("Verify the institution"), _("Institution verified"))
    actions.register_action("accounts.invite", _("Invite somebody"), _("Somebody invited"))
    actions.register_action("accounts.join", _("Accept the invitation"), _("Invitation accepted"))
    actions.register_action("accounts.change_role", _("Change a role"), _("Role changed"))
    actions.register_action("accounts.leave", _("Leave or remove"), _("Member left"))
