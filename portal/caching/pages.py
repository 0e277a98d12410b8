"""The pages for everybody: made once, then served as they were until something they show has changed.

Stands before sessions and all other middleware. Whoever comes without a session gets the same bytes as everybody else,
and nothing that was made for somebody else gets in: no answer with a cookie, none that was not to be stored, none made
from a table whose changes nobody notes. Decisions: docs/decisions/0014.
"""

import gzip
import re
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b

import brotli
from django.conf import settings
from django.http import HttpResponse
from django.utils.cache import patch_vary_headers

from portal.caching import grounds, memory, stamps
from portal.database import replica

# Whoever has one of these may see something else than everybody.
PERSONAL = (settings.SESSION_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME, "messages")
# Asks as somebody else, or for something that no stored answer is; htmx asks for parts of pages.
SPECIAL = ("HTTP_AUTHORIZATION", "HTTP_RANGE")
HTMX = "HTTP_HX_"
# An answer that differs by something else is made anew each time.
VARY = frozenset({"", "accept-encoding", "accept-language", "cookie", "hx-request-type"})
FILES = (settings.STATIC_URL, settings.MEDIA_URL, "/documents/")
NEVER = re.compile(r"no-store|no-cache|private", re.I)
TOKEN = re.compile(rb'(name="csrfmiddlewaretoken" value=")[^"]*')
# A CDN may keep it and asks each time: 304 costs no rendering.
CACHE_CONTROL = "public, max-age=0, must-revalidate"
SMALL = 500
LONGEST_ADDRESS = 1_000


@dataclass
class Page:
    """`headers` are those of the finished answer; `packed` the bytes by encoding, made when first asked for."""

    content: bytes
    headers: list[tuple[str, str]]
    etag: str
    packed: dict[str, bytes] = field(default_factory=dict)

    def bytes_for(self, accepted: str) -> tuple[bytes, str]:
        encoding = next((name for name in PACKING if name in accepted and not REFUSED[name].search(accepted)), "")
        if not encoding or len(self.content) < SMALL:
            return self.content, ""
        if encoding not in self.packed:
            self.packed[encoding] = PACKING[encoding](self.content)
        return self.packed[encoding], encoding


PACKING = {
    "br": lambda content: brotli.compress(content, quality=5),
    "gzip": lambda content: gzip.compress(content, compresslevel=6, mtime=0),
}
# RFC 9110, 12.4.2: a weight of nought refuses.
REFUSED = {name: re.compile(rf"{name}\s*;\s*q\s*=\s*0(\.0*)?\s*(,|$)") for name in PACKING}


def page_cache(get_response):
    def middleware(request):
        if request.path_info.startswith(FILES):
            return get_response(request)
        is_nobodys = _is_nobodys(request)
        with replica.asked(by_nobody=is_nobodys):
            return answered(request, is_nobodys)

    def answered(request, is_nobodys: bool):
        if not (is_nobodys and _is_for_everybody(request)):
            with grounds.watched(_begun()):
                return get_response(request)
        key = _key(request)
        try:
            entry = memory.pages().true(key)
            if entry is not None:
                return _answer(request, entry.value)
            snapshot = stamps.moment()
        except stamps.Unanswered:
            return get_response(request)
        request.is_for_everybody = True
        with grounds.watched(snapshot) as seen:
            response = get_response(request)
        if request.method != "GET" or not is_storable(response) or response.cookies:
            return response
        page = _finished(response)
        with suppress(stamps.Unanswered):
            if entry := memory.entry(page, seen, snapshot, size=2 * len(page.content) + 2_000):
                memory.pages().put(key, entry)
        return _answer(request, page)

    return middleware


def _begun() -> bytes | None:
    with suppress(stamps.Unanswered):
        return stamps.moment()
    return None


def _is_nobodys(request) -> bool:
    return (
        request.method in {"GET", "HEAD"}
        and not any(name in request.COOKIES for name in PERSONAL)
        and not any(name in request.META for name in SPECIAL)
        and not request.path_info.startswith("/admin/")
        and not getattr(request, "is_dummy", False)
    )


def _is_for_everybody(request) -> bool:
    asked = request.META
    return (
        settings.PAGE_CACHE_MB > 0
        and not any(name.startswith(HTMX) for name in asked)
        and len(asked.get("QUERY_STRING", "")) < LONGEST_ADDRESS
    )


def _key(request) -> tuple:
    asked = request.META
    # Where the address does not say the language, the browser does.
    speaks = "" if request.path_info[:4] in LANGUAGES else asked.get("HTTP_ACCEPT_LANGUAGE", "")
    return request.is_secure(), asked.get("HTTP_HOST", ""), request.path_info, asked.get("QUERY_STRING", ""), speaks


LANGUAGES = frozenset(f"/{code}/" for code, _name in settings.LANGUAGES)


def is_storable(response) -> bool:
    """Whether this answer to nobody in particular, cookies apart, is one for everybody."""
    varies = {name.strip().lower() for name in response.headers.get("Vary", "").split(",")}
    return (
        response.status_code == 200
        and not response.streaming
        and varies <= VARY
        and not NEVER.search(response.headers.get("Cache-Control", ""))
    )


def _finished(response) -> Page:
    content = TOKEN.sub(rb"\1", response.content)
    response.headers.setdefault("Cache-Control", CACHE_CONTROL)
    patch_vary_headers(response, ["Accept-Encoding", "Cookie"])
    left_out = {"content-length", "etag"}
    headers = [(name, value) for name, value in response.headers.items() if name.lower() not in left_out]
    return Page(content, headers, f'W/"{blake2b(content, digest_size=12).hexdigest()}"')


def _answer(request, page: Page) -> HttpResponse:
    if page.etag in request.META.get("HTTP_IF_NONE_MATCH", ""):
        response, encoding = HttpResponse(status=304), ""
    else:
        content, encoding = page.bytes_for(request.META.get("HTTP_ACCEPT_ENCODING", ""))
        response = HttpResponse(content)
    for name, value in page.headers:
        response.headers[name] = value
    response.headers["ETag"] = page.etag
    if encoding:
        response.headers["Content-Encoding"] = encoding
    return response
