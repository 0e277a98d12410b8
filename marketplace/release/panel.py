"""Listings that wait for release, on the admin's first page. Pages that wait are shown there by Wagtail itself."""

from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks

from marketplace.release import queue
from portal.look.desk import Row, RowsPanel, waiting
from portal.rights import Right

SHOWN = 5


class WaitingListings(RowsPanel):
    name = "waiting-listings"
    heading = gettext_lazy("Listings waiting for release")
    icon = "clipboard-list"
    order = 225
    more = (reverse_lazy("marketplace_releases"), gettext_lazy("All that wait"))

    def rows(self) -> list[Row]:
        listings = queue.waiting(self.user).for_display().by_due_day()[:SHOWN]
        return [_row(listing) for listing in listings]


def _row(listing) -> Row:
    url = reverse("marketplace_release", args=[listing.pk])
    return Row(listing.title, url, listing.institution.name, _deadline(listing))


def _deadline(listing) -> str:
    if listing.due_on is None:
        return _("since %(day)s") % {"day": date_format(timezone.localtime(listing.submitted_at), "SHORT_DATE_FORMAT")}
    words = _("overdue since %(day)s") if listing.is_overdue else _("to be answered by %(day)s")
    return words % {"day": date_format(listing.due_on, "SHORT_DATE_FORMAT")}


@hooks.register("construct_homepage_panels")
def show_waiting_listings(request, panels) -> None:
    if Right.RELEASE_LISTINGS.held_by(request.user):
        panels.append(WaitingListings(request.user))


@hooks.register("own_work")
def listings_to_release(user) -> list[Row]:
    if not Right.RELEASE_LISTINGS.held_by(user):
        return []
    return waiting(_("Listings to release"), queue.waiting(user).count(), reverse("marketplace_releases"))
