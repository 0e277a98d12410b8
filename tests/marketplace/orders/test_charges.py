"""What an order charges, as its invoice lists it."""

from decimal import Decimal

import pytest

from marketplace.kinds import Vat
from marketplace.models import Line, Order
from tests.marketplace.making import NOW, place, released

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("kind", "period"), [("service", None), ("sale", (NOW, None))])
def test_without_an_end_it_was_delivered_when_it_began(kind, period):
    order = place(released(kind), now=NOW)
    Order.objects.filter(pk=order.pk).update(period=period)
    order.refresh_from_db()
    order.lines.all().delete()
    facts = {"quantity": 1, "net": Decimal("100.00"), "vat": Vat.STANDARD, "total": Decimal("119.00")}
    Line.objects.create(order=order, text="HPLC-Anlage", **facts)
    (one,) = order.charges()
    assert one.gross == Decimal("119.00")
    assert one.since == one.until
