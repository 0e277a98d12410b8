"""The marketplace in Wagtail's admin: the release queue, read-only orders."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from marketplace import offering
from marketplace.models import Listing
from portal.accounts import groups
from tests.marketplace.making import NOW, draft, institution, member, person, place

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client, site_tree):
    """`staff(groups.MODERATORS)`: log in as one of the group."""

    def log_in(group: str):
        groups.grant()
        user = person(f"{group.lower()}@office.example", is_staff=True)
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
        return user

    return log_in


def submitted(title: str = "Waage"):
    return offering.submit(draft("sale", title=title), by=None, now=NOW)


def test_the_queue_shows_what_waits_and_nothing_else(client, staff, make):
    staff(groups.MODERATORS)
    submitted("Wartet")
    make(title="Gezeigt")
    page = client.get(reverse("marketplace_releases")).content.decode()
    assert ("Wartet" in page, "Gezeigt" in page) == (True, False)


def test_a_moderator_looks_and_releases(client, staff):
    moderator = staff(groups.MODERATORS)
    listing = submitted()
    page = client.get(reverse("marketplace_release", args=[listing.pk])).content.decode()
    for text in ("Waage", "INV-1", "three offers"):
        assert text in page
    client.post(reverse("marketplace_release", args=[listing.pk]))
    listing.refresh_from_db()
    assert listing.state == "released"
    assert moderator.has_perm("marketplace.release_listing")


def test_sending_back_needs_a_reason_and_tells_it(client, staff):
    staff(groups.MODERATORS)
    listing = submitted()
    url = reverse("marketplace_send_back", args=[listing.pk])
    assert client.post(url).status_code == 422
    client.post(url, {"reason": "Bitte ein Foto ergänzen."})
    listing.refresh_from_db()
    assert (listing.state, listing.reason) == ("sent_back", "Bitte ein Foto ergänzen.")


def test_several_are_released_at_once_and_a_refusal_stops_only_its_own(client, staff):
    staff(groups.MODERATORS)
    good, bad = submitted("Gut"), submitted("Schlecht")
    bad.papers.not_needed = False
    bad.papers.save()
    chosen = {"listing": [good.pk, bad.pk, "x", "9" * 30]}
    page = client.post(reverse("marketplace_release_several"), chosen, follow=True).content.decode()
    assert set(Listing.objects.values_list("state", flat=True)) == {"released", "submitted"}
    assert "nicht mehr benötigt" in page


@pytest.mark.parametrize("group", [groups.EDITORS, groups.FINANCE])
def test_other_staff_have_no_queue(client, staff, group):
    staff(group)
    listing = submitted()
    client.get(reverse("marketplace_releases"))
    client.post(reverse("marketplace_release", args=[listing.pk]))
    client.post(reverse("marketplace_release_several"), {"listing": [listing.pk]})
    listing.refresh_from_db()
    assert listing.state == "submitted"


def test_members_of_institutions_cannot_release_their_own(client):
    listing = submitted()
    client.force_login(member(listing.institution))
    client.post(reverse("marketplace_release", args=[listing.pk]))
    listing.refresh_from_db()
    assert listing.state == "submitted"


def test_lists_and_exports_open_for_moderators(client, staff, make):
    staff(groups.MODERATORS)
    place(make("gift"), now=None)
    for name in ("listing", "order", "category"):
        url = reverse(f"wagtailsnippets_marketplace_{name}:list")
        assert client.get(url).status_code == 200
        assert client.get(url, {"q": "Waage'\"("}).status_code == 200
        assert client.get(url, {"export": "csv"}).status_code == 200


def test_orders_are_read_in_the_admin_never_written(client, staff, make):
    staff(groups.ADMINISTRATORS)
    order = place(make("gift"), now=None)
    assert client.get(reverse("wagtailsnippets_marketplace_order:inspect", args=[order.pk])).status_code == 200
    for door in ("edit", "delete"):
        url = reverse(f"wagtailsnippets_marketplace_order:{door}", args=[order.pk])
        assert client.post(url).status_code in {302, 403, 404}
    assert type(order).objects.filter(pk=order.pk, state="accepted").exists()


def test_staff_sort_a_listing_without_touching_its_price_or_state(client, staff, make):
    staff(groups.MODERATORS)
    listing = make("sale")
    url = reverse("wagtailsnippets_marketplace_listing:edit", args=[listing.pk])
    assert client.get(url).status_code == 200
    data = {"category": listing.category_id, "register": "analytics", "price": "1", "state": "draft"}
    client.post(url, data)
    listing.refresh_from_db()
    assert (listing.register, listing.price, listing.state) == ("analytics", 1200, "released")


def test_a_category_in_use_cannot_be_deleted_and_says_so(client, staff, make):
    staff(groups.ADMINISTRATORS)
    listing = make()
    url = reverse("wagtailsnippets_marketplace_category:delete", args=[listing.category_id])
    assert client.post(url).status_code < 500
    assert Listing.objects.get().category == listing.category


def test_the_first_page_of_the_admin_counts_what_waits(client, staff):
    staff(groups.MODERATORS)
    submitted()
    assert reverse("marketplace_releases") in client.get("/admin/").content.decode()
    assert institution().listings.count() == 1


def test_an_institution_with_orders_cannot_be_deleted_and_that_is_no_500(client, staff, make):
    staff(groups.ADMINISTRATORS)
    buyer = institution("buyer")
    place(make("gift"), institution=buyer, now=None)
    client.raise_request_exception = False
    url = reverse("wagtailsnippets_accounts_institution:delete", args=[buyer.pk])
    assert client.post(url).status_code < 500
    assert type(buyer).objects.filter(pk=buyer.pk).exists()
