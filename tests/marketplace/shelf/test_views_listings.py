"""The public pages: list, listing, order form."""

import json
import re
from datetime import datetime, timedelta
from decimal import Decimal
from urllib.parse import unquote
from uuid import uuid4

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from marketplace import map_layer
from marketplace.models import Listing, Order
from marketplace.shelf import cards as shelf_cards
from portal.accounts.kinds import InstitutionKind
from tests.marketplace.making import institution, member, person

pytestmark = pytest.mark.django_db


def at(days: int, hour: int) -> str:
    day = timezone.localdate() + timedelta(days=days)
    return f"{datetime(day.year, day.month, day.day, hour):%Y-%m-%dT%H:%M}"


def order_url(listing) -> str:
    return reverse("marketplace:order", args=[listing.pk])


def alert(response) -> str:
    found = re.search(r'role="alert".*?</div>', response.content.decode(), re.S)
    return found[0] if found else ""


def test_the_list_shows_listings_with_price_and_filters(client, market_page, make):
    make(title="Konfokalmikroskop")
    page = client.get("/de/marktplatz/")
    assert page.status_code == 200
    for text in ("Konfokalmikroskop", "40\u00a0€", "pro Stunde", "Heute frei", "1 Angebot", 'name="category"'):
        assert text in page.content.decode()


def test_the_list_costs_at_most_ten_queries_and_the_same_at_one_and_three(
    client, market_page, make, django_assert_max_num_queries
):
    make()
    client.get("/de/marktplatz/")
    with django_assert_max_num_queries(10) as one:
        client.get("/de/marktplatz/")
    make("sale", title="Waage")
    make("loan", title="Schüttler")
    client.get("/de/marktplatz/")  # counts anew
    with django_assert_max_num_queries(10) as three:
        client.get("/de/marktplatz/")
    assert len(one) == len(three)


def test_a_listing_costs_at_most_ten_queries(client, market_page, make, django_assert_max_num_queries):
    listing = make()
    client.get(listing.get_absolute_url())
    with django_assert_max_num_queries(10):
        client.get(listing.get_absolute_url())


@pytest.mark.parametrize("query", ["%22", "%00", "'", "(", "%F0%9F%A7%AA", "%5C", "a%3A*", "&", "%C3%A4" * 99])
def test_whatever_is_searched_for_is_never_a_500(client, market_page, make, query):
    make()
    assert client.get(f"/de/marktplatz/?q={query}").status_code in {200, 400}


def test_a_listing_shows_its_facts_and_structured_data(client, market_page, make):
    listing = make("sale", title='</script><script>alert(1)</script> "Waage"')
    page = client.get(listing.get_absolute_url()).content.decode()
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)[1])
    assert data["offers"]["price"] == "1200.00"
    assert "<script>alert(1)" not in page


def test_an_old_address_of_a_listing_leads_to_the_new_one(client, make):
    listing = make()
    response = client.get(reverse("marketplace:listing", args=[listing.pk, "alter-name"]))
    assert response.headers["Location"] == listing.get_absolute_url()


def test_english_readers_see_the_german_text_marked(client, make):
    listing = make(title="Konfokalmikroskop")
    with translation.override("en"):
        page = client.get(listing.get_absolute_url()).content.decode()
    assert '<h1 lang="de">Konfokalmikroskop</h1>' in page
    assert "in German" in page


def test_a_listing_without_english_words_says_so_on_its_card_too(make):
    german = make(title="Konfokalmikroskop")
    both = make(texts={"de": ("Waage", "Misst."), "en": ("Scales", "They weigh.")})
    with translation.override("en"):
        cards = [render_to_string("components/card.html", card) for card in shelf_cards.cards([german, both])]
    assert ["in German" in card for card in cards] == [True, False]


@pytest.mark.parametrize(
    ("facts", "binding"),
    [
        ({"hourly": Decimal(40)}, True),
        ({"hourly": None, "daily": Decimal(90)}, True),
        ({"hourly": None, "price": Decimal(95), "unit": "sample"}, False),
        ({"hourly": None}, False),
    ],
)
def test_the_button_binds_to_pay_only_where_an_order_is_charged(client, make, orderer, facts, binding):
    page = client.get(make("device", approval="instant", **facts).get_absolute_url()).content.decode()
    assert ("zahlungspflichtig" in page) is binding


def test_only_the_part_that_is_missing_in_the_readers_language_is_marked(client, make):
    listing = make(texts={"de": ("Waage", "Misst."), "en": ("Scales", "They weigh.")}, access_note_de="Tor 3")
    with translation.override("en"):
        page = client.get(listing.get_absolute_url()).content.decode()
    assert '<div class="prose" lang="de"><p>Tor 3</p></div>' in page
    assert page.count("in German") == 1


@pytest.mark.parametrize("state", ["draft", "submitted", "sent_back", "withdrawn"])
def test_strangers_find_no_listing_that_is_not_released(client, make, orderer, state):
    listing = make()
    Listing.objects.update(state=state)
    assert client.get(listing.get_absolute_url()).status_code == 404
    assert client.get(order_url(listing)).status_code == 404


