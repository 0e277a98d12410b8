"""A market in use goes back to the old tables and forward again with nothing lost: counts, sums, addresses, pieces."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from marketplace.invariants import check
from marketplace.models import Listing, Order
from marketplace.orders import verbs as ordering
from tests.marketplace.making import NOW, person, place, released

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
    assert released(title="Danach").resource_id == device.pk + 4
