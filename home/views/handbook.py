"""Reading the handbook in the admin."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from home import handbook


@require_safe
def contents(request):
    return render(request, "home/admin/handbook.html", {"chapters": handbook.chapters()})


@require_safe
def chapter(request, slug):
    rows = handbook.chapters()
    page = handbook.chapter(slug, rows)
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
