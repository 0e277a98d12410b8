"""The style sheet of the sections' accents."""

from django.http import HttpResponse
from django.views.decorators.cache import cache_control

from home.reading import accents


@cache_control(public=True, max_age=300)
def show(request) -> HttpResponse:
    return HttpResponse(accents.style_sheet(), content_type="text/css; charset=utf-8")
