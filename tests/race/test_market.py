"""Owner and office at once, on what is shown; owner and orderer, on their terms; and what lists know of it.

Control tests show the race without the lock, or without the look.
"""

from decimal import Decimal
from threading import Barrier, Event, Timer

import pytest
from django.db import connection, transaction

from marketplace import invariants
from marketplace.models import Change, Hold, Listing, Order, Shelved
from marketplace.offers import live_edits
from marketplace.offers import verbs as offering
from marketplace.orders import bargain
from marketplace.orders import verbs as ordering
from marketplace.orders.bargain import LineSaid
from tests.marketplace.making import NOW, later, member, place, released
from tests.race.test_slots import at_once

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


def wished(year: int) -> Listing:
    listing = released()
    offering.change(listing, by=None, texts={}, year=year, now=later(days=1))
    return listing


@pytest.mark.parametrize("round_", range(3))
def test_an_edit_against_a_release_never_shows_what_nobody_has_seen(round_):
    listing = wished(2019)
    seen = Change.objects.get().version
    at_once(
        [
            lambda: offering.change(listing, by=None, texts={}, year=2020, now=later(days=2)),
            lambda: offering.release(listing, by=None, seen=seen, now=later(days=2)),
        ]
    )
    assert (Listing.objects.get().year, Change.objects.get().facts) in [(2019, {"year": 2020}), (None, {"year": 2020})]


def test_of_many_releases_of_one_change_one_counts():
    listing = wished(2019)
    results = at_once([lambda: offering.release(listing, by=None, now=NOW)] * 6)
    assert sum(isinstance(result, Listing) for result in results) == 1
    assert results.count("NotPossible") == 5


def test_control_without_the_lock_a_release_shows_what_nobody_has_seen():
    """The same look and write without the lock: if this showed what was seen, the tests above would prove nothing."""
    listing = wished(2019)
    seen = Change.objects.get().version
    looked, changed = Barrier(2), Barrier(2)

    def naive_release():
        same = Change.objects.get().version == seen
        looked.wait(timeout=30)
        changed.wait(timeout=30)
        if same:
            live_edits.take_over(Listing.objects.get(), Change.objects.get())

    def edit():
        looked.wait(timeout=30)
        offering.change(listing, by=None, texts={}, year=2020, now=later(days=2))
        changed.wait(timeout=30)

    at_once([naive_release, edit])
    assert Listing.objects.get().year == 2020


# ---- terms --------------------------------------------------------------------------------------------------------


@pytest.fixture
def proposed():
    """100 euros were proposed; the owner thinks better of it, the orderer is about to confirm."""
    order = place(released())
    owner = member(order.listing.institution)

    def ask(net: str) -> Order:
        return ordering.propose(order, lines=[LineSaid(text="Messung", net=Decimal(net))], by=owner, now=NOW)

    return ask("100"), ask


@pytest.mark.parametrize("round_", range(3))
def test_a_yes_beside_a_new_proposal_is_a_yes_to_what_was_seen(proposed, round_):
    order, ask = proposed
    seen = bargain.version(order)
    confirmed, asked = at_once(
        [lambda: ordering.confirm(order, by=order.orderer, seen=seen, now=NOW), lambda: ask("900")]
    )
    order.refresh_from_db()
    if asked == "NotPossible":
        assert (confirmed, order.state, order.price) == (order, "accepted", Decimal("100"))
    else:
        assert (confirmed, order.state, order.price) == ("TermsChanged", "proposed", Decimal("900"))


def test_both_sides_who_propose_at_once_leave_one_on_the_table(proposed):
    order, ask = proposed
    mine = {"lines": [LineSaid(text="Messung", net=Decimal("50"))], "by": order.orderer, "now": NOW}
    at_once([lambda: ordering.propose(order, **mine), lambda: ask("900")])
    order.refresh_from_db()
    last = order.proposals.last()
    assert (order.state, order.price) == ("requested" if last.side == "orderer" else "proposed", last.price)
    assert order.proposals.count() == 4


def test_control_without_a_look_at_the_version_something_unseen_is_agreed(proposed):
    """If a price that nobody was shown were not agreed, the tests above would prove nothing."""
    order, ask = proposed
    ask("900")
    assert ordering.confirm(order, by=order.orderer, now=NOW).price == Decimal("900")


# ---- what lists know ----------------------------------------------------------------------------------------------


def gone(listing: Listing, written: Event, goes: Event) -> None:
    with transaction.atomic():
        Hold.objects.create(resource_id=listing.resource_id, piece=1, period=(NOW, None), why="closure")
        written.set()
        goes.wait(timeout=30)


def test_what_goes_while_somebody_saves_it_lies_on_no_shelf():
    listing, written, goes = released(), Event(), Event()

    def save():
        written.wait(timeout=30)
        Timer(0.3, goes.set).start()
        Listing.objects.filter(pk=listing.pk).update(city="Witten")

    at_once([lambda: gone(listing, written, goes), save])
    assert not Shelved.objects.get().is_out
    assert invariants.check() == []


def test_control_whoever_does_not_wait_lays_it_back():
    listing, written, goes = released(), Event(), Event()

    def naive_save():
        written.wait(timeout=30)
        with connection.cursor() as cursor:
            cursor.execute("select is_out from marketplace_shelf(array[%s])", [listing.pk])
            is_out = cursor.fetchone()[0]
        goes.set()
        Shelved.objects.filter(pk=listing.pk).update(is_out=is_out)

    at_once([lambda: gone(listing, written, goes), naive_save])
    assert Shelved.objects.get().is_out
