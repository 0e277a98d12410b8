"""Listings that wait for release, on the admin's first page."""

from types import SimpleNamespace

import pytest

from marketplace.offers import verbs as offering
from marketplace.release.panel import WaitingListings, show_waiting_listings
from portal.accounts.people import enroll
from tests.marketplace.making import NOW, draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator(db):
    return enroll("moderator@example.org", staff_groups=("Moderators",))


def wait(title: str):
    return offering.submit(draft("sale", title=title), by=None, now=NOW)


def test_who_waits_is_shown_with_its_institution_and_day(moderator):
    listing = wait("Waage")
    (row,) = WaitingListings(moderator).rows()
    assert (row.label, row.fact) == ("Waage", listing.institution.name)
    assert row.url == f"/admin/marketplace/releases/{listing.pk}/"
    assert row.detail == "zu beantworten bis 14.01.2027"


def test_released_listings_do_not_wait(moderator, make):
    make(title="Gezeigt")
    assert WaitingListings(moderator).rows() == []


def test_the_queries_do_not_grow(moderator, django_assert_num_queries):
    moderator.has_perm("marketplace.release_listing")
    wait("Eins")
    with django_assert_num_queries(1):
        WaitingListings(moderator).rows()
    wait("Zwei"), wait("Drei")
    with django_assert_num_queries(1):
        assert len(WaitingListings(moderator).rows()) == 3


def test_editors_release_nothing_and_see_no_panel(db):
    panels = []
    show_waiting_listings(SimpleNamespace(user=enroll("e@example.org", staff_groups=("Editors",))), panels)
    assert panels == []
