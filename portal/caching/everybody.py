"""Pages of the tree whose parts say the same to everybody: drawn once, also for those who are logged in."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.contrib.auth.models import AnonymousUser

from portal.caching import grounds
from portal.caching.pages import LONGEST_ADDRESS
from portal.caching.remember import drawn_from
from portal.language import languages

# A form for one reader alone bears it.
TOKEN = "csrfmiddlewaretoken"  # noqa: S105


class Parts:
    """What `shown` gives is worked out when a part of the page is drawn, and a part that is kept needs nothing of it.
    Parts stand between `{% for_everybody "name" %}` and `{% endfor_everybody %}`. The template knows them as `parts`.
    """

    @property
    def kept_as(self) -> str:
        """Said by no other page."""
        raise NotImplementedError

    def shown(self, request) -> dict:
        """What the parts show beside what the template knows without them."""
        return {}

    def sort_of_reader(self, request) -> str | None:
        """Who sees the same as this reader; None: everybody does, and nobody is known while a part is drawn."""
        return None


class ForEverybody(Parts):
    """Mixin for Wagtail pages, before `Page`."""

    @property
    def kept_as(self) -> str:
        return f"page:{self.pk}"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs) | {"parts": self}
        # Whoever asks for a part alone gets it from another template, which has no marks.
        if getattr(request, "is_preview", False) or self.get_template(request) != self.template:
            context |= self.shown(request)
        return context


def part(name: str, page: Parts, request, draw: Callable[[dict], str]) -> str:
    """The part `name` of a page as this reader sees it; `draw` gets what the page shows and answers HTML."""
    if getattr(request, "is_preview", False):
        # Pages have given all of it before.
        return draw({})
    reader = page.sort_of_reader(request)

    def anew() -> str:
        with _nobody(request, reader):
            return draw(_shown(page, request))

    begun, asked = grounds.here(), request.META.get("QUERY_STRING", "")
    before = getattr(request, "read_before_page", None)
    if before is None or begun is None or begun.begun is None or not _is_kept(asked):
        return anew()
    key = f"part:{page.kept_as}:{name}:{languages.current()}:{reader or ''}:{asked}"
    return drawn_from(key, anew, begun=begun, names=begun.names - before, unless=TOKEN)


def _shown(page: Parts, request) -> dict:
    """Asked once for all parts: each stands on whatever the request has read of the page before it."""
    if not hasattr(request, "shown_in_parts"):
        request.shown_in_parts = page.shown(request)
    return request.shown_in_parts


def _is_kept(asked: str) -> bool:
    return settings.PART_CACHE_MB > 0 and len(asked) <= LONGEST_ADDRESS


def page_begins(request) -> None:
    """Call it before anything of the page is read: what the request has read until now concerns the reader alone."""
    request.user.is_authenticated  # noqa: B018 it is known from here on
    begun = grounds.here()
    request.read_before_page = begun and begun.names


@contextmanager
def _nobody(request, reader: str | None) -> Iterator[None]:
    if reader is not None:
        yield
        return
    known = getattr(request, "user", None)
    request.user = AnonymousUser()
    try:
        yield
    finally:
        request.user = known
