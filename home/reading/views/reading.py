"""Reading a page: Wagtail's own serving, but the way to the page is found in one query instead of two per level."""

from itertools import accumulate

from django.db.models import Exists, OuterRef
from django.http import Http404, HttpResponse
from wagtail import views as wagtail_views
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.url_routing import RouteResult

from home.reading import navigation
from portal.caching import everybody
from portal.caching.pages import LONGEST_ADDRESS
from portal.caching.remember import remembered
from portal.language import languages


def serve(request, path: str) -> HttpResponse:
    # Who reads is not what the page stands on.
    everybody.page_begins(request)
    # Wagtail looks here before it walks the tree itself (Page.route_for_request).
    request._wagtail_route_for_request = route(request, path)
    return wagtail_views.serve(request, path)


def route(request, path: str) -> RouteResult | None:
    """The live page at `path` below the home page of the reader's language; None where there is none.

    Page types name in `loads_with` the foreign keys that their templates always follow.
    """
    language = languages.current()
    found = remembered(f"way:{language}:{path}", lambda: _way(path)) if len(path) < LONGEST_ADDRESS else _way(path)
    if found is None:
        return None
    page, crumbs, page._kin, is_open, rest = found
    # By the same name, so that a template that walks the tree meets the page itself.
    page._crumbs = [*crumbs, page]
    if is_open:
        # Page.get_view_restrictions would ask twice more; the tree's root bears none.
        page.get_view_restrictions = PageViewRestriction.objects.none
    try:
        return page.route(request, rest)
    except Http404:
        return None


def _way(path: str) -> tuple[Page, list[Page], dict[str, Page], bool, list[str]] | None:
    """The last page on the way, as its own type; its ancestors; its translations; whether everybody may read all of
    them; and the steps that no page answers to.
    """
    home = _home_path()
    steps = [step for step in path.split("/") if step]
    ways = list(accumulate(steps, lambda way, step: f"{way}{step}/", initial=home))
    family = _family(ways) if home else []
    trail = [page for page in family if page.url_path in ways]
    if not trail or trail[0].url_path != home:
        return None
    found = trail[-1]
    kind = found.specific_class
    page = kind._default_manager.select_related(*getattr(kind, "loads_with", ())).get(pk=found.pk)
    page.locale = found.locale
    is_open = not any(step.alias_of_id or step.is_private for step in trail)
    return page, trail[:-1], navigation.nearest(page, family), is_open, steps[len(trail) - 1 :]


def _family(ways: list[str]) -> list[Page]:
    """The pages on the way and all their translations, from the home page down."""
    on_the_way = Page.objects.filter(url_path__in=ways)
    pages = Page.objects.filter(translation_key__in=on_the_way.values("translation_key"))
    restrictions = PageViewRestriction.objects.filter(page=OuterRef("pk"))
    return list(pages.annotate(is_private=Exists(restrictions)).select_related("locale").order_by("depth"))


def _home_path() -> str:
    """The tree path of the home page in the reader's language, from Wagtail's cached list."""
    language = languages.current()
    return next((root.root_path for root in Site.get_site_root_paths() if root.language_code == language), "")
