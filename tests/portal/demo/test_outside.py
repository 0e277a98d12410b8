"""What strangers read stays right after the demo was used."""

import json
from decimal import Decimal

import pytest
from django.utils import timezone

from events import samples
from events.models import Event
from events.pages import EventIndexPage, EventPage
from portal.demo import outside
from portal.demo.content.events import EVENTS
from portal.demo.content.listings import LISTINGS
from portal.demo.environment import TEST_KEY
from portal.payments.statements import matching
from tests.home.conftest import add
from tests.marketplace.making import draft
from tests.portal.payments.conftest import ask

EVENT = next(row for row in EVENTS if row["demo_key"] == "free")
GIFT = next(row for row in LISTINGS if row["demo_key"] == "gift")


def told() -> dict:
    return json.loads(outside.as_json())


def make_event() -> Event:
    return samples.event(name=EVENT["title_de"][:150], starts_at=timezone.now())


@pytest.fixture
def page(site_tree):
    calendar = add(site_tree.de, EventIndexPage(title="Veranstaltungen", slug="veranstaltungen"))
    return add(calendar, EventPage(title="Treffen", slug="treffen", teaser="Kurz.", event=make_event()))


def test_a_copy_does_not_stand_for_the_event(page):
    make_event()
    assert told()["events"]["free"]["id"] == page.event_id


def test_a_renamed_event_is_left_out(page):
    Event.objects.update(name="Anders")
    assert told()["events"] == {}


def test_an_unpublished_event_is_left_out(page):
    page.unpublish()
    assert told()["events"] == {}


def test_the_first_of_two_listings_with_one_title_is_told(site_tree):
    first, _ = (draft("gift", title=GIFT["title_de"]) for _ in range(2))
    assert told()["listings"] == {"gift": told()["listings"]["gift"] | {"id": first.pk}}


def test_bank_statement_has_something_to_match_and_something_not(site_tree, django_user_model):
    for number in range(4):
        deed = django_user_model.objects.create_user(f"deed{number}@example.org")
        ask(deed, payer_name=f"Anna {number}", amount=Decimal(50 + number))
    found = matching.propose(matching.read(told()["bank_statement"].encode()))
    assert [one.ground for one in found] == ["reference", "name", "part", "none"]


def test_the_secret_of_the_test_payment_page_is_told_and_no_other(site_tree, settings):
    settings.STRIPE_SECRET_KEY, settings.STRIPE_WEBHOOK_SECRET = TEST_KEY, "whsec_mine"
    settings.STRIPE_API_BASE = "http://127.0.0.1:9000"
    assert told()["payments"] == {"test_payment_page": "http://127.0.0.1:9000", "webhook_secret": "whsec_mine"}
    settings.STRIPE_SECRET_KEY = "sk_test_own"
    assert told()["payments"] == {}
