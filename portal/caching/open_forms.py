"""Forms on pages for everybody carry no token of their own: without a session there is nothing to abuse.

The browser says where a form was sent from (`Origin`, checked as Django does). What sends forms and is no browser says
nothing; then the empty token of a kept page will do. Whoever is logged in, and whoever wants to be, needs a real one as
ever: a foreign page cannot act for anybody, nor log anybody in.
"""

from django.conf import settings
from django.middleware.csrf import CsrfViewMiddleware

from portal.caching.pages import is_storable

# Where a session begins.
ACCOUNTS = ("allauth.", "portal.accounts.", "wagtail.")


class OpenForms(CsrfViewMiddleware):
    def process_view(self, request, callback, callback_args, callback_kwargs):
        if settings.SESSION_COOKIE_NAME not in request.COOKIES and self._comes_from_us(request, callback):
            return self._accept(request)
        return super().process_view(request, callback, callback_args, callback_kwargs)

    def process_response(self, request, response):
        if getattr(request, "is_for_everybody", False) and is_storable(response):
            # The token of the page is taken out where it is stored.
            request.META.pop("CSRF_COOKIE_NEEDS_UPDATE", None)
        return super().process_response(request, response)

    def _comes_from_us(self, request, callback) -> bool:
        if "HTTP_ORIGIN" in request.META:
            return self._origin_verified(request)
        begins_a_session = callback.__module__.startswith(ACCOUNTS)
        return request.method == "POST" and not begins_a_session and request.POST.get("csrfmiddlewaretoken") == ""
