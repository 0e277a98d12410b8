"""Offering: choose a kind, fill in the form, send it for release; my listings."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from marketplace.availability import holding
from marketplace.crumbs import crumbs, to_my_listings
from marketplace.kinds import Kind
from marketplace.models import Change, Listing, Resource
from marketplace.offers import verbs as offering
from marketplace.offers.forms import OfferForm
from marketplace.offers.stages import Stage, StagedOfferForm
from marketplace.offers.tables import ListingTable
from marketplace.orders.tables import laid_out
from marketplace.states import ListingState
from portal.accounts.models import Institution
from portal.language import times
from portal.refusals import Refusal
from portal.rights import HouseRight

# What the office has, or everybody.
SEEN = {ListingState.SUBMITTED, ListingState.RELEASED}


@require_http_methods(["GET", "POST"])
def offer(request) -> HttpResponse:
    """Without a kind: the kinds to choose from. Strangers are told how it goes, who acts for nobody how to join."""
    if not request.user.is_authenticated:
        if request.method == "POST":
            return redirect_to_login(reverse("marketplace:offer"))
        return render(request, "marketplace/offer_kind.html", _kinds(False))
    asked = (request.POST if request.method == "POST" else request.GET).get("kind", "")
    own = Institution.objects.of(request.user, HouseRight.DRAFT_OFFERS)
    if not own.exists() or asked not in Kind.values:
        status = 422 if request.method == "POST" else 200
        return render(request, "marketplace/offer_kind.html", _kinds(own.exists()), status=status)
    kind = Kind(asked)
    form = _asked(request, kind=kind, user=request.user, initial=_initial(request, own))
    if request.method == "GET":
        return _form(request, form, kind)
    return _save(request, form, kind)


def _initial(request, own) -> dict:
    """What is offered in one more way is described already."""
    resource = _resource(request)
    first = resource and resource.listings.for_display().order_by("pk").first()
    if first is None:
        return {"institution": own.first()}
    return OfferForm.initial_of(first) | {"kind": request.GET.get("kind"), "institution": resource.institution}


def _resource(request) -> Resource | None:
    """The thing that the address names, if it belongs to an institution that the reader acts for."""
    number = request.GET.get("resource", "")
    is_number = number.isascii() and number.isdigit() and len(number) < 19
    return Resource.objects.of(request.user).filter(pk=number).first() if is_number else None


@login_required
@require_http_methods(["GET", "POST"])
def edit(request, pk: int) -> HttpResponse:
    listing = _editable(request, pk)
    kind = Kind(listing.kind)
    form = _asked(request, kind=kind, user=request.user, listing=listing, initial=OfferForm.initial_of(listing))
    return _form(request, form, kind) if request.method == "GET" else _save(request, form, kind)


@login_required
@require_GET
def my_listings(request) -> HttpResponse:
    listings = Listing.objects.of(request.user).for_display()
    table = laid_out(ListingTable(holding.with_taken_by(listings), request.user), request)
    return render(request, "marketplace/my_listings.html", {"table": table, "crumbs": crumbs(_("My listings"))})


@login_required
@require_POST
def withdraw(request, pk: int) -> HttpResponse:
    return _act(request, pk, offering.withdraw, _("The listing is withdrawn."))


@login_required
@require_POST
def extend(request, pk: int) -> HttpResponse:
    return _act(request, pk, offering.extend, _("The listing will be shown for another full term."))


def _act(request, pk: int, verb, done: str) -> HttpResponse:
    kept = Listing.objects.of(request.user, HouseRight.KEEP_OFFERS).for_display()
    try:
        verb(get_object_or_404(kept, pk=pk), by=request.user)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect("marketplace:edit", pk=pk)


def _editable(request, pk: int) -> Listing:
    listings = Listing.objects.editable_by(request.user).for_display()
    return get_object_or_404(listings, pk=pk)


def _asked(request, *, kind: Kind, **said) -> OfferForm:
    """The step that the address or the form names, the first without one; all of it for whoever sends it without a
    step.
    """
    if request.method == "GET":
        return StagedOfferForm(stage=_stage(request.GET, kind), kind=kind, **said)
    sent = (request.POST, request.FILES)
    if "stage" not in request.POST:
        return OfferForm(*sent, kind=kind, **said)
    return StagedOfferForm(*sent, stage=_stage(request.POST, kind), kind=kind, **said)


def _stage(said, kind: Kind) -> Stage:
    stages = Stage.of(kind)
    return Stage(said["stage"]) if said.get("stage") in stages else stages[0]


def _save(request, form: OfferForm, kind: Kind) -> HttpResponse:
    if form.is_valid():
        try:
            listing = _write(request, form, kind)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            return _next(request, form, kind, listing)
    return _form(request, form, kind, status=422)


def _next(request, form: OfferForm, kind: Kind, listing: Listing) -> HttpResponse:
    """To the next step, back to the one that was changed, or to all listings when it is done."""
    stage, action = getattr(form, "stage", None), request.POST.get("action")
    keeps = HouseRight.KEEP_OFFERS.held_by(request.user, listing.institution)
    messages.success(request, _thanks(listing, keeps=keeps))
    if stage is None or action not in {"next", "save"}:
        return redirect("marketplace:my_listings")
    following = stage.following(kind) if action == "next" else stage
    return redirect(_address(listing, following))


def _address(listing: Listing, stage: Stage) -> str:
    return f"{reverse('marketplace:edit', args=[listing.pk])}?stage={stage.value}"


def _thanks(listing: Listing, *, keeps: bool) -> str:
    if listing.state == ListingState.SUBMITTED:
        return _("Thank you. The office will answer by %(day)s.") % {"day": times.day(listing.due_on)}
    if listing.has_wish:
        said = _("Your listing stays where it is. The office looks at the change and will answer by %(day)s.")
        return said % {"day": times.day(listing.due_on)}
    if listing.state == ListingState.RELEASED:
        return _("Your change is live.")
    if keeps:
        return _("Your draft is saved.")
    return _("Your draft is saved. The desk or a manager of your institution sends it for release.")


@transaction.atomic
def _write(request, form: OfferForm, kind: Kind) -> Listing:
    """All or nothing: what cannot be submitted is not half saved; the reader keeps it in the form."""
    said = {"by": request.user, "texts": form.texts, "papers": form.papers, **form.facts}
    if form.listing:
        offering.consent(form.listing, form.consents, form.asked_consents, by=request.user)
        listing = offering.change(form.listing, **said)
    else:
        listing = offering.draft(form.owner, kind=kind, resource=_resource(request), **said)
        offering.consent(listing, form.consents, form.asked_consents, by=request.user)
    sends = _asks_for_release(request, listing, staged=isinstance(form, StagedOfferForm))
    if sends and listing.state not in {ListingState.SUBMITTED, ListingState.RELEASED}:
        listing = offering.submit(listing, by=request.user)
    # Last, for a file that is stored stays, also where something is refused after it.
    return offering.illustrate(listing, by=request.user, **form.picture) if form.picture else listing


def _asks_for_release(request, listing: Listing, *, staged: bool) -> bool:
    """Whoever only prepares listings saves them, whichever button was pressed. A step is sent by its own button, the
    whole form by any that does not say draft.
    """
    action = request.POST.get("action")
    wished = action == "submit" if staged else action != "draft"
    return wished and HouseRight.KEEP_OFFERS.held_by(request.user, listing.institution)


def _form(request, form: OfferForm, kind: Kind, *, status: int = 200) -> HttpResponse:
    heading = _("Change the listing") if form.listing else _("Offer: %(kind)s") % {"kind": kind.label}
    context = {
        "form": form,
        "kind": kind,
        "listing": form.listing,
        "heading": heading,
        "crumbs": _way_to(form, heading),
    }
    houses = form.fields["institution"].queryset if "institution" in form.fields else [form.listing.institution]
    own = Institution.objects.of(request.user, HouseRight.KEEP_OFFERS).values_list("pk", flat=True)
    context["keeps"] = not {house.pk for house in houses}.isdisjoint(own)
    context |= _where(form, kind)
    context["wished"] = form.listing and Change.objects.filter(listing=form.listing).first()
    return render(request, "marketplace/offer.html", context, status=status)


def _way_to(form: OfferForm, heading: str) -> list:
    return crumbs(to_my_listings(), heading) if form.listing else crumbs(heading)


def _where(form: OfferForm, kind: Kind) -> dict:
    """The step, the way to the others, and what is missing before it can be sent."""
    stage, listing = getattr(form, "stage", None), form.listing
    if stage is None:
        return {}
    stages = Stage.of(kind)
    steps = [
        {"label": f"{number}. {one.label}", "url": listing and _address(listing, one), "is_current": one == stage}
        for number, one in enumerate(stages, 1)
    ]
    counted = {"number": stages.index(stage) + 1, "all": len(stages), "label": stage.label}
    is_last, waits = stage == stages[-1], listing is None or listing.state not in SEEN
    missing = offering.what_is_missing(listing) if listing and waits and is_last else ""
    told = {"stage": stage.value, "steps": steps if listing else [], "counted": counted, "missing": missing}
    return told | {"is_last": is_last, "is_waiting": waits}


def _kinds(acts_for_somebody: bool) -> dict:
    address = reverse("marketplace:offer")
    tasks = [
        {
            "icon": kind.nature.icon,
            "label": kind.label,
            "text": kind.nature.invitation,
            "url": f"{address}?kind={kind.value}",
        }
        for kind in Kind
    ]
    heading = _("What do you offer?")
    return {"tasks": tasks, "heading": heading, "acts_for_somebody": acts_for_somebody, "crumbs": crumbs(heading)}
