"""An institution as the directory shows it."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from wagtail.models import Locale

from home import navigation
from home.models import DirectoryPage
from home.related import with_pages
from portal.accounts.models import Institution


def show(request, slug: str) -> HttpResponse:
    institution = get_object_or_404(Institution.objects.visible().select_related("logo"), slug=slug)
    locale = Locale.get_active()
    directory = DirectoryPage.objects.filter(locale=locale, alias_of=None).live().first()
    roles = list(institution.project_roles.select_related("project").order_by("-project__starts_on"))
    pages = dict(with_pages([role.project for role in roles], locale.pk))
    context = {
        "institution": institution,
        "fields": institution.fields.all(),
        "people": institution.people.select_related("photo").prefetch_related("photo__renditions"),
        "projects": [(role, pages[role.project]) for role in roles],
        "directory_url": directory.url if directory else "",
        "crumbs": _crumbs(directory, institution),
    }
    return render(request, "home/institution.html", context)


def _crumbs(directory: DirectoryPage | None, institution: Institution) -> list[dict]:
    above = navigation.crumbs(directory) if directory else []
    return [*({"title": step.title, "url": step.url} for step in above), {"title": institution.name, "url": ""}]
