"""The release queue of the office, in Wagtail's admin."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from wagtail.admin.auth import permission_required

from marketplace import offering, showing, wording
from marketplace.forms import SendBackForm
from marketplace.models import Listing, ReleasePapers
from marketplace.states import ListingState
from portal.refusals import Refusal

PERMISSION = "marketplace.release_listing"


@permission_required(PERMISSION)
@require_GET
def queue(request) -> HttpResponse:
    context = {**_head(_("Releases")), "listings": waiting(request.user).for_display().order_by("submitted_at")}
    return render(request, "marketplace/admin/releases.html", context)


@permission_required(PERMISSION)
@require_POST
def release_several(request) -> HttpResponse:
    chosen = [pk for pk in request.POST.getlist("listing") if pk.isascii() and pk.isdigit() and len(pk) < 19]
    released = sum(_release(request, listing) for listing in waiting(request.user).filter(pk__in=chosen))
    if released:
        words = ngettext("%(n)s listing is released.", "%(n)s listings are released.", released)
        messages.success(request, words % {"n": released})
    return redirect("marketplace_releases")


@permission_required(PERMISSION)
@require_http_methods(["GET", "POST"])
def one(request, pk: int) -> HttpResponse:
    """Look at one listing; POST releases it."""
    listing = _listing(request, pk)
    if request.method == "POST":
        if _release(request, listing):
            messages.success(request, _("“%(title)s” is released.") % {"title": listing.title})
        return redirect("marketplace_releases")
    return _show(request, listing, SendBackForm())


@permission_required(PERMISSION)
@require_POST
def send_back(request, pk: int) -> HttpResponse:
    listing = _listing(request, pk)
    form = SendBackForm(request.POST)
    if not form.is_valid():
        return _show(request, listing, form, status=422)
    try:
        offering.send_back(listing, by=request.user, reason=form.cleaned_data["reason"])
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("“%(title)s” is sent back.") % {"title": listing.title})
    return redirect("marketplace_releases")


def waiting(user):
    return Listing.objects.releasable_by(user).filter(state=ListingState.SUBMITTED)


def _release(request, listing: Listing) -> bool:
    try:
        offering.release(listing, by=request.user)
    except Refusal as refusal:
        messages.error(request, f"{listing.title}: {refusal}")
        return False
    return True


def _listing(request, pk: int) -> Listing:
    return get_object_or_404(Listing.objects.releasable_by(request.user).for_display(), pk=pk)


def _show(request, listing: Listing, form: SendBackForm, *, status: int = 200) -> HttpResponse:
    above = {"url": reverse("marketplace_releases"), "label": _("Releases")}
    context = {
        **_head(listing.title, above),
        "listing": listing,
        "texts": listing.texts.order_by("language"),
        "facts": showing.key_facts(listing),
        "prices": wording.prices(listing),
        "papers": _papers(listing),
        "form": form,
        "waits": listing.state == ListingState.SUBMITTED,
    }
    return render(request, "marketplace/admin/release.html", context, status=status)


def _papers(listing: Listing) -> list[dict]:
    """Every paper that the kind asks for, with what stands in it and whether it is settled."""
    papers = ReleasePapers.objects.filter(listing=listing).first() or ReleasePapers(listing=listing)
    today = timezone.localdate()
    return [
        {
            "label": papers._meta.get_field(name).verbose_name,
            "value": getattr(papers, name),
            "is_settled": papers.is_settled(name, today=today),
        }
        for name in listing.nature.papers
    ]


def _head(title: str, *above: dict) -> dict:
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": _("Home")}, *above, {"url": "", "label": title}]
    return {"header_title": title, "page_title": title, "header_icon": "clipboard-list", "breadcrumbs_items": crumbs}
