from django.contrib.auth import get_user_model
from django.urls import path, reverse
from django.utils.functional import classproperty
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import ListingButton
from wagtail.permissions import policy_registry
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction
from wagtail.snippets.models import get_snippet_models
from wagtail.users.views.users import UserViewSet

from portal.accounts import admin_views
from portal.accounts.models import Institution
from portal.accounts.requests import panel, views  # noqa: F401 (the panel is a hook)
from portal.rights import Right


def _somebody_may_delete(model) -> bool:
    almighty = get_user_model()(is_superuser=True)
    return policy_registry.get_by_type(model).user_has_permission(almighty, "delete")


# Wagtail offers "Delete" below every list and says no on the next page.
DeleteBulkAction.models = classproperty(lambda cls: [m for m in get_snippet_models() if _somebody_may_delete(m)])


UserViewSet.index_view_class = admin_views.UserList


@hooks.register("register_admin_urls")
def institution_urls():
    return [
        path("institutions/<int:pk>/verify/", admin_views.verify_institution, name="verify_institution"),
        path("persons/", views.find, name="people_find"),
        path("persons/export/", views.export, name="people_export"),
        path("persons/erasure/", views.ask_erasure, name="people_erase"),
        path("persons/<int:pk>/", views.decide, name="people_request"),
    ]


class PersonsItem(MenuItem):
    def is_shown(self, request) -> bool:
        return Right.ERASE_PEOPLE.held_by(request.user)


@hooks.register("register_people_menu_item")
def persons_item():
    return PersonsItem(_("Data of a person"), reverse("people_find"), name="persons", icon_name="key", order=90)


@hooks.register("register_snippet_listing_buttons")
def verify_button(snippet, user, next_url=None):
    if isinstance(snippet, Institution) and not snippet.is_verified and Right.KEEP_INSTITUTIONS.held_by(user):
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
    actions.register_action("accounts.lost_manager", _("Lose the last manager"), _("Last manager erased"))
    actions.register_action("accounts.export_person", _("Export a person's data"), _("Data of a person exported"))
    actions.register_action("accounts.ask_erasure", _("Ask for an erasure"), _("Erasure asked for"))
    actions.register_action("accounts.release_erasure", _("Release an erasure"), _("Person erased"))
    actions.register_action("accounts.decline_erasure", _("Decline an erasure"), _("Erasure declined"))
    actions.register_action("accounts.withdraw_erasure", _("Take a request back"), _("Request taken back"))
    actions.register_action("accounts.bank_details", _("Change the bank details"), _("Bank details changed"))
    actions.register_action("accounts.leave", _("Leave or remove"), _("Member left"))
