"""The search of the administration: one question, asked of everything that its reader may see.

A viewset takes part by `found`, which says what its rows are called; it is asked in its `search_fields`, folded.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.exceptions import FieldDoesNotExist
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.admin.search import SearchArea
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models

from portal.language import folding
from portal.rights import Right, needs

SHOWN = 5
FIRST = 50
PAGE_DEEDS = {"add", "change", "publish", "bulk_delete", "lock", "unlock"}


@dataclass(frozen=True)
class Found:
    """`order` among the others; `title` and `detail` name what each row is called and what stands beside it."""

    order: int
    title: str = "__str__"
    detail: str = ""


@dataclass(frozen=True)
class Hit:
    title: str
    url: str
    detail: str = ""


@dataclass(frozen=True)
class Group:
    """The first hits of a kind; `url` leads to all of them, empty where these are all."""

    name: str
    icon: str
    hits: list[Hit]
    url: str = ""


def sought(user) -> list:
    """The viewsets whose rows this user may see, in their order."""
    viewsets = [model.snippet_viewset for model in get_snippet_models()]
    seen = [viewset for viewset in viewsets if getattr(viewset, "found", None) and _may(user, viewset.model, "view")]
    return sorted(seen, key=lambda viewset: viewset.found.order)


def found(text: str, request) -> list[Group]:
    """What the words find, one query a kind; only kinds that have something."""
    if not folding.words(text):
        return []
    groups = [_of_kind(viewset, text, request) for viewset in sought(request.user)]
    return [group for group in (*groups, _of_pages(text, request.user)) if group and group.hits]


def _of_kind(viewset, text: str, request) -> Group:
    rows = list(folding.search(_rows(viewset, request), text, viewset.search_fields)[: SHOWN + 1])
    hits = [_hit(viewset, row, request.user) for row in rows[:SHOWN]]
    address = reverse(viewset.get_url_name("list"))
    return Group(viewset.menu_label, viewset.icon, hits, _all(address, text, rows))


def _all(address: str, text: str, rows: list) -> str:
    return f"{address}?{urlencode({'q': text})}" if len(rows) > SHOWN else ""


def _rows(viewset, request):
    rows = viewset.get_queryset(request)
    rows = viewset.model._default_manager.all() if rows is None else rows
    return rows.select_related(viewset.found.detail) if _is_key(viewset.model, viewset.found.detail) else rows


def _is_key(model, name: str) -> bool:
    try:
        return bool(name) and model._meta.get_field(name).many_to_one
    except FieldDoesNotExist:
        return False


def _hit(viewset, row, user) -> Hit:
    door = "edit" if _may(user, viewset.model, "change") else "inspect"
    return Hit(
        title=_said(row, viewset.found.title) or str(row),
        url=reverse(viewset.get_url_name(door), args=[row.pk]),
        detail=_said(row, viewset.found.detail),
    )


def _said(row, name: str) -> str:
    if not name:
        return ""
    value = getattr(row, f"get_{name}_display", None) or getattr(row, name)
    value = value() if callable(value) else value
    return "" if value is None else str(value)


def _of_pages(text: str, user) -> Group | None:
    policy = policy_registry.get_by_type(Page)
    if not policy.user_has_any_permission(user, PAGE_DEEDS):
        return None
    seen = Page.objects.filter(pk__in=policy.explorable_instances(user).values("pk")).select_related("locale")
    rows = list(seen.autocomplete(text)[: SHOWN + 1])
    hits = [
        Hit(str(page), reverse("wagtailadmin_pages:edit", args=[page.pk]), page.locale.get_display_name())
        for page in rows[:SHOWN]
    ]
    return Group(_("Pages"), "folder-open-inverse", hits, _all(reverse("wagtailadmin_pages:search"), text, rows))


def _may(user, model, deed: str) -> bool:
    return policy_registry.get_by_type(model).user_has_permission(user, deed)


@needs(Right.ENTER)
@require_safe
def search(request):
    text = request.GET.get("q", "")[: folding.MOST_SIGNS]
    return render(request, "look/admin/search.html", {"q": text, "groups": found(text, request)})


@hooks.register("register_admin_urls")
def search_door():
    return [path("search/", search, name="admin_search")]


@hooks.register("register_admin_search_area")
def everything():
    """The first area is what the field above the menu asks."""
    return SearchArea(_("Everything"), reverse("admin_search"), name="everything", icon_name="search", order=FIRST)


@hooks.register("construct_search")
def kinds(request, areas) -> None:
    """Beside Wagtail's own the lists of this user."""
    for viewset in sought(request.user):
        address = reverse(viewset.get_url_name("list"))
        areas.append(SearchArea(viewset.menu_label, address, viewset.model._meta.label_lower, icon_name=viewset.icon))
