"""Every row of the table of kinds: it names only what the house knows, and its listings go all the way."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.users.models import UserProfile

from marketplace import wording
from marketplace.kinds import NATURES, Kind
from marketplace.models import Listing, Order, ReleasePapers
from marketplace.offers import verbs as offering
from marketplace.offers.forms import PAPERS, PRICE_LABELS
from marketplace.orders import bargain
from marketplace.orders import verbs as ordering
from marketplace.refusals import PriceMissing
from portal.accounts.models import User
from portal.look import drawings, icons
from portal.payments.amounts import payable
from tests.home.conftest import translate
from tests.marketplace.making import NOW, draft, later, place, released

KINDS = pytest.mark.parametrize("kind", Kind.values)
LOOK = Path(drawings.__file__).parent / "static/look/css/components"


def test_every_kind_has_its_row():
    assert list(NATURES) == list(Kind)


@KINDS
def test_a_row_names_what_the_face_and_the_offer_form_know(kind):
    nature = Kind(kind).nature
    assert nature.icon in icons.all_icons()
    assert nature.tone in drawings.TONES
    assert f".badge-{nature.badge} " in (LOOK / "badge.css").read_text()
    assert set(nature.prices) <= {*PRICE_LABELS, "unit", "negotiable"}
    assert len(set(nature.prices) & set(PRICE_LABELS)) <= 2
    assert set(nature.papers) <= set(PAPERS)
    assert re.fullmatch("[A-Z][A-Za-z]+", nature.schema_function)
    assert bool(nature.prices) != bool(nature.costs_nothing)


@KINDS
def test_the_words_of_a_row_are_german_for_german_readers(kind):
    nature = Kind(kind).nature
    for text in (Kind(kind).label, nature.plural, nature.invitation, nature.order_word, nature.order_noun):
        with translation.override("en"):
            english = str(text)
        assert str(text) != english


@pytest.mark.django_db
@KINDS
def test_a_listing_of_each_kind_is_released_ordered_accepted_and_completed(kind):
    listing = released(kind, approval="request")
    nature = listing.nature
    assert listing.expires_on == (nature.stands and timezone.localdate(NOW) + nature.stands)
    order = place(listing)
    assert order.exclusive == nature.exclusive
    if bargain.is_by_arrangement(listing, order.price):
        with pytest.raises(PriceMissing):
            ordering.accept(order, by=None, now=NOW)
        Order.objects.filter(pk=order.pk).update(price=90)  # what a proposal brings: `orders/test_terms.py`
    order = ordering.accept(order, by=None, now=NOW)
    assert order.state == ("awaiting_payment" if nature.settles and order.price else "accepted")
    Order.objects.filter(pk=order.pk).update(state="accepted")
    assert ordering.complete(order, by=None, now=later(days=3)).state == "completed"
    assert wording.agreed(order)
    assert wording.all_prices(listing)


@pytest.mark.django_db
@KINDS
def test_exactly_the_papers_of_a_row_hold_a_listing_back(kind):
    listing = draft(kind, papers=None)
    missing = ReleasePapers(listing=listing).missing(listing.nature.papers)
    if not missing:
        assert offering.submit(listing, by=None, now=NOW).state == "submitted"
        return
    with pytest.raises(offering.PapersMissing) as refusal:
        offering.submit(listing, by=None, now=NOW)
    assert refusal.value.papers == missing


@pytest.mark.django_db
@KINDS
def test_a_listing_of_each_kind_expires_only_if_its_row_says_so(kind):
    listing = released(kind)
    end = listing.nature.stands
    if end is None:
        with pytest.raises(offering.DoesNotExpire):
            offering.extend(listing, by=None, now=NOW)
        return
    again = offering.extend(listing, by=None, now=NOW + end + timedelta(days=1))
    assert again.expires_on == timezone.localdate(NOW + end + timedelta(days=1)) + end


@pytest.mark.django_db
@KINDS
@pytest.mark.parametrize("language", ["de", "en"])
def test_shelf_page_and_feed_show_each_kind_in_both_languages(client, site_tree, market_page, make, kind, language):
    translate(market_page, site_tree.en.locale, "Marketplace", "marketplace")
    listing = make(kind, title="Feinwaage")
    shelf = {"de": "/de/marktplatz/", "en": "/en/marketplace/"}[language]
    with translation.override(language):
        addresses = [listing.get_absolute_url(), reverse("marketplace:feed"), shelf, f"{shelf}?kind={kind}"]
        plural = str(Kind(kind).nature.plural)
    for address in addresses:
        assert "Feinwaage" in client.get(address).content.decode(), address
    assert plural in client.get(shelf).content.decode()


@pytest.mark.django_db
@KINDS
@pytest.mark.parametrize("language", ["de", "en"])
def test_the_forms_of_each_kind_answer_in_both_languages(client, market_page, make, manager, kind, language):
    listing = make(kind, title="Feinwaage")
    with translation.override(language):
        choice, order = reverse("marketplace:offer"), reverse("marketplace:order", args=[listing.pk])
        invitation, noun = str(listing.nature.invitation), str(listing.nature.order_noun)
        others = [reverse("marketplace:edit", args=[listing.pk]), reverse("marketplace:my_listings")]
    assert invitation in client.get(choice).content.decode()
    assert client.get(choice, {"kind": kind}).status_code == 200
    assert noun in client.get(order).content.decode()
    begin = timezone.localtime(timezone.now() + timedelta(days=9)).replace(hour=10, minute=0)
    times = {"start": f"{begin:%Y-%m-%dT%H:%M}", "end": f"{begin + timedelta(hours=2):%Y-%m-%dT%H:%M}"}
    price = "" if listing.price is None else f"{listing.price:.2f}"
    assert client.post(order, {**times, "price": price, "note": "–"}).status_code == 303
    with translation.override(language):
        others += [reverse("marketplace:my_orders"), Order.objects.get().get_absolute_url()]
    for address in others:
        assert "Feinwaage" in client.get(address).content.decode(), address


@pytest.mark.django_db
@KINDS
@pytest.mark.parametrize("language", ["de", "en"])
def test_the_administration_lists_and_shows_each_kind(client, make, kind, language):
    root = User.objects.create_superuser("root@example.org", "pw")
    UserProfile.objects.create(user=root, preferred_language=language)
    client.force_login(root)
    with translation.override(language):
        label = str(Kind(kind).label)
    listing = offering.submit(draft(kind, title="Feinwaage"), by=None)
    place(
        make(kind, title="Zweite"),
        now=None,
        start=f"{later(days=9):%Y-%m-%d} 10:00",
        end=f"{later(days=9):%Y-%m-%d} 12:00",
    )
    rows = "wagtailsnippets_marketplace_listing"
    addresses = [
        reverse(f"{rows}:list") + f"?kind={kind}",
        reverse(f"{rows}:inspect", args=[listing.pk]),
        reverse("marketplace_releases"),
        reverse("marketplace_release", args=[listing.pk]),
    ]
    for address in addresses:
        page = client.get(address).content.decode()
        assert ("Feinwaage" in page, label in page) == (True, True), address
    assert "Zweite" in client.get(reverse("wagtailsnippets_marketplace_order:list")).content.decode()


def test_only_a_price_that_can_be_paid_online_is_asked_for_through_the_portal():
    """An hour or a day may cost less than Stripe takes: those prices are settled between the two sides."""
    settled = [nature for nature in NATURES.values() if nature.settles]
    assert settled
    assert all(nature.is_for_good and not {"hourly", "daily"} & set(nature.prices) for nature in settled)
    assert payable in Listing._meta.get_field("price").validators
