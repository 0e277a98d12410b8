"""The doors of the staff: every address under the administration and the check-in, where it stands and whose it is."""

import re

from django.apps import apps
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils.translation import override
from wagtail.permissions import policy_registry

from portal.rights import Right
from tests.hostile.doors import Door, address, all_doors, row
from tests.hostile.world import World

# Ways in and out, scripts, and what Wagtail shows when nothing else fits: behind them is nothing of ours.
NO_DOORS = {
    "admin/^.*/$",
    "admin/test404/",
    "wagtailadmin_error_test",
    "admin/login/",
    "wagtailadmin_login",
    "wagtailadmin_logout",
    "wagtailadmin_javascript_catalog",
    "wagtail_localize:javascript_catalog",
    "words_of_the_editor",
}
# The first leads back to the admin's start page, as a refusal does; the second asks when it moves.
NO_DOORS |= {"changes_read", "wagtailadmin_pages:move_confirm"}
NO_DOORS |= {f"wagtailadmin_password_reset{part}" for part in ("", "_done", "_confirm", "_complete")}


def staff_doors() -> list[Door]:
    return [door for door in all_doors() if door.name not in NO_DOORS and _is_for_staff(door)]


def _is_for_staff(door: Door) -> bool:
    return door.prefix.startswith("admin/") or hasattr(door.pattern.callback, "right")


# Wagtail's own doors by the beginning of their names, the first that fits; a door without a row fails the test.
# Where the place decides (a page, a collection), it is the right of the whole tree.
WAGTAIL = (
    ("wagtailusers_", Right.KEEP_USERS),
    ("wagtailsites", Right.KEEP_SITE),
    ("wagtaillocales", Right.KEEP_SITE),
    ("wagtailadmin_collections", Right.KEEP_SITE),
    ("wagtailadmin_workflows", Right.KEEP_SITE),
    ("wagtailredirects", Right.KEEP_REDIRECTS),
    ("wagtailsettings", Right.KEEP_OFFICE),
    ("wagtailforms", Right.SEE_ANSWERS),
    ("wagtailimages_chooser:create", Right.KEEP_FILES),
    ("wagtaildocs_chooser:create", Right.KEEP_FILES),
    # Filtered by Wagtail to what the reader may choose.
    ("wagtailimages_chooser", Right.ENTER),
    ("wagtaildocs_chooser", Right.ENTER),
    ("wagtailimages", Right.KEEP_FILES),
    ("wagtaildocs", Right.KEEP_FILES),
    ("wagtailadmin_pages:unpublish", Right.PUBLISH_PAGES),
    ("wagtailadmin_pages:lock", Right.PUBLISH_PAGES),
    ("wagtailadmin_pages:unlock", Right.PUBLISH_PAGES),
    ("wagtailadmin_pages:delete", Right.PUBLISH_PAGES),
    ("wagtailadmin_pages:set_page_position", Right.PUBLISH_PAGES),
    ("wagtailadmin_pages:set_privacy", Right.PUBLISH_PAGES),
    ("wagtailadmin_pages:move", Right.PUBLISH_PAGES),
    ("wagtailadmin_pages:revisions_unschedule", Right.PUBLISH_PAGES),
    # They show the title of a page, which is public.
    ("wagtailadmin_pages:choose_parent", Right.ENTER),
    ("wagtailadmin_pages:revisions_index", Right.ENTER),
    ("wagtailadmin_pages:confirm_workflow_cancellation", Right.ENTER),
    ("wagtailadmin_pages", Right.WRITE_PAGES),
    ("wagtailadmin_explore", Right.WRITE_PAGES),
    ("wagtailadmin_choose_page", Right.ENTER),
    # Filtered by Wagtail to what the reader may see.
    ("wagtailadmin_reports:site_history", Right.ENTER),
    ("wagtailadmin_reports:locked_pages", Right.PUBLISH_PAGES),
    ("wagtailadmin_reports", Right.WRITE_PAGES),
    ("wagtailadmin_api", Right.ENTER),
    ("wagtail_localize:convert_to_alias", Right.PUBLISH_PAGES),
    ("wagtail_localize", Right.TRANSLATE),
    ("wagtail_bulk_action", Right.DELETE_FACTS),
    ("wagtailadmin_", Right.ENTER),
    ("wagtailembeds", Right.ENTER),
)
ACTIONS = dict.fromkeys(("list", "list_results", "inspect"), "view")
ACTIONS |= dict.fromkeys(("choose", "choose_results", "chosen", "chosen_multiple"), "view")
ACTIONS |= dict.fromkeys(("history", "history_results", "usage"), "change")
ACTIONS |= {"add": "add", "copy": "add", "create": "add", "edit": "change", "delete": "delete"}
# Done by verbs only: administrators are refused too.
NOBODY = None
ALMIGHTY = get_user_model()(is_superuser=True)


