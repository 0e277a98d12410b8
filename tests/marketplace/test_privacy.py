"""Export and erasure of a person's orders."""

from datetime import timedelta

import pytest
from django.utils import timezone

from marketplace import privacy
from marketplace.models import Order
from marketplace.orders import verbs as ordering
from portal.retention import Stays
from tests.marketplace.making import NOW, person, place, released

pytestmark = pytest.mark.django_db


def test_export_holds_ones_own_orders_and_nobody_elses():
    listing = released()
    place(listing, note="meins")
    place(listing, by=person("other@example.org"), note="fremd")
    exported = privacy.export("Orderer@example.org")
    assert [row["note"] for row in exported["orders"]] == ["meins"]
    assert privacy.export("nobody@example.org") == {}


def test_erasure_cancels_what_is_to_come_and_empties_it():
    listing = released()
    over = ordering.cancel(place(listing, note="canary"), by=None, now=NOW)
    to_come = place(listing)
    privacy.erase("Orderer@example.org")
    for order in (over, to_come):
        order.refresh_from_db()
        assert (order.state, order.note, order.orderer, order.name) == ("cancelled", "", None, "–")
        assert ("orderer" in order.email, order.target_group) == (False, "university")


def test_erasure_keeps_what_is_under_way_and_says_why():
    yesterday = timezone.now() - timedelta(days=1)
    order = place(released("gift", now=yesterday), now=yesterday)
    assert order.state == "accepted"
    (line,) = privacy.erase("orderer@example.org")
    assert isinstance(line, Stays)
    assert "solange sie läuft" in line
    assert Order.objects.get(pk=order.pk).email == "orderer@example.org"
