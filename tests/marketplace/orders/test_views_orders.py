"""Orders: who sees them, who acts on them."""

import pytest
from django.urls import reverse

from marketplace.models import Order
from marketplace.orders import verbs as ordering
from marketplace.orders.request import OrderRequest
from tests.marketplace.making import institution, member, person, place

pytestmark = pytest.mark.django_db
VERBS = ("accept", "decline", "complete", "propose", "paid", "paid_back", "hand_over", "take_back")


@pytest.fixture
def order(make):
    from datetime import timedelta

    from django.utils import timezone

    now = timezone.now()
    start = (now + timedelta(days=3)).replace(minute=0, second=0, microsecond=0)
    asked = OrderRequest(
        by=person("asker@example.org", first_name="Ada", last_name="Asker"),
        start=start,
        end=start + timedelta(hours=2),
        target_group="sme",
        language="de",
        note="<img src=x onerror=alert(1)>",
    )
    return ordering.place(make(), asked)


def act(client, order, verb, **data):
    return client.post(reverse(f"marketplace:{verb}", args=[order.pk]), data)


def state(order) -> str:
    return Order.objects.get(pk=order.pk).state


def test_strangers_get_404_for_page_and_every_verb(client, order):
    client.force_login(member(institution("other")))
    assert client.get(order.get_absolute_url()).status_code == 404
    for verb in (*VERBS, "cancel"):
        assert act(client, order, verb, reason="x").status_code == 404
    assert state(order) == "requested"


def test_an_unknown_order_and_a_foreign_one_look_the_same(client, order):
    client.force_login(member(institution("other")))
    foreign = client.get(order.get_absolute_url())
    unknown = client.get(reverse("marketplace:my_order", args=[10**20]))
    assert foreign.status_code == unknown.status_code == 404


def test_the_orderer_sees_and_cancels_but_does_not_decide(client, order):
    client.force_login(order.orderer)
    page = client.get(order.get_absolute_url()).content.decode()
    assert "Anfrage annehmen" not in page
    assert "&lt;img src=x" in page
    for verb in ("accept", "decline", "complete", "paid", "paid_back", "hand_over", "take_back"):
        assert act(client, order, verb, reason="x").status_code == 404
    act(client, order, "cancel")
    assert state(order) == "cancelled"


def test_the_owner_accepts(client, order, manager):
    assert "Anfrage annehmen" in client.get(order.get_absolute_url()).content.decode()
    assert act(client, order, "accept").status_code == 302
    assert state(order) == "accepted"


def test_declining_needs_a_reason(client, order, manager):
    response = act(client, order, "decline")
    assert response.status_code == 422
    assert 'aria-invalid="true"' in response.content.decode()
    assert state(order) == "requested"
    act(client, order, "decline", reason="Das Gerät wird gewartet.")
    assert Order.objects.get().reason == "Das Gerät wird gewartet."


def test_a_verb_that_is_not_possible_is_explained_not_a_500(client, order, manager):
    act(client, order, "accept")
    response = client.post(reverse("marketplace:accept", args=[order.pk]), follow=True)
    assert response.status_code == 200
    assert "bestätigt" in response.content.decode()


def test_get_on_a_verb_is_not_allowed(client, order, manager):
    for verb in VERBS:
        assert client.get(reverse(f"marketplace:{verb}", args=[order.pk])).status_code == 405


def test_my_orders_lists_incoming_and_outgoing(client, order, manager):
    page = client.get(reverse("marketplace:my_orders")).content.decode()
    assert order.number in page
    assert "Ada Asker" in page
    client.force_login(order.orderer)
    page = client.get(reverse("marketplace:my_orders")).content.decode()
    assert order.number in page
    assert "Bestellungen für unsere Angebote" not in page


def test_my_orders_costs_the_same_at_one_and_at_three(client, make, order, manager, django_assert_max_num_queries):
    url = reverse("marketplace:my_orders")
    client.get(url)
    with django_assert_max_num_queries(14) as one:
        client.get(url)
    for number in range(2):
        place(order.listing, by=person(f"more{number}@example.org"), start="2027-03-01 10:00", end="2027-03-01 11:00")
    with django_assert_max_num_queries(14) as three:
        client.get(url)
    assert len(one) == len(three)


@pytest.mark.parametrize("query", ["in-page=abc", "in-sort=-price", "in-sort=nonsense", "out-page=999999"])
def test_any_sorting_in_the_address_is_answered(client, order, manager, query):
    assert client.get(reverse("marketplace:my_orders") + "?" + query).status_code == 200


def test_anonymous_visitors_are_sent_to_the_login(client, order):
    for url in (reverse("marketplace:my_orders"), order.get_absolute_url(), reverse("marketplace:my_listings")):
        assert client.get(url).status_code == 302
