"""What every request passes: no NUL byte comes in, the security headers go out."""

from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.http import HttpResponseBadRequest

from portal import security_policy

HEADERS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
}
FORM = "application/x-www-form-urlencoded"


def refuse_nul(get_response):
    """Answer 400 to a NUL byte in path, query or form: PostgreSQL refuses it with a DataError, seen as a 500."""

    def middleware(request):
        asked = request.META.get("PATH_INFO", "") + request.META.get("QUERY_STRING", "")
        if "\x00" in asked or b"\x00" in unquote_to_bytes(asked):
            return HttpResponseBadRequest("400")
        if request.method == "POST" and _posts_nul(request):
            return HttpResponseBadRequest("400")
        return get_response(request)

    return middleware


def _posts_nul(request) -> bool:
    # Signed bodies (webhooks) are JSON and stay unread here; multipart fields are refused by the form fields.
    if (
        request.content_type != FORM
        or int(request.META.get("CONTENT_LENGTH") or 0) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    ):
        return False
    return b"%00" in request.body or b"\x00" in request.body


def security_headers(get_response):
    """Set the cross-origin and permission headers; widen the content policy under /admin/ only."""

    def middleware(request):
        response = get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if request.path.startswith("/admin/") and not request.path.startswith("/admin/login"):
            response._csp_update = security_policy.ADMIN | (getattr(response, "_csp_update", None) or {})
            if response.headers.get("X-Frame-Options") == "DENY":
                response.headers["X-Frame-Options"] = "SAMEORIGIN"
        return response

    return middleware
