"""Who finds a thing: every door through which a reader could come upon it, for every sort of reader."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.template import engines
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from marketplace import map_layer
from marketplace.kinds import Visibility
from marketplace.models import Listing, Resource
from marketplace.orders import verbs as ordering
from marketplace.refusals import NotOffered
from marketplace.search import query as search
from marketplace.shelf import nearby
from tests.marketplace.making import institution, member, person, place

pytestmark = pytest.mark.django_db
TITLE = "Kryoelektronenmikroskop"
# From who finds least to who finds most.
READERS = ("anonymous", "private", "unverified", "verified", "house")
FINDS = {
    Visibility.PUBLIC: set(READERS),
    Visibility.VERIFIED: {"verified", "house"},
    Visibility.HOUSE: {"house"},
}


@pytest.fixture
def people():
    return {
        "anonymous": None,
        "private": person("private@example.org"),
        "unverified": member(institution("new", is_verified=False)),
        "verified": member(institution("verified")),
        "house": member(institution()),
    }


@pytest.fixture
def hidden(make):
    """`hidden("house")`: a listing of a thing that so many find."""

    def made(visibility, **facts):
        listing = make(**{"title": TITLE} | facts)
        Resource.objects.filter(pk=listing.resource_id).update(visibility=visibility)
        return Listing.objects.select_related("resource").get(pk=listing.pk)

    return made


def ahead() -> dict:
    day = timezone.localdate() + timedelta(days=9)
    return {"start": f"{day}T10:00", "end": f"{day}T12:00"}


def in_page(address):
    def shows(client, listing) -> bool:
        response = client.get(address(listing) if callable(address) else address)
        return response.status_code == 200 and f"/{listing.pk}-" in response.content.decode()

    return shows


def opens(door, /, **said):
    def answered(client, listing) -> bool:
        status = client.post(reverse(f"marketplace:{door}", args=[listing.pk]), ahead() | said).status_code
        assert status in {302, 303, 404, 422}
        return status in {303, 422}

    return answered


def free_then(listing) -> str:
    times = ahead()
    return f"/de/marktplatz/?free_from={times['start']}&free_to={times['end']}"


def related(client, listing) -> bool:
    other = Listing.objects.get(texts__title="Nachbar")
    other.resource.related.add(listing.resource)
    return TITLE in client.get(other.get_absolute_url()).content.decode()


DOORS = {
    "its own page": lambda client, listing: client.get(listing.get_absolute_url()).status_code == 200,
    "the list": in_page("/de/marktplatz/"),
    "the search of the marketplace": in_page(f"/de/marktplatz/?q={TITLE}"),
    "free between": in_page(free_then),
    "what its owner offers": in_page(lambda listing: listing.institution.get_absolute_url()),
    "what belongs to another thing": related,
    "asking": opens("ask", name="Ada", email="ada@example.org", text="?"),
    "ordering": opens("order"),
}


@pytest.mark.parametrize("visibility", Visibility)
@pytest.mark.parametrize("door", DOORS)
def test_what_may_be_touched_is_what_can_be_found(client, market_page, people, hidden, make, door, visibility):
    listing = hidden(visibility)
    make(title="Nachbar")
    found = set()
    for name, user in people.items():
        cache.clear()
        client.force_login(user) if user else client.logout()
        if DOORS[door](client, listing):
            found.add(name)
    expected = FINDS[visibility]
    assert found == (expected - {"anonymous"} if door == "ordering" else expected)


@pytest.mark.parametrize("visibility", Visibility)
def test_what_knows_no_reader_tells_what_everybody_finds(client, site_tree, hidden, people, visibility):
    listing, public = hidden(visibility), visibility == Visibility.PUBLIC
    client.force_login(people["house"])
    cache.clear()
    newest = engines["django"].from_string("{% load marketplace %}{% newest_listings 9 %}")
    told = {
        "feed": f"urn:listing:{listing.pk}" in client.get(reverse("marketplace:feed")).content.decode(),
        "sitemap": f"/{listing.pk}-" in client.get("/sitemap-listings.xml").content.decode(),
        "map": bool(map_layer.counts()),
        "drawers": bool(nearby.categories("x", "/")),
        "search": search.hits(TITLE).exists(),
        "search page": f"/{listing.pk}-" in client.get(f"{reverse('search')}?q={TITLE}").content.decode(),
        "newest": f"/{listing.pk}-" in newest.render({"request": RequestFactory().get("/")}),
    }
    assert told == dict.fromkeys(told, public)


@pytest.mark.parametrize("visibility", [Visibility.VERIFIED, Visibility.HOUSE])
def test_the_verb_takes_no_order_for_what_its_orderer_does_not_find(hidden, visibility):
    listing = hidden(visibility)
    with pytest.raises(NotOffered):
        place(listing, now=None, **{name: at.replace("T", " ") for name, at in ahead().items()})


def test_the_alternatives_of_a_declined_request_are_those_that_its_orderer_finds(client, make, hidden):
    order = place(make(), now=None, **{name: at.replace("T", " ") for name, at in ahead().items()})
    hidden(Visibility.HOUSE, title="Verborgen")
    make(title="Sichtbar")
    ordering.decline(order, by=None, reason="Wartung")
    client.force_login(order.orderer)
    assert [one["title"] for one in client.get(order.get_absolute_url()).context["instead"]] == ["Sichtbar"]


def test_who_has_ordered_keeps_seeing_what_is_hidden_later(client, make):
    order = place(make(), now=None, **{name: at.replace("T", " ") for name, at in ahead().items()})
    Resource.objects.update(visibility=Visibility.HOUSE)
    client.force_login(order.orderer)
    assert client.get(order.listing.get_absolute_url()).status_code == 200


def test_a_page_that_not_everybody_finds_is_for_no_search_engine(client, hidden, people):
    listing = hidden(Visibility.VERIFIED)
    client.force_login(people["verified"])
    assert '<meta name="robots" content="noindex">' in client.get(listing.get_absolute_url()).content.decode()


def test_hidden_in_one_house_and_shown_in_another_stay_apart(people, hidden):
    ours, theirs = hidden(Visibility.HOUSE), hidden(Visibility.HOUSE, owner=institution("verified"), title="Fremd")
    for name, listing in (("house", ours), ("verified", theirs)):
        assert list(Listing.objects.shown_to(people[name])) == [listing]
        assert list(Resource.objects.shown_to(people[name])) == [listing.resource]
    assert not Listing.objects.shown_to().exists()
