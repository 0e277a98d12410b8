"""Forms on pages for everybody need no token: whoever has no session has nothing that a foreign page could abuse.

The browser itself says where a form was sent from (`Origin`, checked as Django does); who does not say it, or is logged
in, needs the token as ever. The login keeps its own: a foreign page cannot log anybody in, for its origin is another.
"""

from django.conf import settings
from django.middleware.csrf import CsrfViewMiddleware

from portal.caching.pages import is_storable


class OpenForms(CsrfViewMiddleware):
    def process_view(self, request, callback, callback_args, callback_kwargs):
        is_nobody = settings.SESSION_COOKIE_NAME not in request.COOKIES
        if is_nobody and "HTTP_ORIGIN" in request.META and self._origin_verified(request):
            return self._accept(request)
        return super().process_view(request, callback, callback_args, callback_kwargs)

    def process_response(self, request, response):
        if getattr(request, "is_for_everybody", False) and is_storable(response):
            # The token of the page is taken out where it is stored.
            request.META.pop("CSRF_COOKIE_NEEDS_UPDATE", None)
        return super().process_response(request, response)
