"""The search of the administration: one question, asked of everything that its reader may see.

A viewset takes part by `found`, which says what its rows are called; it is asked in its `search_fields`, folded. All
kinds are asked by one statement: what a row is called is therefore said in the database's terms.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import BigIntegerField, Expression, Func, TextField, Value
from django.db.models.functions import Cast, Coalesce, NullIf
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.admin.search import SearchArea
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models

from portal.language import folding, languages
from portal.rights import Right, needs

SHOWN = 5
FIRST = 50
EMPTY = Value("", output_field=TextField())
PAGE_DEEDS = {"add", "change", "publish", "bulk_delete", "lock", "unlock"}


# The name of a column, or what makes an expression in the reader's language.
Told = str | Callable[[], Expression]


@dataclass(frozen=True)
class Found:
    """`order` among the others; `title` and `detail` say what each row is called and what stands beside it."""

    order: int
    title: Told
    detail: Told = ""


def together(*columns: str) -> Callable[[], Expression]:
    """The words of these columns with spaces between; what is empty is left out."""

    def made() -> Expression:
        words = (_or_null(column) for column in columns)
        return Func(Value(" "), *words, function="concat_ws", output_field=TextField())

    return made


def in_language(name: str) -> Callable[[], Expression]:
    """`name_de` or `name_en`, as the reader's language is; the other one where that is empty."""

    def made() -> Expression:
        mine = languages.current()
        both = (f"{name}_{code}" for code in (mine, languages.other(mine)))
        return Coalesce(*(_or_null(column) for column in both), EMPTY)

    return made


def _or_null(column: str) -> Expression:
    return NullIf(Cast(column, TextField()), EMPTY)


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
    """What the words find: one query for all kinds, and Wagtail's for the pages; only kinds that have something."""
    if not folding.words(text):
        return []
    viewsets = sought(request.user)
    hits: dict[int, list[tuple]] = defaultdict(list)
    asked = [_asked(viewset, place, text, request) for place, viewset in enumerate(viewsets)]
    for place, *row in asked[0].union(*asked[1:], all=True) if asked else ():
        hits[place].append(tuple(row))
    groups = [_of_kind(viewset, text, hits[place], request.user) for place, viewset in enumerate(viewsets)]
    return [group for group in (*groups, _of_pages(text, request.user)) if group and group.hits]


def _asked(viewset, place: int, text: str, request):
    """Number of the kind, key, title and detail of the first hits, one more than are shown."""
    rows = viewset.get_queryset(request)
    rows = viewset.model._default_manager.all() if rows is None else rows
    rows = folding.search(rows, text, viewset.search_fields).select_related(None).prefetch_related(None)
    columns = {
        "hit_kind": Value(place),
        "hit_key": Cast("pk", BigIntegerField()),
        "hit_title": _expression(viewset.found.title),
        "hit_detail": _expression(viewset.found.detail),
    }
    return rows.annotate(**columns).values_list(*columns)[: SHOWN + 1]


def _expression(told: Told) -> Expression:
    if callable(told):
        return told()
    return Coalesce(Cast(told, TextField()), EMPTY) if told else EMPTY


def _of_kind(viewset, text: str, rows: list[tuple], user) -> Group:
    door = viewset.get_url_name("edit" if _may(user, viewset.model, "change") else "inspect")
    hits = [
        Hit(
            title=_shown(viewset, viewset.found.title, title) or f"{viewset.model._meta.verbose_name} {key}",
            url=reverse(door, args=[key]),
            detail=_shown(viewset, viewset.found.detail, detail),
        )
        for key, title, detail in rows[:SHOWN]
    ]
    return Group(viewset.menu_label, viewset.icon, hits, _all(reverse(viewset.get_url_name("list")), text, rows))


def _shown(viewset, told: Told, value: str) -> str:
    """The label of a choice in place of its value."""
    if callable(told) or not told or "__" in told:
        return value
    return str(dict(viewset.model._meta.get_field(told).flatchoices).get(value, value))


def _all(address: str, text: str, rows: list) -> str:
    return f"{address}?{urlencode({'q': text})}" if len(rows) > SHOWN else ""


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