def test_prices_and_times_need_no_login_but_an_order_does(client, make):
    listing = make()
    page = client.get(listing.get_absolute_url())
    assert "Freie Zeiten" in page.content.decode()
    response = client.post(order_url(listing), {"start": at(2, 10), "end": at(2, 12)})
    assert response.status_code == 302
    assert "login" in response.headers["Location"] or "anmelden" in response.headers["Location"]
    assert not Order.objects.exists()


def test_a_booking_by_plain_post_with_begin_end_and_note(client, make, orderer):
    listing = make(approval="instant")
    response = client.post(order_url(listing), {"start": at(2, 10), "end": at(2, 12), "note": "Zwei Proben"})
    order = Order.objects.get()
    assert response.headers["Location"] == order.get_absolute_url()
    assert (order.state, order.orderer, order.note, order.language) == ("accepted", orderer, "Zwei Proben", "de")


def test_an_order_of_a_member_is_for_their_institution(client, make):
    firm = institution("firm", kind=InstitutionKind.STARTUP)
    client.force_login(member(firm))
    client.post(order_url(make()), {"start": at(2, 10), "end": at(2, 12)})
    order = Order.objects.get()
    assert (order.institution, order.target_group) == (firm, "startup")


def test_a_form_sent_twice_leads_to_the_same_order_and_with_another_body_nowhere(client, make, orderer):
    url = order_url(make("gift", approval="instant"))
    form = {"note": "Abholung Montag", "submission": str(uuid4())}
    first, second = (client.post(url, form) for _ in range(2))
    order = Order.objects.get()
    assert (first.status_code, first.headers["Location"]) == (303, order.get_absolute_url())
    assert (second.status_code, second.headers["Location"]) == (303, order.get_absolute_url())
    refused = client.post(url, form | {"note": "Abholung Dienstag"})
    assert refused.status_code == 409
    assert form["submission"] not in refused.content.decode()
    assert Order.objects.count() == 1


@pytest.mark.parametrize("state", ["submitted", "withdrawn"])
def test_who_has_ordered_still_sees_what(client, make, orderer, state):
    listing = make("gift")
    client.post(order_url(listing), {})
    Listing.objects.update(state=state)
    assert client.get(listing.get_absolute_url()).status_code == 200
    assert client.post(order_url(listing), {}).status_code == 422


def test_a_purchase_leads_to_the_payment(client, make, orderer):
    response = client.post(order_url(make("sale")), {"price": "1200.00"})
    assert Order.objects.get().state == "awaiting_payment"
    assert response.status_code == 303
    assert client.get(response.headers["Location"]).status_code == 200


def test_a_price_that_changed_meanwhile_is_shown_before_anything_is_bought(client, make, orderer):
    listing = make("sale")
    Listing.objects.update(price="1300")
    response = client.post(order_url(listing), {"price": "1200.00"})
    assert response.status_code == 422
    assert "1.300" in response.content.decode()
    assert not Order.objects.exists()


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({}, "id_start"),
        ({"start": "x", "end": "y"}, "id_start"),
        ({"start": "2027-03-28T02:30", "end": "2027-03-28T04:00"}, "id_start"),
        ({"start": "2027-10-31T02:30", "end": "2027-10-31T04:00"}, "id_start"),
        ({"start": "2020-01-01T10:00", "end": "2020-01-01T11:00"}, "id_start"),
        ({"start": "9" * 5000, "end": "0000-00-00T00:00"}, "id_start"),
        ({"start": "9999-12-31T23:59", "end": "9999-12-31T23:59"}, "id_end"),
        ({"start": at(2, 12), "end": at(2, 10)}, "id_end"),
        ({"start": at(2, 10), "end": at(2, 12), "institution": "999"}, ""),
        ({"start": at(2, 10), "end": at(2, 12), "target_group": "nonsense"}, "id_target_group"),
        ({"start": at(2, 10), "end": at(2, 12), "note": "n" * 2001}, "id_note"),
    ],
)
def test_a_wrong_order_is_refused_at_its_field_and_keeps_what_was_typed(client, make, orderer, data, field):
    response = client.post(order_url(make()), data)
    if not field:  # a field that this person does not have
        assert response.status_code == 303
        return
    assert response.status_code == 422
    assert f'href="#{field}"' in alert(response)
    assert 'aria-invalid="true"' in response.content.decode()
    assert not Order.objects.exists()


def test_an_ambiguous_hour_is_accepted_with_its_offset(client, make, orderer):
    data = {"start": "2027-10-31T02:30+01:00", "end": "2027-10-31T04:30+01:00"}
    assert client.post(order_url(make()), data).status_code == 303


def test_a_taken_time_is_answered_with_422_and_no_order(client, make, orderer):
    listing = make(approval="instant")
    times = {"start": at(2, 10), "end": at(2, 12)}
    client.post(order_url(listing), times)
    response = client.post(order_url(listing), times)
    assert response.status_code == 422
    assert "schneller" in alert(response)
    assert Order.objects.count() == 1


