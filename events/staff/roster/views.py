"""The registrations of one event: table, seats at a glance, export."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.models import Event
from events.staff.roster import export, occupancy, several, tables
from events.staff.roster.filters import RegistrationFilters
from events.staff.views.decisions import DEEDS
from portal.audit import log
from portal.files import spreadsheets
from portal.rights import Right, needs


@needs(Right.SEE_GUESTS)
@require_safe
def roster(request, pk: int):
    """Who comes, who waits, who has cancelled; `?export=csv` or `xlsx` hands out what is filtered."""
    event = get_object_or_404(Event, pk=pk)
    filters = RegistrationFilters(request.GET, event=event)
    found = filters.found.select_related("ticket_type")
    if request.GET.get("export") in spreadsheets.KINDS:
        return _export(request, event, filters)
    may_decide = Right.DECIDE_GUESTS.held_by(request.user)
    has_tickets = "ticket_type" in filters.filters
    table = tables.laid_out(found, request, has_tickets=has_tickets, may_choose=may_decide)
    context = {
        "event": event,
        "filters": filters,
        "table": table,
        "number": table.paginator.count,
        "bars": occupancy.bars(event),
        "asked": _asked(request),
        "may_edit": Right.WRITE_FACTS.held_by(request.user),
        "may_write": Right.WRITE_TO_GUESTS.held_by(request.user),
        "may_export": Right.EXPORT_GUESTS.held_by(request.user),
        "may_decide": may_decide,
        "may_check_in": Right.CHECK_IN.held_by(request.user),
        "may_print": Right.PRINT_NAMES.held_by(request.user),
        "deeds": [(name, DEEDS[name][1]) for name in several.FOR_SEVERAL],
    }
    return TemplateResponse(request, "events/admin/roster.html", context)


def _asked(request) -> str:
    """The filters as a query, for links that act on the same choice."""
    asked = request.GET.copy()
    for name in ("page", "sort", "export"):
        asked.pop(name, None)
    return asked.urlencode()


def _export(request, event: Event, filters: RegistrationFilters):
    if not Right.EXPORT_GUESTS.held_by(request.user):
        raise PermissionDenied
    found = filters.found
    data = {"rows": found.count(), "event": event.pk, "filters": filters.told}
    log(request.user, "events.export", user=request.user, data=data)
    rows = export.rows(event, found, user=request.user)
    return spreadsheets.download(_("registrations") + f"-{event.pk}", request.GET["export"], rows)
