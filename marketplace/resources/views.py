"""The page on which a house keeps a thing: status, closed times, tariffs, facts, other ways of offering it."""

from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from marketplace import wording
from marketplace.crumbs import crumbs, to_my_listings
from marketplace.kinds import Kind
from marketplace.models import Listing, Order
from marketplace.orders import holds
from marketplace.resources import verbs as keeping
from marketplace.resources.forms import ClosureForm, LightForm, ResourceForm, TariffForm
from portal.language.typed import is_of_our_time
from portal.refusals import Refusal
from portal.rights import HouseRight

FORMS = {"light": LightForm, "close": ClosureForm, "tariff": TariffForm, "describe": ResourceForm}
# What whoever may close a thing may do here; the rest changes offers.
OPEN_TO_ALL = {"light", "close", "reopen"}
SHOWN = 20


@login_required
@require_http_methods(["GET", "POST"])
def keep(request, pk: int) -> HttpResponse:
    """POST does what `action` names and shows the form again where it cannot."""
    listings = Listing.objects.of(request.user, HouseRight.CLOSE_THINGS).for_display()
    listing = get_object_or_404(listings.select_related("resource__internal"), pk=pk)
    if request.method == "GET":
        return _show(request, listing, {})
    action = request.POST.get("action", "")
    if action not in OPEN_TO_ALL and not _keeps(request, listing):
        raise Http404
    if action in {"reopen", "drop_tariff"}:
        _take_away(request, listing, action)
        return redirect("marketplace:keep", pk=pk)
    if action not in FORMS:
        return _show(request, listing, {}, status=422)
    form = _form(action, listing, request.POST)
    if form.is_valid() and _done(request, listing, action, form):
        messages.success(request, _("Saved."))
        return redirect("marketplace:keep", pk=pk)
    return _show(request, listing, {action: form}, status=422)


def _keeps(request, listing: Listing) -> bool:
    return HouseRight.KEEP_OFFERS.held_by(request.user, listing.institution)


def _done(request, listing: Listing, action: str, form) -> bool:
    said, by = form.cleaned_data, request.user
    try:
        if action == "light":
            keeping.tell_light(listing.resource, by=by, **said)
        elif action == "close":
            holds.close(listing, by=by, **said)
        elif action == "tariff":
            keeping.set_tariff(listing, by=by, **said)
        else:
            keeping.describe(listing.resource, facts=form.facts, internal=form.internal, links=form.links, by=by)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def _take_away(request, listing: Listing, action: str) -> None:
    if action == "drop_tariff":
        number = request.POST.get("number", "")
        if number.isascii() and number.isdigit() and len(number) < 19:
            keeping.drop_tariff(listing, int(number), by=request.user)
        return
    start, end = (_instant(request.POST.get(name, "")) for name in ("start", "end"))
    if start and (end is None or start < end):
        holds.reopen(listing, DateTimeTZRange(start, end), by=request.user)


def _instant(text: str) -> datetime | None:
    try:
        moment = parse_datetime(text[:40])
    except ValueError:
        return None
    return moment if moment and timezone.is_aware(moment) and is_of_our_time(moment) else None


def _form(action: str, listing: Listing, data=None):
    """Several forms share the page: each has ids of its own."""
    said = {"auto_id": f"{action}_%s"}
    if action == "describe":
        return ResourceForm(data, resource=listing.resource, **said)
    if action == "light":
        resource = listing.resource
        said["initial"] = {"light": resource.light, "note": resource.light_note, "until": resource.light_until}
    return FORMS[action](data, **said)


def _show(request, listing: Listing, sent: dict, *, status: int = 200) -> HttpResponse:
    resource, now = listing.resource, timezone.now()
    closed = resource.holds.filter(order=None, piece=1).overlapping(DateTimeTZRange(now, None)).order_by("period")
    keeps = _keeps(request, listing)
    context = {
        "listing": listing,
        "keeps": keeps,
        "resource": resource,
        "forms": {action: sent.get(action) or _form(action, listing) for action in FORMS},
        "closed": [{"hold": hold, "period": wording.period(hold.period)} for hold in closed[:SHOWN]],
        "tariffs": zip(listing.tariffs.all(), wording.tariff_table(listing), strict=True),
        "others": resource.listings.exclude(pk=listing.pk).for_display(),
        "ways": [
            {"label": kind.label, "url": f"{reverse('marketplace:offer')}?kind={kind.value}&resource={resource.pk}"}
            for kind in Kind
            if keeps and kind.nature.thing == resource.thing and kind != listing.kind
        ],
        "deeds": Order.objects.of_resource(resource).for_display().order_by("-placed_at")[:SHOWN],
        "crumbs": crumbs(to_my_listings(), listing.title),
    }
    return render(request, "marketplace/keep.html", context, status=status)
