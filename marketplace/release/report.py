"""Listings that soon leave the marketplace: whom to ask whether they still stand."""

from datetime import timedelta

from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from marketplace.models import Listing
from portal.look.reports import Report, ReportItem
from portal.rights import Right

SOON = timedelta(days=30)


class Expiring(Report):
    name = "expiring_listings"
    page_title = _("Listings about to expire")
    header_icon = "time"
    right = Right.SEE_MARKET
    facts = [
        ("title", _("Listing")),
        ("get_kind_display", _("Kind")),
        ("institution.name", _("Institution")),
        ("contact", _("Contact")),
        ("expires_on", _("Shown until")),
    ]

    def get_queryset(self):
        today = timezone.localdate()
        listings = Listing.objects.current(today).filter(expires_on__lte=today + SOON)
        return listings.for_display().select_related("contact").order_by("expires_on", "pk")

    def address(self, row) -> str:
        action = "edit" if Right.SORT_MARKET.held_by(self.request.user) else "inspect"
        return reverse(f"wagtailsnippets_marketplace_listing:{action}", args=[row.pk])


@hooks.register("register_admin_urls")
def expiring_urls():
    return Expiring.urls()


@hooks.register("register_reports_menu_item")
def expiring_item():
    return ReportItem(Expiring, reverse_lazy("expiring_listings"), icon_name="time", order=110)
