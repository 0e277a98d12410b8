"""A listing that is shown stays where it is while its owner changes it and the office looks."""

from decimal import Decimal

import pytest
from django.urls import reverse

from marketplace.kinds import Kind
from marketplace.models import Change, Listing
from marketplace.offers import live_edits
from marketplace.offers import verbs as offering
from tests.marketplace.making import NOW, PAPERS, draft, later, member, released

pytestmark = pytest.mark.django_db
WORDS = {"de": ("Neuer Titel", "Neu."), "en": ("New title", "New.")}


def change(listing, *, texts=None, papers=None, **facts) -> Listing:
    return offering.change(listing, by=None, texts=texts or {}, papers=papers, now=later(days=3), **facts)


@pytest.mark.parametrize("kind", Kind.values)
@pytest.mark.parametrize(
    "facts",
    [
        {"hourly": Decimal("45")},
        {"price": Decimal("9999")},
        {"opening_days": [1], "opens_at": None},
        {"lead_days": 9, "min_hours": 2},
        {"contact": None},
        {"quantity": 3},
        {"year": 2020},
        {"audience": ["academic"]},
        {"texts": WORDS},
        {"papers": {"inventory_number": "INV-2"}},
    ],
    ids=lambda facts: next(iter(facts)),
)
def test_no_change_ever_takes_a_listing_from_the_shelf(client, kind, facts):
    listing = released(kind)
    change(listing, **facts)
    assert list(Listing.objects.current(later(days=3).date())) == [listing]
    assert client.get(listing.get_absolute_url()).status_code == 200


@pytest.mark.parametrize(
    ("facts", "at_once"),
    [
        ({"hourly": Decimal("45")}, True),
        ({"lead_days": 9}, True),
        ({"quantity": 3}, True),
        ({"opening_days": [1]}, True),
        ({"year": 2020}, False),
        ({"audience": ["academic"]}, False),
        ({"biosafety": 2}, False),
        ({"approval": "instant"}, False),
    ],
)
def test_what_harms_nobody_is_live_at_once_and_the_rest_waits(facts, at_once):
    listing = released()
    (name, value), before = next(iter(facts.items())), getattr(listing, next(iter(facts)))
    assert getattr(change(listing, **facts), name) == (value if at_once else before)
    assert Change.objects.exists() != at_once
    assert list(Listing.objects.waiting()) == ([] if at_once else [listing])


def test_the_office_looks_and_the_version_beside_becomes_the_live_one():
    listing = released()
    change(listing, texts=WORDS, year=2020)
    listing.refresh_from_db()
    assert (listing.state, listing.title, listing.year) == ("released", "Konfokalmikroskop", None)
    assert listing.due_on is not None
    changed = offering.release(Listing.objects.get(), by=None, now=later(days=4))
    assert (changed.state, changed.title, changed.year, changed.released_at) == ("released", "Neuer Titel", 2020, NOW)
    assert not Change.objects.exists()


def test_a_change_taken_back_by_its_owner_waits_no_longer():
    listing = released()
    change(listing, year=2020, texts=WORDS)
    change(listing, year=None, texts={"de": (listing.title, listing.description), "en": ("", "")})
    assert not Change.objects.exists()


def test_a_second_change_adds_to_the_first():
    listing = released()
    change(listing, year=2020)
    change(listing, biosafety=2)
    assert Change.objects.get().facts == {"year": 2020, "biosafety": 2}


def test_the_office_sends_a_change_back_and_what_is_shown_stays():
    listing = released()
    change(listing, year=2020)
    offering.send_back(listing, by=None, reason="Bitte belegen.", now=later(days=4))
    assert (Listing.objects.get().state, Change.objects.get().reason) == ("released", "Bitte belegen.")
    assert not Listing.objects.waiting().exists()
    change(listing, year=2021)
    assert (Change.objects.get().reason, list(Listing.objects.waiting())) == ("", [listing])


def test_what_the_office_saw_is_what_it_releases():
    listing = released()
    change(listing, year=2020)
    seen = Change.objects.get().version
    change(listing, year=1999)
    with pytest.raises(live_edits.ChangedMeanwhile):
        offering.release(listing, by=None, seen=seen, now=later(days=4))
    assert Listing.objects.get().year is None


def test_nothing_to_release_is_refused():
    with pytest.raises(offering.NotPossible):
        offering.release(released(), by=None, now=later(days=4))


@pytest.mark.parametrize(("price", "at_once"), [("1000", True), ("900", True), ("899.99", False), (None, False)])
def test_a_price_below_what_a_thing_is_worth_waits_for_the_office(price, at_once):
    listing = released("sale")
    changed = change(listing, price=price and Decimal(price))
    assert (changed.price == (price and Decimal(price))) == at_once
    assert Change.objects.exists() != at_once


def test_papers_of_a_shown_sale_must_stay_complete():
    listing = released("sale")
    change(listing, papers=PAPERS | {"not_needed": False})
    with pytest.raises(offering.PapersMissing):
        offering.release(Listing.objects.get(), by=None, now=later(days=4))
    assert Change.objects.exists()


def test_the_owner_sees_the_change_in_the_form_and_the_office_the_difference(client, admin_client, make):
    listing = make("device", year=2019)
    client.force_login(member(listing.institution))
    address = reverse("marketplace:edit", args=[listing.pk])
    said = {"kind": "device", "title": "Anderer Titel", "description": "Vier Laser, Klimakammer.", "year": "2020"}
    said |= {"price": "45", "category": listing.category_id, "quantity": 1, "audience": ["academic"]}
    answer = client.post(address, said, follow=True)
    assert "bleibt" in answer.content.decode()
    shown = client.get(listing.get_absolute_url()).content.decode()
    assert ("Konfokalmikroskop" in shown, "Anderer Titel" in shown, "45" in shown) == (True, False, True)
    form = client.get(address).context["form"]
    assert (form.initial["title"], form.initial["year"], form.initial["audience"]) == (
        "Anderer Titel",
        2020,
        ["academic"],
    )
    desk = admin_client.get(reverse("marketplace_release", args=[listing.pk]))
    rows = {str(row["label"]): (row["live"], row["wished"]) for row in desk.context["differences"]}
    assert rows["Baujahr"] == (2019, 2020)
    assert ("Konfokalmikroskop", "Anderer Titel") in rows.values()
    assert listing.title in admin_client.get(reverse("marketplace_releases")).content.decode()
    admin_client.post(reverse("marketplace_release", args=[listing.pk]), {"seen": desk.context["version"]})
    assert "Anderer Titel" in client.get(Listing.objects.get().get_absolute_url()).content.decode()


def test_a_draft_is_changed_as_ever():
    listing = draft()
    assert change(listing, texts=WORDS, year=2020).year == 2020
    assert (Listing.objects.get().title, Change.objects.exists()) == ("Neuer Titel", False)
