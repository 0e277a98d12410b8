"""The list: filters, counts, order, pages."""

from datetime import time
from decimal import Decimal

import pytest
from django.http import QueryDict

from marketplace.orders import verbs as ordering
from marketplace.samples import category
from marketplace.shelf import found as shelf
from tests.kept import kept
from tests.marketplace.making import NOW, institution, later, place, released

pytestmark = pytest.mark.django_db


def look(query: str = "", now=NOW) -> shelf.Shelf:
    return shelf.look(shelf.Wish.read(QueryDict(query)), now=now)


def titles(query: str = "", now=NOW) -> list[str]:
    return [listing.title for listing in look(query, now).page]


def counts(found: shelf.Shelf, facet: str) -> dict[str, int]:
    return {choice.value: choice.count for choice in found.choices[facet]}


@pytest.fixture
def goods():
    kept("goods on the shelf", build_goods)


def build_goods():
    clinic = institution("clinic", name="Klinikum", city="Essen")
    released("device", title="Mikroskop")
    released("device", title="Zentrifuge", category=category("centrifuge"), owner=clinic)
    released("sale", title="Waage", condition="used", now=later(days=1), price=Decimal("900"))
    released("gift", title="Schrank", condition="parts", owner=clinic, now=later(days=2))


def test_newest_listings_come_first(goods):
    assert titles(now=later(days=3)) == ["Schrank", "Waage", "Zentrifuge", "Mikroskop"]


def test_counts_heed_the_other_filters_but_not_their_own(goods):
    found = look("institution=clinic", now=later(days=3))
    assert found.total == 2
    assert counts(found, "kind") == {"device": 1, "gift": 1}
    assert counts(found, "institution") == {"owner": 2, "clinic": 2}
    assert counts(found, "city") == {"Essen": 2}
    assert [choice.label for choice in found.choices["institution"]] == ["Institut owner", "Klinikum"]
    assert found.everything == 2


def test_filters_of_one_kind_widen_and_filters_of_two_kinds_narrow(goods):
    assert titles("category=microscopy&category=centrifuge&kind=device") == ["Zentrifuge", "Mikroskop"]
    assert titles("category=centrifuge&city=Essen") == ["Zentrifuge"]
    assert titles("category=centrifuge&city=Bochum") == []


def test_a_search_and_a_filter_hold_together(goods):
    assert titles("q=waagen") == ["Waage"]
    assert titles("q=waagen&kind=gift") == []


def test_what_is_sold_or_expired_is_not_on_the_shelf(goods):
    released_gift = look("kind=gift", now=later(days=3)).page[0]
    place(released_gift, now=later(days=3))
    assert "Schrank" not in titles(now=later(days=3))
    assert titles(now=later(days=200)) == ["Zentrifuge", "Mikroskop"]


def test_free_between_leaves_out_what_is_booked_closed_or_not_bookable(goods):
    busy = released("device", title="Belegt", approval="instant")
    released("device", title="Geschlossen", opens_at=time(8), closes_at=time(11), opening_days=[0, 1])
    place(busy)
    found = titles("free_from=2027-01-12T11:00&free_to=2027-01-12T12:00")
    assert found == ["Zentrifuge", "Mikroskop"]
    assert "Belegt" in titles("free_from=2027-01-12T12:00&free_to=2027-01-12T13:00")
    assert "Geschlossen" in titles("free_from=2027-01-12T08:00&free_to=2027-01-12T09:00")


def test_a_request_does_not_make_a_device_busy(goods):
    asked = released("device", title="Angefragt")
    order = place(asked)
    query = "free_from=2027-01-12T10:00&free_to=2027-01-12T11:00"
    assert "Angefragt" in titles(query)
    ordering.accept(order, by=None, now=NOW)
    assert "Angefragt" not in titles(query)


def test_the_cheapest_comes_first_when_asked_for(goods):
    assert titles("order=price&kind=sale") == ["Waage"]
    assert titles("order=price")[:1] == ["Zentrifuge"]


def test_whoever_asks_by_words_sees_the_best_match_first(goods):
    wished = {"q=Waage": "relevance", "order=relevance": "newest", "q=Waage&order=newest": "newest", "": "newest"}
    assert {query: look(query).wish.order for query in wished} == wished
    released("device", title="Gestell", texts={"de": ("Gestell", "Für die Waage.")}, now=later(days=2))
    assert titles("q=Waage", now=later(days=3)) == ["Waage", "Gestell"]
    assert titles("q=Waage&order=newest", now=later(days=3)) == ["Gestell", "Waage"]


def test_the_nearest_spelling_is_searched_for(goods, client):
    found = look("q=Zentriefuge")
    assert ([listing.title for listing in found.page], found.suggestion) == (["Zentrifuge"], "Zentrifuge")
    found = look("q=Zentrifugenbau")
    assert (found.total, found.suggestion) == (0, "")


@pytest.mark.parametrize(
    "query",
    [
        "page=-1",
        "page=abc",
        "page=" + "9" * 20,
        "kind=nonsense",
        "category=%27%3B--",
        "condition=x",
        "free_from=2027-13-45&free_to=x",
        "free_from=2027-01-12T12:00&free_to=2027-01-12T10:00",
        "free_from=9999-12-31&free_to=9999-12-31",
        "free_from=2027-01-12",
        "order=drop",
        "q=" + "%28" * 5000,
    ],
)
def test_whatever_stands_in_the_address_is_answered(goods, query):
    look(query)


def test_a_page_holds_twelve():
    for number in range(13):
        released("device", title=f"Gerät {number}")
    assert (len(titles()), len(titles("page=2")), len(titles("page=99"))) == (12, 1, 1)


def test_the_list_costs_the_same_at_one_and_at_three_listings(django_assert_num_queries):
    released(title="Eins")
    with django_assert_num_queries(2):
        titles()
    released(title="Zwei")
    released("sale", title="Drei")
    with django_assert_num_queries(2):
        titles()
