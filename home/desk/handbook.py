"""The handbook in the reader's language: its chapters, its search, its door in the admin's Help menu, its pages."""

import html
import re
from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import render
from django.urls import path, reverse_lazy
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Locale

from home.pages.handbook import ROOT_DEPTH, HandbookPage
from portal.language import languages
from portal.language.folding import fold

MOST_SIGNS = 100


def chapters() -> list[HandbookPage]:
    """All live chapters in the order of the tree, in the reader's language; without any, those of the other one."""
    for language in (languages.current(), languages.other(languages.current())):
        locale = Locale.objects.filter(language_code=language).first()
        pages = HandbookPage.objects.live().filter(locale=locale, alias_of=None, depth__gt=ROOT_DEPTH)
        if found := list(pages.order_by("path")):
            return found
    return []


def find(slug: str, rows: list[HandbookPage]) -> HandbookPage | None:
    """The chapter of that address; from an address in the other language its translation among `rows`."""
    page = HandbookPage.objects.live().filter(slug=slug, alias_of=None, depth__gt=ROOT_DEPTH).first()
    mine = {other.translation_key: other for other in rows}
    return page and mine.get(page.translation_key, page)


@dataclass(frozen=True)
class Hit:
    """A chapter that was asked for, with the sentence that says so."""

    page: HandbookPage
    sentence: str


def search(text: str, rows: list[HandbookPage]) -> list[Hit]:
    """Chapters that have every word, in whatever spelling and ending; those that are named so come first."""
    words = [_root(word) for word in fold(text).split()]
    found = []
    for page in rows:
        sentences = [page.title, page.lead, *_sentences(page)]
        folded = [fold(sentence) for sentence in sentences]
        if words and all(any(word in sentence for sentence in folded) for word in words):
            count = [sum(word in sentence for word in words) for sentence in folded]
            # A sentence of the text says more than the title that stands above it anyhow.
            best = max(range(1, len(sentences)), key=lambda place: (count[place], -place))
            found.append((-count[0], -count[1], -max(count), len(found), Hit(page, sentences[best])))
    return [hit for *_rank, hit in sorted(found, key=lambda row: row[:-1])]


def _root(word: str) -> str:
    """Without its ending, if enough is left: *Erstattungen* finds *Erstattung*, *pictures* finds *picture*."""
    ending = next((end for end in ("en", "es", "er", "s", "n", "e") if word.endswith(end) and len(word) > 5), "")
    return word.removesuffix(ending)


def _sentences(page: HandbookPage) -> list[str]:
    """A step of a list is a sentence too."""
    texts = (str(block.value) for block in page.body if block.block_type in {"text", "tip"})
    lines = [line for text in texts for line in re.split(r"</(?:li|p|h\d)>|(?<=[.?!]) ", text)]
    return [said for line in lines if (said := html.unescape(strip_tags(line)).strip())]


@require_safe
def contents(request):
    """The chapters, or those that have the words of `q`."""
    rows, asked = chapters(), request.GET.get("q", "").strip()[:MOST_SIGNS]
    context = {"chapters": rows, "q": asked, "hits": search(asked, rows) if asked else []}
    return render(request, "home/admin/handbook.html", context)


@require_safe
def chapter(request, slug):
    rows = chapters()
    page = find(slug, rows)
    if page is None:
        raise Http404
    place = next((number for number, row in enumerate(rows) if row.pk == page.pk), 0)
    context = {
        "page": page,
        "chapters": rows,
        "before": rows[place - 1] if place else None,
        "after": rows[place + 1] if place + 1 < len(rows) else None,
        "may_edit": page.permissions_for_user(request.user).can_edit(),
    }
    return render(request, "home/admin/handbook_chapter.html", context)


@hooks.register("register_admin_urls")
def handbook_urls():
    return [
        path("handbook/", contents, name="handbook"),
        path("handbook/<slug:slug>/", chapter, name="handbook_chapter"),
    ]


@hooks.register("register_help_menu_item")
def handbook_item():
    return MenuItem(_("Handbook"), reverse_lazy("handbook"), name="handbook", icon_name="help", order=10)
