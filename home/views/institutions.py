"""An institution as the directory shows it."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from portal.accounts.models import Institution


def show(request, slug: str) -> HttpResponse:
    institution = get_object_or_404(Institution.objects.visible().select_related("logo"), slug=slug)
    context = {
        "institution": institution,
        "fields": institution.fields.all(),
        "people": institution.people.select_related("photo"),
        "projects": institution.project_roles.select_related("project").order_by("-project__starts_on"),
    }
    return render(request, "home/institution.html", context)
