"""The four staff roles, as Wagtail groups, and what each may do.

Only administrators may add or change users: Wagtail treats that right as full power by design.
"""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

EDITORS = "Editors"
MODERATORS = "Moderators"
FINANCE = "Finance"
ADMINISTRATORS = "Administrators"
ALL = (EDITORS, MODERATORS, FINANCE, ADMINISTRATORS)

PAGES = {
    EDITORS: {"add_page", "change_page"},
    MODERATORS: {"add_page", "change_page", "publish_page", "lock_page", "unlock_page"},
    FINANCE: set(),
    ADMINISTRATORS: {"add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page", "unlock_page"},
}
FILES = {"add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document"}
KEEPS_FILES = {EDITORS, MODERATORS, ADMINISTRATORS}

# Deeds are read in the admin, never edited there; what staff do with them goes through verbs.
DEEDS = {"registration", "meeting", "order", "payment", "answer", "invitation", "releasecomment", "approval"}
DEEDS |= {"attendance", "circular", "circularcopy", "slot", "booking", "panel", "account", "busytime"}
DEEDS |= {"guest", "sessionseat", "note"}
# Who may change these decides who acts for whom.
STANDING = {"institution", "membership", "user"}


def people_of(*names: str):
    """The active members of the groups, each once."""
    return get_user_model().objects.filter(groups__name__in=names, is_active=True).distinct().order_by("pk")


def grant() -> None:
    """Create the groups and give them exactly their rights; runs after every migration and may be repeated."""
    pages, files = Page.get_first_root_node(), Collection.get_first_root_node()
    for name in ALL:
        group, _made = Group.objects.get_or_create(name=name)
        group.permissions.set(_permissions(name))
        if pages:
            _grant_pages(group, pages)
        if files:
            _grant_files(group, files)


def _permissions(name: str):
    return Permission.objects.filter(_ENTRY | _RIGHTS[name])


def _of(*apps: str) -> Q:
    return Q(content_type__app_label__in=apps)


_ENTRY = Q(codename="access_admin", content_type__app_label="wagtailadmin")
_READING = Q(codename__startswith="view_")
_FACTS = ~Q(content_type__model__in=DEEDS | STANDING)
_INSTITUTIONS = Q(content_type__app_label="accounts", content_type__model="institution")
_EDITING = (
    (_of("home", "events", "coaching", "accounts") & _FACTS)
    | (_INSTITUTIONS & _READING)
    | Q(content_type__app_label="wagtail_localize", codename="submit_translation")
)
_MODERATING = (
    _EDITING
    | _INSTITUTIONS
    | (_of("marketplace") & _FACTS)
    | (_of("home", "events", "coaching", "marketplace", "wagtailforms") & _READING)
    | _of("wagtailredirects", "letters")
    | Q(content_type__app_label="procrastinate", codename="view_procrastinatejob")  # dead letters
    | Q(content_type__app_label="events", codename="read_special_answers")
)
_MONEY = _of("payments") & (_READING | Q(codename="change_payment"))
_MONEY |= _of("events", "coaching", "marketplace") & _READING
_RIGHTS = {
    EDITORS: _EDITING,
    MODERATORS: _MODERATING,
    FINANCE: _MONEY,
    ADMINISTRATORS: _MODERATING | _MONEY | _of("accounts", "auth", "wagtailcore", "wagtailusers", "wagtailforms"),
}


def _grant_pages(group: Group, root_page) -> None:
    wanted = Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=PAGES[group.name])
    GroupPagePermission.objects.filter(group=group, page=root_page).exclude(permission__in=wanted).delete()
    for permission in wanted:
        GroupPagePermission.objects.get_or_create(group=group, page=root_page, permission=permission)


def _grant_files(group: Group, collection) -> None:
    wanted = Permission.objects.filter(
        codename__in=FILES if group.name in KEEPS_FILES else (),
        content_type__app_label__in=["wagtailimages", "wagtaildocs"],
    )
    GroupCollectionPermission.objects.filter(group=group, collection=collection).exclude(permission__in=wanted).delete()
    for permission in wanted:
        GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)
