"""A market in use goes back to the old tables and forward again with nothing lost: counts, sums, addresses, pieces."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from wagtail.images import get_image_model
from wagtail.models import Collection

from home import samples as cluster
from marketplace.invariants import check
from marketplace.models import Listing, Order, Resource
from marketplace.offers import photos
from marketplace.orders import verbs as ordering
from tests.marketplace.making import NOW, institution, person, place, released

PHOTOS = [("marketplace", "0006_what_exists")]
BEFORE = [("marketplace", "0001_initial")]
OLD = {
    "listings": "select id, kind, institution_id, state, quantity, hourly, daily, price from marketplace_listing",
    "texts": "select listing_id, language, title, description from marketplace_listingtext",
    "papers": "select listing_id, inventory_number, book_value, market_value from marketplace_releasepapers",
    "orders": "select id, listing_id, state, exclusive, period, price, name, email, note from marketplace_order",
    "sums": "select count(*), sum(price) from marketplace_order",
    "pieces": "select id, piece from marketplace_order where exclusive"
    " and state in ('accepted', 'awaiting_payment', 'completed')",
}


def picture(title: str):
    # The root was flushed with the rest after an earlier test.
    root = Collection.get_first_root_node() or Collection.add_root(name="Root")
    said = {"title": title, "description": title, "collection": root}
    return get_image_model().objects.create(file=f"{title}.jpg", width=1, height=1, **said)


def migrate(targets) -> None:
    executor = MigrationExecutor(connection)
    executor.migrate(targets)


def asked(names) -> dict:
    found = {}
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute(f"{OLD[name]} order by 1, 2")  # noqa: S608
            found[name] = cursor.fetchall()
    return found


def latest():
    return [key for key in MigrationExecutor(connection).loader.graph.leaf_nodes() if key[0] == "marketplace"]


@pytest.mark.django_db(transaction=True)
def test_old_rows_become_resources_offers_and_holds_and_nothing_is_lost():
    device = released(approval="instant", quantity=2)
    ordering.cancel(place(device), by=None, now=NOW)
    kept = [place(device), place(device, by=person("second@example.org"))]
    place(released("service"))
    place(released("sale", title="Waage"))
    place(released("loan", title="Zentrifuge"))
    contact = cluster.person(institution=device.institution)
    Listing.objects.filter(pk=device.pk).update(contact=contact)
    images = [picture(name) for name in "ab"]
    photos.lay_out(device.resource, images)
    addresses = [listing.get_absolute_url() for listing in Listing.objects.order_by("pk")]
    try:
        migrate(BEFORE)
        old = asked(OLD)
    finally:
        migrate(latest())
    assert len(old["listings"]) == 4
    assert [row for row in old["pieces"] if row[0] in {order.pk for order in kept}] == [
        (kept[0].pk, 1),
        (kept[1].pk, 2),
    ]
    assert asked([name for name in OLD if name != "pieces"]) == {name: old[name] for name in OLD if name != "pieces"}
    assert [listing.get_absolute_url() for listing in Listing.objects.order_by("pk")] == addresses
    assert all((one.resource_id, one.resource.name_de) == (one.pk, one.title) for one in Listing.objects.all())
    holding = [(order.pk, order.holds.get().piece) for order in Order.objects.holding().filter(exclusive=True)]
    assert sorted(holding) == old["pieces"]
    assert check() == []
    thing = Resource.objects.get(pk=device.pk)
    assert (thing.quantity, thing.contact, thing.visibility) == (2, contact, "public")
    assert photos.album(Listing.objects.get(pk=device.pk)) == images
    last = Resource.objects.latest("pk").pk
    assert released(title="Danach", owner=institution("danach")).resource_id == last + 1


@pytest.mark.django_db(transaction=True)
def test_the_photos_of_several_offers_become_those_of_their_thing_each_once_and_in_order():
    first = released()
    second = released("loan", title="Als Leihgabe", resource=first.resource)
    a, b, c, d = (picture(name) for name in "abcd")
    try:
        migrate(PHOTOS)
        with connection.cursor() as cursor:
            cursor.executemany(
                "update marketplace_listing set photo_id = %s where id = %s", [(a.pk, first.pk), (b.pk, second.pk)]
            )
            cursor.executemany(
                "insert into marketplace_listingphoto (listing_id, image_id, position) values (%s, %s, %s)",
                [(first.pk, c.pk, 3), (first.pk, b.pk, 2), (second.pk, d.pk, 2), (second.pk, a.pk, 3)],
            )
    finally:
        migrate(latest())
    assert [photos.album(listing) for listing in Listing.objects.order_by("pk")] == [[a, b, c, d]] * 2
