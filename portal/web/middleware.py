"""What every request passes: no NUL byte and no odd method comes in, the security headers go out.

`security_headers` stands outermost, so that even refused requests and static files carry them; `content_policy`
stands inside django-csp's middleware, which writes what it finds on the response.
"""

import logging
from traceback import walk_tb
from urllib.parse import unquote_to_bytes

from csp.utils import build_policy
from django.conf import settings
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.db import DataError, InterfaceError, OperationalError
from django.http import HttpResponseBadRequest, HttpResponseNotAllowed, HttpResponseNotFound
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.utils.datastructures import MultiValueDictKeyError

from portal.sockets import FLOORS
from portal.web import security_policy

logger = logging.getLogger(__name__)

HEADERS = {
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
FORMS = {"application/x-www-form-urlencoded", "multipart/form-data"}
METHODS = ["GET", "HEAD", "POST", "OPTIONS"]
ADMIN = "/admin/"
IMPORT = "/admin/redirects/import/process/"
FILES = ("/documents/", "/media/")


def security_headers(get_response):
    """Set on every response what Django, django-csp or the view have not set."""

    def middleware(request):
        response = get_response(request)
        if getattr(request, "is_dummy", False):
            return _for_the_request_around(response)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        # Django's own mark of a view that may stand in a foreign frame.
        if getattr(response, "xframe_options_exempt", False):
            del response.headers["X-Frame-Options"]
        if "Content-Security-Policy" not in response.headers:
            response.headers["Content-Security-Policy"] = build_policy()
        return response

    return middleware


def content_policy(get_response):
    """Another content policy in the admin and for uploaded files; nothing that a logged-in person sees is stored."""

    def middleware(request):
        response = get_response(request)
        if request.path.startswith(FILES):
            response.headers["Content-Security-Policy"] = security_policy.FILES
        elif request.path.startswith(ADMIN):
            response._csp_replace = security_policy.ADMIN
            response.headers["X-Frame-Options"] = "SAMEORIGIN"
        if settings.SESSION_COOKIE_NAME in request.COOKIES and not request.path.startswith("/media/"):
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    return middleware


def refuse_odd_methods(get_response):
    """Answer 405 to methods that no page has; Wagtail's admin brings its own checks."""

    def middleware(request):
        if request.method not in METHODS and not request.path.startswith(ADMIN):
            return HttpResponseNotAllowed(METHODS)
        return get_response(request)

    return middleware


def refuse_unreadable(get_response):
    """Answer 400 to what cannot be read: a foreign charset, a NUL byte in path, query or form, a garbled form.

    PostgreSQL refuses NUL with a DataError; Django looks for the charset among all of Python's codecs, `zip` included.
    """

    def middleware(request):
        asked = request.META.get("PATH_INFO", "") + request.META.get("QUERY_STRING", "")
        if "\x00" in asked or b"\x00" in unquote_to_bytes(asked) or not _speaks_utf8(request):
            return HttpResponseBadRequest("400")
        try:
            if _posts_nul(request):
                return HttpResponseBadRequest("400")
        except (SuspiciousOperation, BadRequest, MultiPartParserError):
            # Django answers these by itself.
            raise
        except Exception:
            # Names of fields and files come in encodings of their own; the parser stumbles in as many ways.
            logger.warning("A form could not be read: %s", request.path, exc_info=True)
            return HttpResponseBadRequest("400")
        return get_response(request)

    return middleware


def refuse_what_nothing_holds(get_response):
    """Answer 400 where a view broke on a value that no column, no text and no stack holds, and tell the log.

    Wagtail's choosers trust what their own scripts send: what they stumble over was sent by somebody else. So do the
    forms of its pages, which miss a part that every browser sends. The causes stand in its views, some forty choosers
    alone: to mend them there would mean a subclass of each, with its addresses. So the net is as narrow as it can be:
    below the admin, for the errors that a missing part raises, and where Wagtail's code broke; ours stays a fault.
    """

    def middleware(request):
        return get_response(request)

    def process_exception(request, exception):
        if isinstance(exception, AttributeError) and (exception.obj, exception.name) == (None, "as_object"):
            # Wagtail looks into a revision before it asks whether there is one.
            return HttpResponseNotFound("404")
        held = isinstance(exception, DataError | RecursionError | UnicodeEncodeError)
        if not held and not (request.path.startswith(ADMIN) and _lacks_a_part(request, exception)):
            return None
        logger.error("Nothing holds what was sent: %s", request.path, exc_info=exception)
        return HttpResponseBadRequest("400")

    middleware.process_exception = process_exception
    return middleware


def _lacks_a_part(request, exception) -> bool:
    """Whether a view of Wagtail broke on what its own forms always send."""
    if _broke_in(exception) in FLOORS:
        return False
    if "choose" in request.path:
        return isinstance(exception, LookupError | AttributeError)
    if request.path == IMPORT:
        return isinstance(exception, KeyError)
    return isinstance(exception, MultiValueDictKeyError)


def _broke_in(exception) -> str:
    """The package whose code called what raised: Wagtail's or one of ours, Django's own apart."""
    packages = (frame.f_globals.get("__name__", "").split(".")[0] for frame, _line in walk_tb(exception.__traceback__))
    return next((name for name in reversed([*packages]) if name.startswith("wagtail") or name in FLOORS), "")


def say_when_down(get_response):
    """Answer 503 while the database is away: a page that needs nothing, and when to come back."""

    def middleware(request):
        return get_response(request)

    def process_exception(request, exception):
        if not isinstance(exception, OperationalError | InterfaceError):
            return None
        response = render(None, "503.html", status=503)
        response.headers["Retry-After"] = "30"
        return response

    middleware.process_exception = process_exception
    return middleware


def _for_the_request_around(response):
    """Wagtail sends a preview through all the middleware inside the request that shows it.

    Only the request around it knows who may look and in which frame: what the inner one said would win.
    """
    for name in (*HEADERS, "Content-Security-Policy"):
        response.headers.pop(name, None)
    response.cookies.clear()
    return response


def _speaks_utf8(request) -> bool:
    charset = request.content_params.get("charset", "utf-8").lower() if request.content_params else "utf-8"
    if charset == "utf8":
        # Django takes only the other spelling.
        request.encoding = "utf-8"
    return charset in {"utf-8", "utf8"}


def _posts_nul(request) -> bool:
    # Signed bodies (webhooks) are JSON and stay unread here. Files may hold any byte, their names may not.
    if request.method != "POST" or request.content_type not in FORMS:
        return False
    typed = (part for name, values in request.POST.lists() for part in (name, *values))
    names = (part for name, file in request.FILES.items() for part in (name, file.name or ""))
    return any("\x00" in part for part in (*typed, *names))
