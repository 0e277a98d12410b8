"""The next events as a small page of its own, for the web sites of partners."""

from csp.decorators import csp_replace
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from events.calendar import feeds, rows
from events.models import Event
from events.pages import EventIndexPage

FEWEST, USUAL, MOST = 1, 5, 20


@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
@cache_control(public=True, max_age=900)
@require_safe
def widget(request) -> HttpResponse:
    """Upcoming events, narrowed like a feed; `n` says how many. It reads nobody's session and holds no form."""
    asked = feeds.wanted(request.GET)
    events = feeds.narrowed(Event.objects.public().upcoming(), asked)[: _number(request.GET.get("n", ""))]
    calendar = EventIndexPage.objects.filter(locale=Locale.get_active()).live().first()
    context = {"rows": [rows.row(event, level=2) for event in events.for_rows()], "calendar": calendar}
    response = render(request, "events/widget.html", context)
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def _number(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else USUAL
    return min(max(number, FEWEST), MOST)
