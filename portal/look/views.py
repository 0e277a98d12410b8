"""The style guide: every component in every state, from the real templates."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_sameorigin

from portal.look import examples
from portal.rights import Right

# Pieces of a list stand inside the list element that pages put around them.
WRAPPERS = {"event_row": "event-list", "listing_row": "rows", "person": "people"}

# Parts of the frame: the guide is itself a page and has them already, so it shows these in pages of their own.
FRAME = ("skip_link", "site_header", "main_menu", "language_switch", "theme_switch", "site_footer")
SELF = ["'self'"]


def styleguide(request: HttpRequest) -> HttpResponse:
    """For staff only; to everybody else the address does not exist."""
    _staff_only(request)
    components = [
        {
            "name": name,
            "wrapper": WRAPPERS.get(name, ""),
            "template": f"components/{name}.html",
            "states": states,
        }
        for name, states in examples.by_component().items()
        if name not in FRAME
    ]
    context = {
        "components": components,
        "frame": FRAME,
        "swatches": examples.SWATCHES.split(),
        "icons": examples.icon_names(),
        "drawings": examples.drawing_names(),
    }
    response = render(request, "look/styleguide.html", context)
    response._csp_update = {"frame-src": SELF}
    return response


@xframe_options_sameorigin
def part(request: HttpRequest, name: str) -> HttpResponse:
    """One part of the frame, alone on a page that the guide shows in a frame."""
    _staff_only(request)
    if name not in FRAME:
        raise Http404
    states = examples.by_component().get(name, [{"given": {}}])
    context = {"name": name, "template": f"components/{name}.html", "states": states}
    response = render(request, "look/styleguide_part.html", context)
    response._csp_replace = {"frame-ancestors": SELF}
    return response


def _staff_only(request: HttpRequest) -> None:
    if not Right.ENTER.held_by(request.user):
        raise Http404