def test_posted_columns_that_are_not_in_the_form_change_nothing(client, make, orderer):
    stranger = person("stranger@example.org")
    data = {
        "start": at(2, 10),
        "end": at(2, 12),
        "state": "completed",
        "orderer": stranger.pk,
    }
    client.post(order_url(make()), data)
    order = Order.objects.get()
    assert (order.state, order.price, order.orderer) == ("requested", 80, orderer)


def test_the_week_grid_links_free_hours_to_the_form(client, make):
    listing = make()
    following = timezone.localdate() + timedelta(days=7)
    page = client.get(listing.get_absolute_url(), {"week": f"{following}"}).content.decode()
    assert page.count('class="slot"') == 7 * 24
    assert re.search(r'href="\?start=\d{4}-\d\d-\d\dT\d\d:00&amp;end=[^"]+#order"', page)


def test_a_chosen_hour_stands_in_the_form_with_its_price(client, make, orderer):
    listing = make()
    page = client.get(listing.get_absolute_url(), {"start": at(2, 10), "end": at(2, 13)}).content.decode()
    assert f'value="{at(2, 10)}"' in page
    assert page.count("gewählt") == 3
    assert "120\u00a0€" in page


@pytest.mark.parametrize("week", ["x", "0001-01-01", "9999-12-31", "2027-02-30", "%00"[:1]])
def test_any_week_in_the_address_is_answered(client, make, week):
    assert client.get(make().get_absolute_url(), {"week": week, "start": week}).status_code == 200


def test_the_feed_holds_new_listings(client, site_tree, make):
    listing = make(title="Neu \x0b]]><script>")
    feed = client.get(reverse("marketplace:feed"))
    assert feed.headers["Content-Type"].startswith("application/atom+xml")
    assert f"urn:listing:{listing.pk}" in feed.content.decode()


def test_get_changes_nothing(client, make, orderer):
    listing = make()
    for url in (listing.get_absolute_url(), order_url(listing)):
        client.get(url, {"start": at(2, 10), "end": at(2, 12)})
    assert not Order.objects.exists()


def test_the_region_map_leads_to_the_listings_of_a_district(client, market_page, make):
    make(title="Konfokalmikroskop")
    make("sale", title="Waage", owner=institution("essen", city="Essen", district="05113"))
    page = client.get("/de/marktplatz/?district=05113")
    assert [row["title"] for row in page.context["rows"]] == ["Waage"]
    assert [chip["label"] for chip in page.context["chips"]] == ["Essen"]
    assert ("district", "05113") in page.context["kept"]
    assert page.context["segments"][1]["url"] == "?district=05113&kind=device"
    assert len(client.get("/de/marktplatz/?district=99999").context["rows"]) == 2


def test_the_region_map_counts_what_is_on_offer(client, market_page, make):
    make()
    make("sale", owner=institution("nowhere", district=""))
    assert map_layer.counts() == {"05911": 1}
    assert map_layer.address() == "/de/marktplatz/"


def test_what_a_stranger_has_chosen_is_kept_through_login(client, make):
    listing = make("device")
    address = f"{listing.get_absolute_url()}?start={at(3, 10)}&end={at(3, 12)}"
    page = client.get(address).content.decode()
    assert "Ihre Auswahl bleibt erhalten" in page
    (login,) = re.findall(r'href="([^"]*/login/\?next=[^"]*)"', page.split('id="order"')[1])
    person("asker@example.org", is_active=True).emailaddress_set.create(
        email="asker@example.org", verified=True, primary=True
    )
    said = {"login": "asker@example.org", "password": "secret-password", "next": unquote(login.split("next=")[1])}
    answer = client.post(login, said, follow=True)
    assert answer.redirect_chain[-1][0] == address
    assert f'value="{at(3, 10)}"' in answer.content.decode()


def _told(response) -> dict:
    """What the parts of the page show to everybody."""
    return response.context["parts"].shown(response.wsgi_request)


def test_the_week_begins_today_and_holds_the_day_that_was_asked_for(client, make):
    listing = make("device")
    today = timezone.localdate()
    for asked, begins in ((None, 0), (0, 0), (6, 0), (7, 7), (20, 14), (-30, 0)):
        query = {} if asked is None else {"week": (today + timedelta(days=asked)).isoformat()}
        context = _told(client.get(listing.get_absolute_url(), query))
        assert context["first_day"] == today + timedelta(days=begins), asked
        assert (context["week_before"] is None) is (begins == 0)


def test_on_a_phone_the_week_begins_with_the_day_that_is_chosen(client, make):
    listing, day = make(), timezone.localdate() + timedelta(days=9)
    shown = client.get(listing.get_absolute_url(), {"start": f"{day}T10:00", "end": f"{day}T12:00"})
    shown = _told(shown)["week"]
    assert shown["days"][shown["selected_day"] - 1] == day
