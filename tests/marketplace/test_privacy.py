"""Export and erasure of a person's orders."""

import pytest

from marketplace import ordering, privacy
from marketplace.models import Order
from tests.marketplace.making import NOW, person, place, released

pytestmark = pytest.mark.django_db


def test_export_holds_ones_own_orders_and_nobody_elses():
    listing = released()
    place(listing, note="meins")
    place(listing, by=person("other@example.org"), note="fremd")
    exported = privacy.export("Orderer@example.org")
    assert [row["note"] for row in exported["orders"]] == ["meins"]
    assert privacy.export("nobody@example.org") == {}


def test_erasure_empties_what_is_over_and_keeps_what_runs():
    listing = released()
    over = ordering.cancel(place(listing, note="canary"), by=None, now=NOW)
    running = place(listing)
    privacy.erase("orderer@example.org")
    over.refresh_from_db()
    assert (over.note, over.orderer, "orderer" in over.email, over.target_group) == ("", None, False, "university")
    assert Order.objects.get(pk=running.pk).email == "orderer@example.org"
