"""Reading a page: Wagtail's own serving, but the way to the page is found in one query instead of two per level."""

from itertools import accumulate

from django.db.models import Exists, OuterRef
from django.http import Http404, HttpResponse
from wagtail import views as wagtail_views
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.url_routing import RouteResult

from home.reading import navigation
from portal.language import languages


def serve(request, path: str) -> HttpResponse:
    # Wagtail looks here before it walks the tree itself (Page.route_for_request).
    request._wagtail_route_for_request = route(request, path)
    return wagtail_views.serve(request, path)


def route(request, path: str) -> RouteResult | None:
    """The live page at `path` below the home page of the reader's language; None where there is none.

    Page types name in `loads_with` the foreign keys that their templates always follow.
    """
    home = _home_path()
    steps = [step for step in path.split("/") if step]
    ways = list(accumulate(steps, lambda way, step: f"{way}{step}/", initial=home))
    family = _family(ways) if home else []
    trail = [page for page in family if page.url_path in ways]
    if not trail or trail[0].url_path != home:
        return None
    page = _in_full(trail, family)
    try:
        return page.route(request, steps[len(trail) - 1 :])
    except Http404:
        return None


def _family(ways: list[str]) -> list[Page]:
    """The pages on the way and all their translations, from the home page down."""
    on_the_way = Page.objects.filter(url_path__in=ways)
    pages = Page.objects.filter(translation_key__in=on_the_way.values("translation_key"))
    restrictions = PageViewRestriction.objects.filter(page=OuterRef("pk"))
    return list(pages.annotate(is_private=Exists(restrictions)).select_related("locale").order_by("depth"))


def _in_full(trail: list[Page], family: list[Page]) -> Page:
    """The last page of the trail as its own type; it knows its ancestors, its language and its translations."""
    found = trail[-1]
    kind = found.specific_class
    page = kind._default_manager.select_related(*getattr(kind, "loads_with", ())).get(pk=found.pk)
    page.locale = found.locale
    page._crumbs = [*trail[:-1], page]
    page._kin = navigation.nearest(page, family)
    if not any(step.alias_of_id or step.is_private for step in trail):
        # Page.get_view_restrictions would ask twice more; the tree's root bears none.
        page.get_view_restrictions = PageViewRestriction.objects.none
    return page


def _home_path() -> str:
    """The tree path of the home page in the reader's language, from Wagtail's cached list."""
    language = languages.current()
    return next((root.root_path for root in Site.get_site_root_paths() if root.language_code == language), "")
