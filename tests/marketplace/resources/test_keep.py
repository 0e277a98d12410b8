"""The page on which a house keeps a thing."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.images import get_image_model

from home import samples as cluster
from marketplace.kinds import Light
from marketplace.models import Hold, Listing, Resource, Tariff
from marketplace.offers import photos
from marketplace.offers import verbs as offering
from marketplace.orders import holds
from marketplace.refusals import PiecesTaken
from marketplace.resources import verbs as keeping
from portal.accounts import membership
from portal.accounts.kinds import Role
from portal.accounts.privacy import erase
from tests.marketplace.making import NOW, institution, later, member, released

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(client, make):
    listing = make()
    client.force_login(member(listing.institution))
    return listing, reverse("marketplace:keep", args=[listing.pk])


def test_strangers_find_nothing(client, make):
    client.force_login(member(institution("other")))
    address = reverse("marketplace:keep", args=[make().pk])
    assert client.get(address).status_code == client.post(address, {"action": "light"}).status_code == 404


@pytest.mark.parametrize("action", ["", "light", "close", "tariff", "describe", "<b>"])
def test_what_is_not_filled_in_is_told(client, kept, action):
    assert client.post(kept[1], {"action": action}).status_code == 422


def test_the_light_is_told_on_the_page_of_the_listing(client, kept):
    listing, address = kept
    until = timezone.localdate() + timedelta(days=9)
    client.post(address, {"action": "light", "light": "down", "note": "Kühlung defekt", "until": until.isoformat()})
    resource = Resource.objects.get()
    assert (resource.light, resource.light_since, resource.confirmed_on) == ("down", *[timezone.localdate()] * 2)
    page = client.get(listing.get_absolute_url()).content.decode()
    assert ("außer Betrieb" in page, "Kühlung defekt" in page) == (True, True)
    client.post(address, {"action": "light", "light": "operational", "note": "x"})
    assert "Kühlung" not in client.get(listing.get_absolute_url()).content.decode()


def test_a_light_that_stays_keeps_its_day():
    resource = released().resource
    keeping.tell_light(resource, light=Light.DOWN, by=None, now=NOW)
    assert keeping.tell_light(resource, light=Light.DOWN, by=None, now=later(days=3)).light_since == NOW.date()


def test_a_thing_is_closed_and_opened_again(client, kept):
    listing, address = kept
    day = timezone.localdate() + timedelta(days=3)
    said = {
        "action": "close",
        "start": f"{day}T08:00",
        "end": f"{day}T18:00",
        "why": "closure",
        "note": "Herr Abel kommt",
    }
    assert client.post(address, said).status_code == 302
    assert client.post(address, said).status_code == 422
    page = client.get(address).content.decode()
    assert "Herr Abel kommt" in page
    assert "Herr Abel" not in client.get(listing.get_absolute_url()).content.decode()
    period = Hold.objects.get().period
    again = {"action": "reopen", "start": period.lower.isoformat(), "end": period.upper.isoformat()}
    assert client.post(address, again | {"end": "nonsense"}).status_code == 302
    assert Hold.objects.exists()
    client.post(address, again)
    assert not Hold.objects.exists()


def test_a_tariff_is_added_shown_and_removed(client, kept):
    listing, address = kept
    said = {"action": "tariff", "group": "academic", "unit": "hour", "net": "12,50", "minimum": "30", "vat": "standard"}
    client.post(address, said)
    page = client.get(listing.get_absolute_url()).content.decode()
    assert "12,50" in page
    client.post(address, {"action": "drop_tariff", "number": "x"})
    client.post(address, {"action": "drop_tariff", "number": Tariff.objects.get().pk})
    assert not Tariff.objects.exists()


def test_internal_facts_are_shown_to_the_house_and_to_nobody_else(client, kept):
    listing, address = kept
    said = {
        "action": "describe",
        "name_de": "LSM 880",
        "place": "B 2.14",
        "serial_number": "SN-4711",
        "notes": "geheim",
    }
    assert client.post(address, said).status_code == 302
    assert "SN-4711" in client.get(address).content.decode()
    public = client.get(listing.get_absolute_url()).content.decode()
    assert ("SN-4711" in public, "geheim" in public) == (False, False)


def test_one_thing_is_offered_in_a_second_way(client, kept):
    listing, _address = kept
    address = f"{reverse('marketplace:offer')}?kind=loan&resource={listing.resource_id}"
    assert client.get(address).context["form"].initial["title"] == listing.title
    said = {"kind": "loan", "title": "Als Leihgabe", "description": "Für drei Monate.", "action": "draft"}
    assert client.post(address, said).status_code == 302
    assert set(Listing.objects.values_list("resource", flat=True)) == {listing.resource_id}


def test_a_thing_of_others_is_not_offered_with_ones_own(client, kept):
    theirs = released(owner=institution("other"))
    said = {"kind": "loan", "title": "Fremd", "description": "x", "action": "draft"}
    client.post(f"{reverse('marketplace:offer')}?kind=loan&resource={theirs.resource_id}", said)
    assert Listing.objects.get(texts__title="Fremd").resource_id != theirs.resource_id


def test_what_exists_is_said_once_and_shown_on_every_offer(client, kept):
    listing, address = kept
    other = released(title="Zentrifuge").resource
    payer = cluster.funder(name_de="Land")
    project = cluster.funded_project(payer, listing.institution, acronym="KLIC")
    said = {"name_de": "LSM 880", "description_de": "Misst tief.", "quantity": "3", "visibility": "verified"}
    said |= {"related": other.pk, "projects": project.pk, "funders": payer.pk}
    assert client.post(address, {"action": "describe"} | said).status_code == 302
    resource = Resource.objects.get(pk=listing.resource_id)
    assert (resource.quantity, resource.visibility, list(resource.related.all())) == (3, "verified", [other])
    for way in (listing, released("loan", title="Als Leihgabe", resource=resource, now=timezone.now())):
        page = client.get(way.get_absolute_url()).content.decode()
        assert [text in page for text in ("Misst tief.", "KLIC", "Land", "LSM 880")] == [True] * 4


def test_its_photos_are_those_of_all_its_offers(client, kept):
    listing, _address = kept
    other = released("loan", title="Als Leihgabe", resource=listing.resource, now=timezone.now())
    image = get_image_model().objects.create(title="x", description="x", file="x.jpg", width=1, height=1)
    photos.arrange(listing, [], by=None)
    photos.lay_out(listing.resource, [image])
    assert [photos.album(Listing.objects.get(pk=one.pk)) for one in (listing, other)] == [[image]] * 2
    offering.change(other, by=None, texts={}, photo=None)
    assert photos.album(Listing.objects.get(pk=listing.pk)) == []


def test_a_plain_post_without_them_leaves_quantity_and_visibility_as_they_are(client, kept):
    listing, address = kept
    Resource.objects.update(quantity=4, visibility="house")
    assert client.post(address, {"action": "describe", "name_de": "LSM"}).status_code == 302
    assert Resource.objects.values_list("quantity", "visibility").get() == (4, "house")


def test_there_are_never_fewer_than_are_offered_or_taken(kept):
    listing, _address = kept
    resource = listing.resource
    offering.change(listing, by=None, texts={}, quantity=3)
    assert Resource.objects.get().quantity == 3
    with pytest.raises(PiecesTaken):
        keeping.describe(resource, facts={"quantity": 2}, internal={}, by=None)
    keeping.describe(resource, facts={"quantity": 5}, internal={}, by=None)
    holds.close(listing, start=NOW, end=later(days=1), why="closure", by=None, now=NOW)
    assert sorted(Hold.objects.values_list("piece", flat=True)) == [1, 2, 3, 4, 5]


# People leave.


@pytest.fixture
def staffed():
    """A thing with contact and deputy, who have accounts of these addresses, and its offer."""
    house = institution()
    people = {name: member(house, f"{name}@owner.example", role=Role.DESK) for name in ("contact", "deputy")}
    named = {name: cluster.person(email=user.email, institution=house) for name, user in people.items()}
    listing = released(contact=named["contact"])
    Resource.objects.filter(pk=listing.resource_id).update(**named)
    return listing, people, named


def answering(listing) -> tuple:
    listing = Listing.objects.select_related("resource__contact", "resource__deputy", "contact").get(pk=listing.pk)
    return listing.resource.contact, listing.resource.deputy, listing.contact


WAYS = {
    "leaves": lambda user: membership.leave(user.memberships.get()),
    "is removed": lambda user: membership.remove_member(user.memberships.get(), by=member(institution())),
    "is erased": lambda user: erase(user.email),
}


@pytest.mark.parametrize("way", WAYS)
def test_who_leaves_hands_over_to_the_deputy(staffed, way):
    listing, people, named = staffed
    WAYS[way](people["contact"])
    assert answering(listing) == (named["deputy"], None, named["deputy"])


def test_a_deputy_who_leaves_leaves_the_contact(staffed):
    listing, people, named = staffed
    membership.leave(people["deputy"].memberships.get())
    assert answering(listing) == (named["contact"], None, named["contact"])


def test_who_is_the_last_to_leave_leaves_nobody(staffed):
    listing, people, _named = staffed
    for user in people.values():
        membership.leave(user.memberships.get())
    assert answering(listing) == (None, None, None)


def test_a_person_who_is_deleted_hands_over_too(staffed):
    listing, _people, named = staffed
    named["contact"].delete()
    assert answering(listing) == (named["deputy"], None, named["deputy"])


def test_who_leaves_one_house_keeps_what_they_answer_for_in_another(staffed):
    listing, people, named = staffed
    other = institution("other")
    member(other, people["contact"].email, role=Role.DESK)
    membership.leave(people["contact"].memberships.get(institution=other))
    assert answering(listing) == (named["contact"], named["deputy"], named["contact"])
