"""Calendar files: the feed to subscribe to, the file of one event."""

import hashlib
from collections.abc import Callable

from django.core.cache import cache
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events import ical
from events.calendar import entries, feeds, personal
from events.models import Answer, CalendarKey, Event
from home.reading import navigation
from portal.language.languages import current
from portal.language.mailbox import absolute
from portal.web import tokens
from portal.web.secret_pages import secret_page

KEPT_SECONDS = 24 * 3600


@require_safe
def feed(request) -> HttpResponse:
    """All events from a month back to a year ahead, in the reader's language; 304 as long as nothing changed."""
    asked = feeds.wanted(request.GET)
    name = _("%(office)s: events") % {"office": navigation.frame().office.name}
    query = feeds.as_query(asked)
    address = absolute(reverse("events:feed")) + (f"?{query}" if query else "")
    # Every answer that could differ has another tag; it is made before the events are read, so it is never too new.
    tag = _tag(current(), name, address, entries.edition(), timezone.localdate())

    def content() -> bytes:
        return ical.feed(entries.of(feeds.events(asked)), name=name, uid=feeds.uid(asked), address=address)

    response = _unless_known(request, tag, lambda: cache.get_or_set(f"ical:{tag}", content, KEPT_SECONDS))
    response["Cache-Control"] = "public, max-age=900"
    return response


@secret_page
@require_safe
def personal_feed(request, token: str) -> HttpResponse:
    """What one person takes part in; whoever knows the address reads it, a new address makes this one worthless."""
    key = tokens.read("calendar", token, CalendarKey.objects.filter(user__is_active=True).select_related("user"))
    if key is None:
        raise Http404
    title = _("%(office)s: my events") % {"office": navigation.frame().office.name}
    mine = personal.entries_of(key.user, timezone.now())
    content = ical.personal_feed(mine, name=title, uid=feeds.personal_uid(key), address=feeds.address(key))
    return _unless_known(request, _tag(content), lambda: content)


@require_safe
def event_file(request, pk: int) -> HttpResponse:
    """One event for the visitor's calendar; past ones too, but none without a date."""
    event = get_object_or_404(Event.objects.public().select_related("format").with_page(), pk=pk)
    if event.month_only:
        raise Http404
    return calendar_file(ical.single(event), _("event.ics"))


def calendar_file(content: bytes, name: str, *, attach: bool = True) -> HttpResponse:
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'{"attachment" if attach else "inline"}; filename="{name}"'
    return response


def private_file(answer: Answer) -> HttpResponse:
    """A file that a guest sent: to be saved, never shown or run in our name."""
    response = HttpResponse(bytes(answer.file), content_type=answer.file_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=answer.value)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response


def _unless_known(request, tag: str, content: Callable[[], bytes]) -> HttpResponse:
    """304 to whoever has the answer with this tag, else its content. Without a date: seconds are too coarse for it."""
    etag = quote_etag(tag)
    response = get_conditional_response(request, etag=etag)
    if response is None:
        response = calendar_file(content(), _("calendar.ics"), attach=False)
    response["ETag"] = etag
    return response


def _tag(*told) -> str:
    return hashlib.sha256(repr(told).encode()).hexdigest()[:32]
