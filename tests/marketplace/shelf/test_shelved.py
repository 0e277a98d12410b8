"""What lists count and look through is what the listings say, whoever writes them and however."""

from datetime import date, time
from decimal import Decimal

import pytest
from django.http import QueryDict

from marketplace import invariants
from marketplace.kinds import Visibility, Why
from marketplace.models import Drawer, Hold, Listing, Place, Resource, Rule, Shelved
from marketplace.samples import category
from marketplace.shelf import counting, filters
from marketplace.shelf import found as shelf
from tests.marketplace.making import NOW, draft, institution, later, released

pytestmark = pytest.mark.django_db


def look(query: str = "") -> shelf.Shelf:
    return shelf.look(shelf.Wish.read(QueryDict(query)), now=later(days=30))


def keys(query: str = "") -> list[int]:
    return [listing.pk for listing in look(query).page]


def held_for_good(listing, **facts) -> Hold:
    facts = {"piece": 1, "why": Why.CLOSURE} | facts
    return Hold.objects.create(resource_id=listing.resource_id, period=(NOW, None), **facts)


@pytest.mark.parametrize(
    "facts",
    [
        {"city": "Witten"},
        {"district": "05913"},
        {"kind": "space"},
        {"condition": "used"},
        {"audience": ["academic"]},
        {"institutions_only": True},
        {"opening_days": [1, 2]},
        {"opens_at": time(8), "closes_at": time(16)},
        {"max_hours": 4},
        {"daily": Decimal(9)},
        {"hourly": Decimal(3)},
        {"lead_days": 3},
        {"loan_max_months": 2},
        {"state": "withdrawn"},
        {"expires_on": date(2027, 1, 1)},
        {"quantity": 2},
        {"terms": "'neu':1A"},
        {"reason": "–"},
    ],
    ids=lambda facts: next(iter(facts)),
)
def test_no_update_leaves_it_behind(facts):
    listing, other = released("device"), released("device", title="Anderes")
    Resource.objects.update(quantity=2)
    Listing.objects.filter(pk__in=[listing.pk, other.pk]).update(**facts)
    assert invariants.check() == []


def test_it_knows_the_category_and_the_place_by_their_keys():
    listing = released("device")
    Listing.objects.filter(pk=listing.pk).update(category=category("centrifuge"))
    shelved = Shelved.objects.select_related("drawer", "place").get(pk=listing.pk)
    assert (shelved.drawer.category.slug, shelved.place.institution_id) == ("centrifuge", listing.institution_id)


def test_what_is_the_same_stands_once():
    for number in range(3):
        released("device", title=f"Gerät {number}")
    assert (Drawer.objects.count(), Place.objects.count(), Rule.objects.count()) == (1, 1, 1)


def test_only_what_is_released_lies_there():
    draft("device")
    assert (keys(), Shelved.objects.filter(is_out=False).count()) == ([], 1)


def test_what_is_hidden_goes_and_comes_back():
    listing = released("device")
    resource = Resource.objects.filter(pk=listing.resource_id)
    resource.update(visibility=Visibility.HOUSE)
    assert keys() == []
    resource.update(visibility=Visibility.PUBLIC)
    assert keys() == [listing.pk]


def test_what_is_taken_for_good_goes_with_its_last_piece_and_comes_back():
    listing = released("device")
    Resource.objects.filter(pk=listing.resource_id).update(quantity=2)
    Listing.objects.filter(pk=listing.pk).update(quantity=2)
    held_for_good(listing)
    assert keys() == [listing.pk]
    last = held_for_good(listing, piece=2)
    assert keys() == []
    Hold.objects.filter(pk=last.pk).update(period=(NOW, later(days=1)))
    assert keys() == [listing.pk]
    Hold.objects.filter(pk=last.pk).update(period=(NOW, None))
    assert keys() == []
    last.delete()
    assert keys() == [listing.pk]
    assert invariants.check() == []


def test_all_offers_of_a_thing_go_with_it():
    first = released("device", title="Eins")
    second = released("device", title="Zwei")
    Listing.objects.filter(pk=second.pk).update(resource=first.resource_id)
    held_for_good(first)
    assert keys() == []


def test_it_goes_with_its_listing():
    listing = draft("device")
    Listing.objects.get(pk=listing.pk).delete()
    assert not Shelved.objects.exists()


def test_the_best_matches_come_in_the_same_order_however_many_there_are(monkeypatch):
    texts = [("Apparat", "Mit Kryostat."), ("Kryostat", "–"), ("cryostat", "–"), ("Neues", "Beim Kryostaten")]
    for number in range(16):
        released("device", title="–", texts={"de": texts[number % 4]}, now=later(days=number))
    monkeypatch.setattr(shelf, "PER_PAGE", 2)

    def pages() -> list[list[int]]:
        return [keys(f"q=Kryostat&page={number}") for number in range(1, 9)]

    ranked = pages()
    assert len({key for page in ranked for key in page}) == 16
    for bound in ("MOST_RANKED", "WINDOW"):
        monkeypatch.setattr(shelf, bound, 0)
        assert pages() == ranked


def test_of_many_houses_the_most_frequent_are_named_and_those_that_are_set(monkeypatch):
    monkeypatch.setattr(counting, "MOST_CHOICES", 2)
    monkeypatch.setattr(filters, "MOST_CHOICES", 2)
    for number in range(3):
        for _time in range(3 - number):
            released("device", title=f"Gerät {number}", owner=institution(f"house-{number}"))
    found = look()
    assert [(choice.value, choice.count) for choice in found.choices["institution"]] == [("house-0", 3), ("house-1", 2)]
    found = look("institution=house-2")
    assert [(choice.value, choice.count) for choice in found.choices["institution"]] == [("house-0", 3), ("house-2", 1)]
    assert (found.total, found.everything) == (1, 1)
    groups = {group.get("name"): group for group in filters.panel(look(), QueryDict())["groups"]}
    assert "hint" in groups["institution"]
    assert "hint" not in groups["city"]
