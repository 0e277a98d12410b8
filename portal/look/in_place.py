"""Lists that change in place: the same address answers a whole page, or only its list to a script that asks for it.

A page names the template of its list (`part`); the whole page includes the same template inside an element
`<div id="found" {% in_place %}>`, and its components get `in_place=1`. Without script every link and form still
leads to the whole page.
"""

from django.utils.cache import patch_vary_headers

HEADER = "HX-Request-Type"


def asks_for_part(request) -> bool:
    """True for htmx when it swaps a part; when it goes back in history it asks for the whole page."""
    return request.headers.get(HEADER) == "partial"


def varies(response):
    """Part and page share an address: caches must not give one for the other."""
    patch_vary_headers(response, [HEADER])
    return response


class InPlace:
    """Mixin for Wagtail pages, before `Page`."""

    part = ""

    def get_template(self, request, *args, **kwargs):
        return self.part if asks_for_part(request) else super().get_template(request, *args, **kwargs)

    def serve(self, request, *args, **kwargs):
        return varies(super().serve(request, *args, **kwargs))
