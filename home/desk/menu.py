"""The admin's menu in the words of the staff: what belongs together stands together."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from portal.rights import Right

# Facts join by `menu_hook`; Wagtail's own items are moved here from the first level.
CONTENT_HOOK = "register_content_menu_item"
PEOPLE_HOOK = "register_people_menu_item"
MOVED = {"explorer", "images", "documents", "forms"}


@hooks.register("construct_main_menu")
def gather_content(request, items) -> None:
    """One group for all that is written: pages, pictures, files and the facts that pages tell of."""
    inside = [item for item in items if item.name in MOVED]
    items[:] = [item for item in items if item.name not in MOVED]
    group = SubmenuMenuItem(
        _("Content"),
        Menu(items=inside, register_hook_name=CONTENT_HOOK),
        name="content",
        icon_name="folder-open-inverse",
        order=100,
    )
    if group.is_shown(request):
        items.append(group)


class UsersItem(MenuItem):
    def is_shown(self, request) -> bool:
        return Right.KEEP_USERS.held_by(request.user)


@hooks.register(PEOPLE_HOOK)
def users_item():
    return UsersItem(_("Users"), reverse("wagtailusers_users:index"), name="users", icon_name="user", order=50)


@hooks.register("construct_settings_menu")
def users_stand_with_people(request, items) -> None:
    items[:] = [item for item in items if item.name != "users"]
