"""Menu, breadcrumb, languages and funders for the frame of every page. Tags for `{% … as name %}`."""

from django import template
from django.conf import settings
from wagtail.models import Page

from home.reading import navigation
from portal import retention
from portal.language.mailbox import absolute

register = template.Library()
PARTS = {
    "imprint": "home/parts/imprint.html",
    "privacy": "home/parts/privacy.html",
    "contact": "home/parts/ways_to_us.html",
}


@register.simple_tag(takes_context=True)
def office(context):
    """Who speaks here, see `home.models.Office`; in the preview of the settings what is being typed."""
    return _draft(context) or navigation.frame().office


@register.simple_tag
def part_of_office(page) -> str:
    """The template of what the settings tell on `page`, in any language; empty on other pages."""
    legal = navigation.frame().legal
    chosen = (part for name, part in PARTS.items() if page and name in legal and page.url == legal[name].url)
    return next(chosen, "")


@register.simple_tag
def kept():
    """What is kept about people, see `portal.retention`."""
    return retention.kept()


@register.simple_tag
def takes_cards() -> bool:
    return bool(settings.STRIPE_SECRET_KEY)


@register.simple_tag
def legal_pages():
    """By the names of `navigation.LEGAL`, as far as chosen: title, url, and language where it is not the reader's."""
    return navigation.frame().legal


@register.simple_tag(takes_context=True)
def main_menu(context):
    """List of title, url, is_current ("page" on the page itself, "true" below it, else empty)."""
    path = context["request"].path if "request" in context else ""
    return [
        {"title": link.title, "url": link.url, "is_current": _is_current(path, link.url)}
        for link in navigation.frame().menu
    ]


def _is_current(path: str, url: str) -> str:
    if path == url:
        return "page"
    return "true" if path.startswith(url) else ""


@register.simple_tag(takes_context=True)
def breadcrumb(context):
    """List of title and url from the home page down; empty on home pages and where no page is shown."""
    page = context.get("page")
    trail = navigation.crumbs(page) if isinstance(page, Page) and page.pk else []
    return [{"title": step.title, "url": step.url} for step in trail] if len(trail) > 1 else []


@register.simple_tag(takes_context=True)
def language_links(context):
    """List of code, name, url, is_current."""
    request = context.get("request")
    return navigation.language_links(request, _saved_page(context)) if request else []


@register.simple_tag(takes_context=True)
def alternates(context):
    """List of (language, absolute address) for hreflang, German as `x-default`; empty without a translation.

    Pages that show a fact instead of words name it `shown_thing`: it stands in every language.
    """
    page, thing = _saved_page(context), context.get("shown_thing")
    paths = navigation.alternates(page) if page else navigation.addresses(thing) if thing else []
    found = [(code, absolute(path)) for code, path in paths]
    return [*found, *(("x-default", url) for code, url in found if code == "de")]


@register.simple_tag(takes_context=True)
def canonical(context) -> str:
    """The one absolute address of this page, without its query."""
    page, request = _saved_page(context), context.get("request")
    if page and page.url:
        return absolute(page.url)
    if thing := context.get("shown_thing"):
        return absolute(thing.get_absolute_url())
    return absolute(request.path) if request else ""


@register.simple_tag(takes_context=True)
def funding_strip(context):
    """The funders to name at the foot: those of the page's project, else those of the portal.

    Whom the page itself names with the same sentence is not named twice.
    """
    project = context.get("funding_project") or context.get("project")
    named = _named_in(context)
    return [row for row in _paying(context, project) if (row.funder_id, row.sentence) not in named]


def _paying(context, project) -> list:
    draft = _draft(context)
    if draft and not project:
        return navigation.funding_of(draft.funded_by) if draft.funded_by_id else []
    return navigation.funding_of(project) if project else navigation.frame().funding


def _named_in(context) -> set[tuple[int, str]]:
    """(funder, sentence) of the projects whose funders stand in the body of the page."""
    page = context.get("page")
    blocks = getattr(page, "body", None) or []
    projects = [block.value["project"] for block in blocks if block.block_type == "funding"]
    projects += [project for project in [getattr(page, "project", None)] if project]
    return {(row.funder_id, row.sentence) for project in projects if project for row in navigation.funding_of(project)}


def _draft(context):
    return getattr(getattr(context, "request", None), "office_draft", None)


def _saved_page(context) -> Page | None:
    page = context.get("page")
    return page if isinstance(page, Page) and page.pk else None
