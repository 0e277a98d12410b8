"""A listing as the public will see it, before it is released: for the office and for whom it asks."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from marketplace.models import Listing
from marketplace.views import listings


def as_the_public_sees_it(pk: int, request) -> HttpResponse:
    """The public template in the language that is active, marked as a preview, without the order form."""
    shown = get_object_or_404(Listing.objects.for_display().select_related("contact", "project", "papers"), pk=pk)
    context = listings.page_of(request, shown) | {"is_preview": True, "may_order": False}
    return render(request, "marketplace/listing.html", context)
