"""The offer form in short steps: ten fields begin it, each step keeps what it was told and leaves the rest."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from marketplace.kinds import Kind
from marketplace.models import Listing
from marketplace.offers.forms import OfferForm
from marketplace.offers.stages import Stage
from tests.marketplace.making import institution

pytestmark = pytest.mark.django_db
OFFER = "marketplace:offer"
BEGIN = {"stage": "what", "title": "Waage", "description": "Misst auf 0,1 mg.", "price": "40"}


def form_of(response):
    return response.context["form"]


def begun(client, kind="sale", **more) -> Listing:
    answer = client.post(reverse(OFFER), {"kind": kind, "action": "next", **BEGIN, **more})
    listing = Listing.objects.get()
    assert answer.url == reverse("marketplace:edit", args=[listing.pk]) + "?stage=photo"
    return listing


def step(client, listing, stage: str, **said):
    said = {"kind": listing.kind, "stage": stage, "action": "next", **said}
    return client.post(reverse("marketplace:edit", args=[listing.pk]), said)


@pytest.mark.parametrize("kind", Kind.values)
def test_ten_fields_are_enough_to_begin(client, manager, kind):
    form = form_of(client.get(reverse(OFFER), {"kind": kind}))
    assert len(form.visible_fields()) <= 10
    assert begun(client, kind).state == "draft"


@pytest.mark.parametrize("kind", Kind.values)
def test_the_steps_together_ask_for_everything_once(client, manager, kind):
    listing, asked = begun(client, kind), []
    for stage in Stage.of(Kind(kind)):
        page = client.get(reverse("marketplace:edit", args=[listing.pk]), {"stage": stage.value})
        assert page.context["stage"] == stage.value
        asked += [field.name for field in form_of(page).visible_fields()]
    whole = OfferForm(kind=Kind(kind), user=manager, listing=listing)
    assert sorted(asked) == sorted(field.name for field in whole.visible_fields())


def test_step_by_step_to_the_office(client, manager):
    listing = begun(client)
    said = {
        "photo": {},
        "thing": {"condition": "used", "year": "2015", "quantity": "2"},
        "ordering": {"audience": ["academic"], "access_note_de": "Rampe am Hof"},
        "papers": {"inventory_number": "1", "book_value": "0", "market_value": "50", "market_value_source": "Händler"}
        | {"not_needed": "on", "decontaminated_on": f"{timezone.localdate() - timedelta(days=2)}"},
    }
    for stage, words in said.items():
        assert step(client, listing, stage, **words).status_code == 302
    step(client, listing, "send", title_en="Balance", description_en="Reads 0.1 mg.", action="submit")
    listing = Listing.objects.get()
    assert (listing.state, listing.price, listing.year, listing.quantity) == ("submitted", 40, 2015, 2)
    assert (listing.audience, listing.access_note_de) == (["academic"], "Rampe am Hof")
    assert {text.language: text.title for text in listing.texts.all()} == {"de": "Waage", "en": "Balance"}


def test_a_step_leaves_the_others_alone(client, manager):
    listing = begun(client, city="Witten")
    step(client, listing, "ordering", audience=["industry"])
    step(client, listing, **{**BEGIN, "title": "Feinwaage", "city": "Witten"})
    listing = Listing.objects.get()
    assert (listing.title, listing.audience, listing.city) == ("Feinwaage", ["industry"], "Witten")


def test_what_was_typed_is_kept_where_something_is_wrong(client, manager):
    answer = client.post(reverse(OFFER), {"kind": "sale", "action": "next", **BEGIN, "price": "zwölf"})
    page = answer.content.decode()
    assert (answer.status_code, 'value="Waage"' in page, 'value="zwölf"' in page) == (422, True, True)
    assert 'name="stage" value="what"' in page


def test_before_it_is_sent_the_last_step_says_what_is_missing(client, manager):
    listing = begun(client)
    address = reverse("marketplace:edit", args=[listing.pk])
    assert "Inventarnummer" in client.get(address, {"stage": "send"}).context["missing"]
    answer = step(client, listing, "send", action="submit")
    assert (answer.status_code, Listing.objects.get().state) == (422, "draft")


def test_a_draft_is_finished_later(client, manager):
    listing = begun(client)
    assert step(client, listing, "thing", year="2015", action="draft").url == reverse("marketplace:my_listings")
    assert (Listing.objects.get().state, Listing.objects.get().year) == ("draft", 2015)


def test_a_step_of_what_is_shown_changes_what_harms_nobody_at_once(client, make, manager):
    listing = make("device", city="Bochum")
    step(client, listing, "ordering", audience=["academic"], min_hours="2", action="save")
    listing.refresh_from_db()
    assert (listing.state, listing.min_hours, len(listing.audience)) == ("released", 2, 3)
    assert listing.wished.facts == {"audience": ["academic"]}


def test_one_more_way_of_having_a_thing_takes_over_what_is_known_of_it(client, make, manager):
    first = make("device", year=2012, access_note_de="Haus 3")
    address = f"{reverse(OFFER)}?kind=loan&resource={first.resource_id}"
    client.post(address, {"kind": "loan", "action": "next", **BEGIN})
    second = Listing.objects.exclude(pk=first.pk).get()
    assert (second.resource_id, second.year, second.access_note_de) == (first.resource_id, 2012, "Haus 3")


@pytest.mark.parametrize("stage", ["", "nonsense", "papers"])
def test_a_step_that_is_not_there_is_the_first(client, manager, stage):
    page = client.get(reverse(OFFER), {"kind": "device", "stage": stage})
    assert page.context["stage"] == "what"
    assert institution().listings.count() == 0
