"""Calendar files: the feed to subscribe to, the file of one event."""

import hashlib

from django.core.cache import cache
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, http_date, quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events import entries, feeds, ical
from events.models import Answer, CalendarKey, Event
from home import navigation
from portal import tokens
from portal.addresses import absolute
from portal.languages import current
from portal.secret_pages import secret_page

KEPT_SECONDS = 24 * 3600


@require_safe
def feed(request) -> HttpResponse:
    """All events from a month back to a year ahead, in the reader's language; 304 as long as nothing changed."""
    asked = feeds.wanted(request.GET)
    events = feeds.events(asked)
    changed_at, count = feeds.last_change(events)
    # The window moves with the day, so does the tag.
    told = f"{current()}|{sorted(asked.items())}|{changed_at}|{count}|{timezone.localdate()}"
    key = hashlib.sha256(told.encode()).hexdigest()[:32]
    moment = int(changed_at.timestamp()) if changed_at else None
    unchanged = get_conditional_response(request, etag=quote_etag(key), last_modified=moment)
    if unchanged is not None and unchanged.status_code == 304:
        return unchanged
    content = cache.get(f"ical:{key}")
    if content is None:
        content = _feed(asked, events)
        cache.set(f"ical:{key}", content, KEPT_SECONDS)
    response = calendar_file(content, _("calendar.ics"), attach=False)
    response["ETag"] = quote_etag(key)
    if moment:
        response["Last-Modified"] = http_date(moment)
    response["Cache-Control"] = "public, max-age=900"
    return response


@secret_page
@require_safe
def personal_feed(request, token: str) -> HttpResponse:
    """The registrations of one person; whoever knows the address reads it, a new address makes this one worthless."""
    key = tokens.read("calendar", token, CalendarKey.objects.filter(user__is_active=True).select_related("user"))
    if key is None:
        raise Http404
    registrations = feeds.registrations(key.user)
    title = _("%(office)s: my events") % {"office": navigation.frame().office.name}
    content = ical.personal_feed(registrations, name=title, uid=feeds.personal_uid(key), address=feeds.address(key))
    return calendar_file(content, _("calendar.ics"), attach=False)


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


def _feed(asked: dict, events) -> bytes:
    title = _("%(office)s: events") % {"office": navigation.frame().office.name}
    address = absolute(reverse("events:feed"))
    query = feeds.as_query(asked)
    return ical.feed(
        entries.of(events), name=title, uid=feeds.uid(asked), address=address + (f"?{query}" if query else "")
    )
