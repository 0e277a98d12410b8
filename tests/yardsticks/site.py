"""What pages are held beside: a view that does nothing, before all other middleware; and a page that shows its title,
served by Wagtail as in a project of its own, with the usual middleware.
"""

from django.http import HttpResponse
from django.urls import include, path
from wagtail import urls as wagtail_urls


def bare(get_response):
    def middleware(request):
        if request.path_info == "/bare/":
            return HttpResponse("<!doctype html><title>bare</title>")
        return get_response(request)

    return middleware


urlpatterns = [path("", include(wagtail_urls))]
