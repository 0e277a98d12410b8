"""The four staff roles as groups of Wagtail, with what `portal.rights` gives to each.

What administrators change about a group afterwards stays: a deployment brings what the table has learnt or lost since.
"""

from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from portal.rights import ADMINISTRATORS, EDITORS, FINANCE, MODERATORS, ROLES, Right

__all__ = ["ADMINISTRATORS", "EDITORS", "FINANCE", "MODERATORS", "ROLES", "grant", "people_of"]

# Where a right holds: for everything, for the tree of pages, for all collections.
GENERAL, PAGES, FILES = "", "pages", "files"


def people_of(*names: str):
    """The active members of the groups, each once."""
    return get_user_model().objects.filter(groups__name__in=names, is_active=True).distinct().order_by("pk")


@transaction.atomic
def grant() -> None:
    """Create the groups and hand out what the table says; runs after every migration and may be repeated."""
    known = {f"{app}.{codename}": pk for pk, app, codename in _permissions()}
    # An emptied database has no roots: what holds in a tree is handed out when there is one.
    roots = {PAGES: Page.get_first_root_node(), FILES: Collection.get_first_root_node()}
    for name in ROLES:
        group, _made = Group.objects.get_or_create(name=name)
        granted, _first = apps.get_model("accounts", "Granted").objects.get_or_create(group=group)
        before, wanted = set(granted.words), {word for word in _words(name) if _can_be_given(word, known, roots)}
        for word in wanted - before:
            _add(group, known, roots, *word.split())
        for word in before - wanted:
            _take(group, *word.split())
        if wanted != before:
            granted.words = sorted(wanted)
            granted.save(update_fields=["words"])


def _permissions():
    return Permission.objects.values_list("pk", "content_type__app_label", "codename")


def _words(name: str) -> set[str]:
    """What the table gives to a role: a permission, and where it holds."""
    words = set()
    for right in Right:
        row = right.value
        if name in row.roles:
            words |= set(right.permissions)
            words |= {f"wagtailcore.{codename} {PAGES}" for codename in row.pages}
            words |= {f"{_app_of(codename)}.{codename} {FILES}" for codename in row.files}
    return words


def _app_of(codename: str) -> str:
    return "wagtailimages" if codename.endswith("_image") else "wagtaildocs"


def _can_be_given(word: str, known: dict[str, int], roots: dict) -> bool:
    permission, *where = word.split()
    return permission in known and all(roots[place] for place in where)


def _add(group: Group, known: dict[str, int], roots: dict, word: str, where: str = GENERAL) -> None:
    pk = known[word]
    if where == PAGES:
        GroupPagePermission.objects.get_or_create(group=group, page=roots[where], permission_id=pk)
    elif where == FILES:
        GroupCollectionPermission.objects.get_or_create(group=group, collection=roots[where], permission_id=pk)
    else:
        group.permissions.add(pk)


def _take(group: Group, word: str, where: str = GENERAL) -> None:
    app, codename = word.split(".")
    is_it = {"permission__content_type__app_label": app, "permission__codename": codename}
    if where == PAGES:
        GroupPagePermission.objects.filter(group=group, **is_it).delete()
    elif where == FILES:
        GroupCollectionPermission.objects.filter(group=group, **is_it).delete()
    else:
        group.permissions.remove(*Permission.objects.filter(content_type__app_label=app, codename=codename))
