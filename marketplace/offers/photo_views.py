"""The owner's photos of a listing."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from marketplace.crumbs import crumbs, to_my_listings
from marketplace.models import Listing
from marketplace.offers import photos
from marketplace.offers.photo_forms import AlbumForm
from portal.refusals import Refusal


@login_required
@require_http_methods(["GET", "POST"])
def album(request, pk: int) -> HttpResponse:
    listing = get_object_or_404(Listing.objects.editable_by(request.user).for_display(), pk=pk)
    if request.method == "GET":
        return _show(request, listing, AlbumForm(listing))
    form = AlbumForm(listing, request.POST, request.FILES)
    if not form.is_valid():
        return _show(request, listing, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        photos.arrange(listing, form.shots, by=request.user)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The photos are saved."))
    return redirect("marketplace:photos", pk=pk)


def _show(request, listing: Listing, form: AlbumForm, *, status: int = HTTPStatus.OK) -> HttpResponse:
    heading = _("Photos: %(title)s") % {"title": listing.title}
    context = {
        "listing": listing,
        "album": form,
        "heading": heading,
        "crumbs": crumbs(to_my_listings(), heading),
        "most": photos.MOST,
    }
    return render(request, "marketplace/photos.html", context, status=status)
