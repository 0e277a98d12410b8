"""The style guide: every component in every state, from the real templates."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from portal.look import examples

# Pieces of a list stand inside the list element that pages put around them.
WRAPPERS = {"event_row": "event-list", "listing_row": "rows"}

# Parts of the frame: the guide is itself a page and has them already.
FRAME = {"skip_link", "main_menu", "language_switch", "theme_switch"}


def styleguide(request: HttpRequest) -> HttpResponse:
    """For staff only; to everybody else the address does not exist."""
    if not request.user.has_perm("wagtailadmin.access_admin"):
        raise Http404
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
        "swatches": examples.SWATCHES.split(),
        "icons": examples.icon_names(),
        "drawings": examples.drawing_names(),
    }
    return render(request, "look/styleguide.html", context)
