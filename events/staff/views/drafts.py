"""From an event to its pages: begin what is missing, hand in what is written."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from events.models import Event
from events.pages import EventPage
from events.staff import drafts
from portal.rights import Right, needs


@needs(Right.WRITE_FACTS)
@require_POST
def begin(request, pk: int):
    """Drafts in the languages that have no page yet; leads to the first of them."""
    event = _event(request, pk)
    made = drafts.begin(event, by=request.user)
    if not made:
        messages.warning(request, _("No page was begun: there are pages in all languages already."))
        return redirect("wagtailsnippets_events_event:edit", pk)
    return redirect("wagtailadmin_pages:edit", made[0].pk)


@needs(Right.WRITE_FACTS)
@require_http_methods(["GET", "POST"])
def hand_in(request, pk: int):
    """All drafts of the event and its series in one list; POST submits them for release at once."""
    event = _event(request, pk)
    pages = drafts.open_drafts(event, request.user)
    if request.method != "POST":
        context = {"event": event, "pages": pages, "is_wanting": drafts.missing(event).exists()}
        return TemplateResponse(request, "events/admin/drafts.html", context)
    chosen = {int(key) for key in request.POST.getlist("page") if key.isascii() and key.isdigit()}
    done = drafts.hand_in([page for page in pages if page.pk in chosen], by=request.user)
    if number := len(done.waiting):
        text = ngettext("%(n)d page is submitted for release.", "%(n)d pages are submitted for release.", number)
        messages.success(request, text % {"n": number})
    if done.unfinished:
        names = ", ".join(page.get_admin_display_title() for page in done.unfinished)
        messages.warning(request, _("Words are still missing on: %(pages)s") % {"pages": names})
    if not chosen:
        messages.error(request, _("Please choose at least one page."))
    return redirect("events_drafts", pk)


@hooks.register("register_page_header_buttons")
def way_to_the_event(page, user, view_name, next_url=None):
    """The facts stand one press away from the words."""
    if isinstance(page, EventPage) and page.event_id and Right.WRITE_FACTS.held_by(user):
        url = reverse("wagtailsnippets_events_event:edit", args=[page.event_id])
        yield Button(_("Change the event"), url, icon_name="date", priority=5)
        for other in EventPage.objects.filter(event=page.event_id).exclude(pk=page.pk).select_related("locale"):
            label = _("Page in %(language)s") % {"language": other.locale.get_display_name()}
            url = reverse("wagtailadmin_pages:edit", args=[other.pk])
            yield Button(label, url, icon_name="site", priority=6)


def _event(request, pk: int) -> Event:
    return get_object_or_404(Event, pk=pk)
