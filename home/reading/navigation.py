"""Ways through the tree for readers: menu, breadcrumb, other languages.

The frame (menu, office, funders of the portal) is remembered: asked anew when somebody has changed it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.urls import translate_url
from django.utils.translation import get_language_info, override
from wagtail.models import Page

from home.models import Office, Project
from home.pages import DirectoryPage, HomePage
from portal.caching.remember import remembered
from portal.language import languages

LEGAL = ("imprint", "privacy", "accessibility", "plain_language", "sign_language", "barriers", "contact", "joining")


@dataclass(frozen=True)
class Link:
    title: str
    url: str
    language: str = ""  # where it is not the reader's


@dataclass(frozen=True)
class Frame:
    """What stands around every page of a language."""

    home: Link
    directory: Link | None
    menu: list[Link]
    office: Office
    legal: dict[str, Link]
    funding: list


def frame(language: str | None = None) -> Frame:
    language = language or languages.current()
    return remembered(f"frame:{language}", lambda: _build(language))


def crumbs(page: Page) -> list[Page]:
    """From the home page down to `page`; asked once per page object."""
    if not hasattr(page, "_crumbs"):
        page._crumbs = [*page.get_ancestors().filter(depth__gt=1).order_by("depth"), page]
    return page._crumbs


def translations(page: Page) -> dict[str, Page]:
    """Per other language the live translation of `page`, else of its nearest ancestor that has one."""
    if not hasattr(page, "_kin"):
        keys = [other.translation_key for other in crumbs(page)]
        page._kin = nearest(page, Page.objects.filter(translation_key__in=keys).select_related("locale"))
    return page._kin


def nearest(page: Page, family: Iterable[Page]) -> dict[str, Page]:
    """Of the translations of a page and its ancestors the deepest live one per other language; no aliases."""
    others = [other for other in family if other.live and not other.alias_of_id and other.locale_id != page.locale_id]
    return {other.locale.language_code: other for other in sorted(others, key=lambda other: other.depth)}


def language_links(request, page: Page | None) -> list[dict]:
    """This page in every language: code, name in its own language, url, is_current."""
    here = languages.current()
    return [
        {
            "code": code,
            "name": get_language_info(code)["name_local"].capitalize(),
            "url": _own(request, page) if code == here else _other(request, page, code),
            "is_current": code == here,
        }
        for code, _name in settings.LANGUAGES
    ]


def alternates(page: Page) -> list[tuple[str, str]]:
    """(language, path) of the page and its true translations, for hreflang; empty if it stands alone."""
    others = {code: p for code, p in translations(page).items() if p.translation_key == page.translation_key}
    if not others:
        return []
    own = page.locale.language_code
    return sorted([(own, page.url), *((code, other.url) for code, other in others.items())])


def addresses(thing) -> list[tuple[str, str]]:
    """(language, path) of the page of a fact, which stands in every language; for hreflang."""
    found = []
    for code, _name in sorted(settings.LANGUAGES):
        with override(code):
            found.append((code, thing.get_absolute_url()))
    return found


def _own(request, page) -> str:
    return page.url + _asked(request) if page and page.url else request.get_full_path()


def _other(request, page, code: str) -> str:
    home = f"/{code}/"
    if page:
        other = translations(page).get(code)
        if not (other and other.url):
            return home
        # What was searched and filtered holds for the translation, not for the section above.
        return other.url + (_asked(request) if other.translation_key == page.translation_key else "")
    match = request.resolver_match
    if match is None or match.url_name == "wagtail_serve":
        return home
    return translate_url(request.get_full_path(), code)


def _asked(request) -> str:
    query = request.META.get("QUERY_STRING", "")
    return f"?{query}" if query else ""


def _build(language: str) -> Frame:
    home = HomePage.objects.filter(locale__language_code=language, depth=2).live().first()
    directory = DirectoryPage.objects.filter(locale__language_code=language, alias_of=None).live().first()
    office = Office.here()
    children = home.get_children().live().public().in_menu().order_by("path") if home else []
    return Frame(
        home=Link(home.title if home else "", f"/{language}/"),
        directory=Link(directory.title, directory.url) if directory else None,
        menu=[Link(child.title, child.url) for child in children],
        office=office,
        legal=_legal_pages(office, language),
        funding=funding_of(office.funded_by) if office.funded_by_id else [],
    )


def _legal_pages(office: Office, language: str) -> dict[str, Link]:
    numbers = {name: number for name in LEGAL if (number := getattr(office, f"{name}_id"))}
    pages = Page.objects.select_related("locale").in_bulk(numbers.values())
    chosen = {name: pages[number] for name, number in numbers.items()}
    keys = [page.translation_key for page in chosen.values()]
    found = (
        Page.objects.filter(translation_key__in=keys, locale__language_code=language).live().select_related("locale")
    )
    by_key = {page.translation_key: page for page in found}
    links = {name: by_key.get(page.translation_key, page) for name, page in chosen.items()}
    return {name: _link(page, language) for name, page in links.items() if page.live}


def _link(page: Page, language: str) -> Link:
    own = page.locale.language_code
    return Link(page.title, page.url, "" if own == language else own)


def funding_of(project: Project) -> list:
    """The funders of a project with logo and sentence, in the editors' order."""
    prefetch_related_objects([project], "funding__funder__logo__renditions")
    return list(project.funding.all())
