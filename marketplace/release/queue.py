"""The release queue of the office, in Wagtail's admin."""

from django.conf import settings
from django.contrib import messages
from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from marketplace import wording
from marketplace.models import Listing, ReleasePapers
from marketplace.offers import live_edits
from marketplace.offers import verbs as offering
from marketplace.orders.views.form import Told
from marketplace.release.forms import CommentForm, DueForm, SendBackForm
from marketplace.shelf import cards
from marketplace.states import ListingState
from portal.approvals.showing import asked
from portal.refusals import Refusal
from portal.rights import Right, needs


@needs(Right.RELEASE_LISTINGS)
@require_GET
def queue(request) -> HttpResponse:
    listings = waiting(request.user).for_display().by_due_day().annotate(comments=Count("release_comments"))
    context = {**_head(_("Waiting for release")), "listings": listings}
    return render(request, "marketplace/admin/releases.html", context)


@needs(Right.RELEASE_LISTINGS)
@require_POST
def release_several(request) -> HttpResponse:
    chosen = [pk for pk in request.POST.getlist("listing") if pk.isascii() and pk.isdigit() and len(pk) < 19]
    listings = waiting(request.user).filter(pk__in=chosen).order_by("pk")
    released = sum(_release(request, listing) for listing in listings)
    if released:
        words = ngettext("%(n)s listing is released.", "%(n)s listings are released.", released)
        messages.success(request, words % {"n": released})
    return redirect("marketplace_releases")


@needs(Right.RELEASE_LISTINGS)
@require_http_methods(["GET", "POST"])
def one(request, pk: int) -> HttpResponse:
    """Look at one listing; POST releases it."""
    listing = _listing(request, pk)
    if request.method == "POST":
        if _release(request, listing, seen=request.POST.get("seen", "")):
            messages.success(request, _("“%(title)s” is released.") % {"title": listing.title})
        return redirect("marketplace_releases")
    return _show(request, listing)


@needs(Right.RELEASE_LISTINGS)
@require_POST
def send_back(request, pk: int) -> HttpResponse:
    listing = _listing(request, pk)
    form = SendBackForm(request.POST)
    if not form.is_valid():
        return _show(request, listing, back_form=form, status=422)
    try:
        offering.send_back(listing, by=request.user, reason=form.cleaned_data["reason"])
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("“%(title)s” is sent back.") % {"title": listing.title})
    return redirect("marketplace_releases")


@needs(Right.RELEASE_LISTINGS)
@require_POST
def comment(request, pk: int) -> HttpResponse:
    listing = _listing(request, pk)
    form = CommentForm(request.POST)
    if not form.is_valid():
        return _show(request, listing, comment_form=form, status=422)
    offering.comment(listing, by=request.user, text=form.cleaned_data["text"])
    return redirect("marketplace_release", pk)


@needs(Right.RELEASE_LISTINGS)
@require_POST
def answer_by(request, pk: int) -> HttpResponse:
    listing = _listing(request, pk)
    form = DueForm(request.POST)
    if not form.is_valid():
        return _show(request, listing, due_form=form, status=422)
    try:
        offering.answer_by(listing, due_on=form.cleaned_data["due_on"], by=request.user)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The day is noted."))
    return redirect("marketplace_release", pk)


@needs(Right.RELEASE_LISTINGS)
@require_GET
def preview(request, pk: int, language: str) -> HttpResponse:
    """As the public will see it, in one of the portal's languages."""
    if language not in dict(settings.LANGUAGES):
        raise Http404
    with translation.override(language):
        return as_the_public_sees_it(_listing(request, pk).pk, request)


def waiting(user):
    return Listing.objects.releasable_by(user).waiting()


def _release(request, listing: Listing, *, seen: str = "") -> bool:
    try:
        offering.release(listing, by=request.user, seen=seen)
    except Refusal as refusal:
        messages.error(request, f"{listing.title}: {refusal}")
        return False
    return True


def _listing(request, pk: int) -> Listing:
    return get_object_or_404(Listing.objects.releasable_by(request.user).for_display(), pk=pk)


def _show(
    request, listing: Listing, *, back_form=None, comment_form=None, due_form=None, status: int = 200
) -> HttpResponse:
    above = {"url": reverse("marketplace_releases"), "label": _("Waiting for release")}
    context = {
        **_head(listing.title, above),
        "listing": listing,
        "texts": listing.texts.order_by("language"),
        "facts": cards.key_facts(listing),
        "prices": wording.prices(listing),
        "photos": cards.album(listing),
        "papers": _papers(listing),
        "back_form": back_form or SendBackForm(),
        "comment_form": comment_form or CommentForm(),
        "due_form": due_form or DueForm(initial={"due_on": listing.due_on}),
        "comments": listing.release_comments.select_related("by"),
        "asked": asked(listing),
        "languages": settings.LANGUAGES,
        "waits": listing.waits,
        "is_first": listing.state == ListingState.SUBMITTED,
        "consents": listing.consents.select_related("by"),
        "differences": live_edits.differences(listing),
        "version": listing.wished.version if listing.has_wish else "",
    }
    return render(request, "marketplace/admin/release.html", context, status=status)


def _papers(listing: Listing) -> list[dict]:
    """Every paper that the kind asks for, with what stands in it and whether it is settled."""
    papers = ReleasePapers.objects.filter(listing=listing).first() or ReleasePapers(listing=listing)
    return [
        {
            "label": papers._meta.get_field(name).verbose_name,
            "value": getattr(papers, name),
            "is_settled": papers.is_settled(name),
        }
        for name in listing.nature.papers
    ]


def _head(title: str, *above: dict) -> dict:
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": _("Home")}, *above, {"url": "", "label": title}]
    return {"header_title": title, "page_title": title, "header_icon": "clipboard-list", "breadcrumbs_items": crumbs}


def as_the_public_sees_it(pk: int, request) -> HttpResponse:
    """The public template in the language that is active, marked as a preview, without the order form."""
    shown = get_object_or_404(Listing.objects.for_page(), pk=pk)
    told = Told(shown)
    context = told.to(request) | told.shown(request) | {"is_preview": True, "may_order": False}
    return render(request, "marketplace/listing.html", context)
