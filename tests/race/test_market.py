"""Owner and office at once, on what is shown. A control test shows the race without the lock."""

from threading import Barrier

import pytest

from marketplace.models import Change, Listing
from marketplace.offers import live_edits
from marketplace.offers import verbs as offering
from tests.marketplace.making import NOW, later, released
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