def right_of(door: Door) -> Right | None:
    """Whose door it is; StopIteration for one that nobody has entered."""
    callback = door.pattern.callback
    own = getattr(callback, "right", None) or getattr(getattr(callback, "view_class", None), "right", None)
    if own:
        return own
    if door.name.startswith(("wagtailsnippets_", "wagtailsnippetchoosers_")):
        label, _, view = door.name.partition(":")
        app, model = label.split("_")[1:]
        permission = f"{app}.{ACTIONS[view]}_{model}"
        if not policy_registry.get_by_type(apps.get_model(app, model)).user_has_permission(ALMIGHTY, ACTIONS[view]):
            return NOBODY
        return next((right for right in Right if permission in right.permissions), NOBODY)
    if door.name == "wagtailsnippets:index":
        return NOBODY  # all snippets stand in groups of the menu
    return next(right for start, right in (*OURS, *WAGTAIL) if door.name.startswith(start))


# Doors of ours where the row decides who may.
OURS = (
    ("ask_outside", Right.RELEASE_LISTINGS),
    ("revoke_approval", Right.RELEASE_LISTINGS),
    ("changes_read", Right.ENTER),
    ("handbook", Right.ENTER),
    ("words_of_the_editor", Right.ENTER),
    ("show_source_instead", Right.PUBLISH_PAGES),
    ("sync_translations", Right.TRANSLATE),
)


def where(door: Door, world: World) -> str:
    """The address, with rows of the world in it; where it has none, what is not there."""
    names = re.findall(r"<(?:(\w+):)?(\w+)>", door.prefix)
    is_chooser = door.name.startswith("wagtailsnippetchoosers_")
    if (
        not door.prefix.startswith("admin/")
        or not is_chooser
        and (door.is_ours or door.name.startswith("wagtailsnippets_"))
        or not names
    ):
        return address(door, world)
    if door.name.startswith("wagtailforms"):
        values = {"page_id": world.pages["join"].pk}
    elif is_chooser:
        values = {"pk": row(door.name.partition(":")[0].replace("choosers_", "s_"), world)}
    else:
        page = dict.fromkeys(("page_id", "page_to_move_id", "page_pk", "object_id"), world.pages["about"].pk)
        page |= {"parent_page_id": world.pages["home"].pk, "destination_id": world.pages["news"].pk}
        values = page | OTHERS.get(door.name.partition(":")[0], {}) | OTHERS.get(door.name, {})
    with override("de"):
        if "revisions/compare" in door.prefix:
            return reverse(door.name, args=[world.pages["about"].pk, "earliest", "latest"])
        return reverse(door.name, kwargs={n: values.get(n, 0 if kind == "int" else "nothing") for kind, n in names})


_TYPE = {"content_type_app_name": "home", "content_type_model_name": "standardpage"}
_TYPE |= {"app_label": "home", "model_name": "standardpage", "app_name": "home"}
OTHERS = {
    "wagtailadmin_pages": _TYPE,
    "wagtailsettings": {"app_name": "home", "model_name": "office", "pk": 1},
    "wagtail_bulk_action": {"app_label": "home", "model_name": "funder", "action": "delete"},
    "wagtailsites": {"pk": 1},
    "wagtaillocales": {"pk": 1},
    "wagtailadmin_collections": {"pk": 1, "collection_id": 1},
    "wagtailadmin_workflows": {"pk": 1, "task_id": 1, "app_label": "wagtailcore", "model_name": "groupapprovaltask"},
    "wagtailimages_chooser": {"pk": 0},
    "wagtaildocs_chooser": {"pk": 0},
    "wagtailusers_users": {"pk": 1},
    "wagtailusers_groups": {"pk": 1},
}
