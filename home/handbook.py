"""The handbook in the reader's language."""

from wagtail.models import Locale

from home.models.handbook import ROOT_DEPTH, HandbookPage
from portal import languages


def chapters() -> list[HandbookPage]:
    """All live chapters in the order of the tree, in the reader's language; without any, those of the other one."""
    for language in (languages.current(), languages.other(languages.current())):
        locale = Locale.objects.filter(language_code=language).first()
        pages = HandbookPage.objects.live().filter(locale=locale, alias_of=None, depth__gt=ROOT_DEPTH)
        if found := list(pages.order_by("path")):
            return found
    return []


def chapter(slug: str, rows: list[HandbookPage]) -> HandbookPage | None:
    """The chapter of that address; from an address in the other language its translation among `rows`."""
    page = HandbookPage.objects.live().filter(slug=slug, alias_of=None, depth__gt=ROOT_DEPTH).first()
    mine = {other.translation_key: other for other in rows}
    return page and mine.get(page.translation_key, page)
