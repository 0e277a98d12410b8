"""Each invariant finds the row that breaks it."""

import pytest

from marketplace import invariants
from marketplace.models import Hold, Listing, Order, Resource, Shelved
from marketplace.orders import verbs as ordering
from portal.accounts.models import Institution
from portal.payments.models import Payment
from tests.marketplace.making import NOW, institution, place, released

pytestmark = pytest.mark.django_db


def test_a_market_in_use_breaks_nothing():
    ordering.accept(place(released()), by=None, now=NOW)
    place(released("sale", title="Waage"))
    place(released("gift", title="Schrank"))
    assert invariants.check() == []


@pytest.mark.parametrize(
    ("kind", "break_it", "name"),
    [
        ("device", lambda: Hold.objects.update(piece=2), "An order holds a piece that does not exist"),
        ("sale", lambda: Listing.objects.update(state="withdrawn"), "A withdrawn listing has a running order"),
        (
            "device",
            lambda: Institution.objects.update(is_verified=False),
            "A released listing belongs to an institution that is not verified",
        ),
        ("sale", lambda: Payment.objects.all().delete(), "An order awaits payment without an open or paid payment"),
        (
            "sale",
            lambda: (
                Payment.objects.update(state="paid"),
                Order.objects.update(state="cancelled"),
                Hold.objects.all().delete(),
            ),
            "A cancelled order keeps money",
        ),
        ("device", lambda: Hold.objects.all().delete(), "An order that holds has not its pieces, or at another time"),
        (
            "device",
            lambda: Order.objects.update(state="cancelled"),
            "An order that holds nothing has a piece",
        ),
        ("device", lambda: Shelved.objects.update(cost=1), "What lists know of a listing is not what it says"),
        (
            "device",
            lambda: Resource.objects.update(institution=institution("other")),
            "A listing belongs to another institution than its resource",
        ),
    ],
)
def test_a_broken_row_is_named(kind, break_it, name):
    place(released(kind, approval="instant"))
    break_it()
    assert [line.split(":")[0] for line in invariants.check()] == [name]
