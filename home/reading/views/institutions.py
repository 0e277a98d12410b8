"""An institution as the directory shows it."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from home.found.related import with_pages
from home.reading import navigation
from portal.accounts.models import Institution
from portal.language import languages


def show(request, slug: str) -> HttpResponse:
    institution = get_object_or_404(Institution.objects.visible().select_related("logo"), slug=slug)
    frame = navigation.frame()
    roles = list(institution.project_roles.select_related("project").order_by("-project__starts_on"))
    pages = dict(with_pages([role.project for role in roles], languages.current()))
    context = {
        "institution": institution,
        "shown_thing": institution,
        "fields": institution.fields.all(),
        "people": institution.people.prefetch_related("photo__renditions"),
        "projects": [(role, pages[role.project]) for role in roles],
        "directory": frame.directory,
        "crumbs": [*filter(None, [frame.home, frame.directory]), navigation.Link(institution.name, "")],
    }
    return render(request, "home/institution.html", context)
