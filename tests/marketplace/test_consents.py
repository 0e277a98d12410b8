"""A price below the book value and dates that lie ahead pass with a consent that is kept, and not without."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from marketplace.kinds import ConsentTo
from marketplace.models import Consent, Listing, ResourceInternal
from marketplace.offers import verbs as offering
from marketplace.orders import verbs as ordering
from marketplace.orders.bargain import LineSaid
from marketplace.refusals import ConsentMissing
from tests.marketplace.making import NOW, PAPERS, draft, later, member, person, place, released

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
AHEAD = TODAY + timedelta(days=30)
# What needs consent, what it is given for, and what that covers no longer.
NEEDS = {
    "below the book value": ("sale", {"price": Decimal(90)}, {}, ConsentTo.PRICE, Decimal(90), {"price": Decimal(80)}),
    "cleaned later": ("loan", {}, {"decontaminated_on": AHEAD}, ConsentTo.CLEANING, AHEAD, None),
    "tied": ("gift", {}, {"tied_until": TODAY}, ConsentTo.TIE, TODAY, None),
}
FINE = {
    "at the book value": ("sale", {"price": Decimal(100)}, {}),
    "by arrangement": ("sale", {"price": None}, {}),
    "cleaned today": ("loan", {}, {"decontaminated_on": TODAY}),
    "tied until yesterday": ("gift", {}, {"tied_until": TODAY - timedelta(days=1)}),
    "no papers are asked for": ("device", {}, {"decontaminated_on": AHEAD, "tied_until": AHEAD}),
}


@pytest.mark.parametrize("case", NEEDS)
def test_without_consent_it_is_not_submitted_with_it_it_is(case):
    kind, facts, papers, to, value, less = NEEDS[case]
    listing = draft(kind, papers=PAPERS | papers, **facts)
    with pytest.raises(ConsentMissing, match=str(to.label)):
        offering.submit(listing, by=None, now=NOW)
    offering.consent(listing, {to: "Kanzlerin, 4. Januar"}, {to: value}, by=None, now=NOW)
    assert offering.submit(listing, by=None, now=NOW).state == "submitted"
    if less:
        Listing.objects.filter(pk=listing.pk).update(**less)
        with pytest.raises(ConsentMissing):
            offering.release(listing, by=None, now=NOW)


@pytest.mark.parametrize("case", FINE)
def test_what_needs_no_consent_passes(case):
    kind, facts, papers = FINE[case]
    assert offering.submit(draft(kind, papers=PAPERS | papers, **facts), by=None, now=NOW).state == "submitted"


def test_a_gift_that_still_has_a_book_value_needs_consent():
    listing = draft("gift", papers=PAPERS | {"book_value": None})
    ResourceInternal.objects.create(resource=listing.resource, book_value=Decimal(10))
    with pytest.raises(ConsentMissing):
        offering.submit(listing, by=None, now=NOW)


def test_what_was_consented_for_one_day_does_not_hold_for_a_later_one():
    listing = draft("loan", papers=PAPERS | {"decontaminated_on": AHEAD})
    offering.consent(listing, {ConsentTo.CLEANING: "Technik"}, {ConsentTo.CLEANING: AHEAD}, by=None, now=NOW)
    assert offering.submit(listing, by=None, now=NOW).state == "submitted"
    listing.papers.decontaminated_on = AHEAD + timedelta(days=1)
    listing.papers.save()
    with pytest.raises(ConsentMissing):
        offering.release(listing, by=None, now=NOW)


@pytest.fixture
def best_offer():
    """Somebody offers 60 euros for what stands in the books with 100."""
    order = place(released("sale", approval="request", price=Decimal(120)))
    said = {"lines": [LineSaid(text="Waage", net=Decimal(60))], "now": NOW}
    return ordering.propose(order, by=order.orderer, **said)


def test_an_offer_below_the_book_value_is_not_accepted_by_the_way(best_offer):
    with pytest.raises(ConsentMissing):
        ordering.accept(best_offer, by=member(best_offer.listing.institution), now=NOW)


def test_a_proposal_below_the_book_value_says_who_has_consented(best_offer):
    said = {"lines": [LineSaid(text="Waage", net=Decimal(60))], "by": member(best_offer.listing.institution)}
    with pytest.raises(ConsentMissing):
        ordering.propose(best_offer, now=NOW, **said)
    order = ordering.propose(best_offer, now=NOW, consent="Kanzlerin, 4. Januar", **said)
    assert (order.state, order.price) == ("proposed", 60)
    assert ordering.confirm(order, by=order.orderer, now=later(days=1)).state == "awaiting_payment"
    assert Consent.objects.get().price == 60


def test_who_orders_cannot_consent_for_the_house(best_offer):
    said = {"lines": [LineSaid(text="Waage", net=Decimal(50))], "by": best_offer.orderer, "now": NOW}
    ordering.propose(best_offer, consent="Ich", **said)
    assert not Consent.objects.exists()


def test_the_form_asks_only_where_it_is_needed_and_the_office_sees_it(client, make, manager):
    said = {"kind": "sale", "title": "Waage", "description": "–", "price": "90", "market_value_source": "Händler"}
    said |= {"inventory_number": "1", "market_value": "90", "not_needed": "on", "decontaminated_on": "2026-01-05"}
    address = reverse("marketplace:offer")
    assert "consent_price" not in client.get(address, {"kind": "sale"}).content.decode()
    page = client.post(address, said | {"book_value": "100"}).content.decode()
    assert ("id_consent_price" in page, "id_consent_tie" in page) == (True, False)
    client.post(address, said | {"book_value": "100", "consent_price": "Kanzlerin, 4. Januar"})
    listing = Listing.objects.get()
    assert (listing.state, listing.consents.get().price) == ("submitted", 90)
    client.force_login(person("root@example.org", is_superuser=True, is_staff=True))
    page = client.get(reverse("marketplace_release", args=[listing.pk])).content.decode()
    assert "Kanzlerin, 4. Januar" in page


def test_a_draft_may_wait_for_its_consent(client, manager):
    said = {"kind": "sale", "title": "Waage", "description": "–", "price": "90", "book_value": "100"}
    client.post(reverse("marketplace:offer"), said | {"action": "draft"})
    listing = Listing.objects.get()
    assert (listing.state, listing.consents.count()) == ("draft", 0)
