"""The handbook in the reader's language: its chapters, its door in the admin's Help menu, its pages."""

from django.http import Http404
from django.shortcuts import render
from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Locale

from home.pages.handbook import ROOT_DEPTH, HandbookPage
from portal.language import languages


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


@require_safe
def contents(request):
    return render(request, "home/admin/handbook.html", {"chapters": chapters()})


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
