"""Short ways through the page tree."""

from itertools import accumulate

from django.http import Http404
from wagtail.models import Page


class ShortRoute:
    """Finds the deepest page of a path in one query; Wagtail's own route asks twice for each level."""

    def route(self, request, path_components):
        if not path_components:
            return super().route(request, path_components)
        paths = accumulate(path_components, lambda path, slug: f"{path}{slug}/", initial=self.url_path)
        found = Page.objects.filter(url_path__in=list(paths)[1:]).order_by("-depth").first()
        if found is None:
            raise Http404
        return found.specific.route(request, path_components[found.depth - self.depth :])
