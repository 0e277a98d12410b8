"""Out of the house and back; cancelling asks, names the cost, and is refused once it is too late."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from home.models import Person
from marketplace import tasks, wording
from marketplace.invariants import check
from marketplace.models import Order
from marketplace.offers import verbs as offering
from marketplace.orders import handing, waiting
from marketplace.orders import verbs as ordering
from marketplace.refusals import AlreadyBegun, CostsOtherwise, HandedOver, NotBegun, NotPossible, Taken
from marketplace.resources import verbs as keeping
from marketplace.states import OrderState
from portal.language import times
from tests.marketplace.making import NOW, later, member, person, place, released

pytestmark = pytest.mark.django_db
RULE = {"cancel_days": 3, "cancel_percent": 50}


def agreed(kind="loan", *, start="2027-01-19 10:00", end="2027-01-26 10:00", **facts):
    return ordering.accept(place(released(kind, **facts), start=start, end=end), by=None, now=NOW)


def test_what_is_lent_goes_out_and_comes_back_and_is_free_again():
    order = agreed()
    out = handing.hand_over(order, by=None, now=later(days=8))
    assert (out.state, out.holds.count()) == ("out", 1)
    back = handing.take_back(out, by=None, now=later(days=9))
    assert (back.state, back.holds.count()) == ("back", 0)
    again = place(order.listing, by=person("next@example.org"), start="2027-01-25 10:00", end="2027-01-26 10:00")
    assert ordering.accept(again, by=None, now=NOW).state == "accepted"


def test_what_is_not_back_in_time_is_taken_until_it_is_or_the_next_one_has_it():
    out = handing.hand_over(agreed(), by=None, now=later(days=8))
    listing, late = out.listing, out.ends_at + timedelta(hours=2)
    soon = {"start": "2027-01-26 14:00", "end": "2027-01-26 16:00"}
    with pytest.raises(Taken):
        place(listing, by=person("next@example.org"), now=late, **soon)
    after = place(listing, by=person("next@example.org"), now=late, start="2027-01-28 10:00", end="2027-01-29 10:00")
    ordering.accept(after, by=None, now=late)
    for days in range(1, 4):
        waiting.keep_taken(out, now=late + timedelta(days=days))
    assert out.holds.get().period.upper == after.starts_at
    assert check() == []
    handing.take_back(out, by=None, now=late + timedelta(days=1))
    asked = {"start": "2027-01-27 14:00", "end": "2027-01-27 16:00", "now": late + timedelta(hours=20)}
    assert place(listing, by=person("next@example.org"), **asked).state == "requested"


def test_the_hourly_job_keeps_taken_what_is_not_back(monkeypatch):
    out = handing.hand_over(agreed(), by=None, now=later(days=8))
    late = out.ends_at + timedelta(hours=2)
    monkeypatch.setattr("marketplace.tasks.clock.now", lambda: late)
    tasks.remind_of_requests(timestamp=0)
    assert out.holds.get().period.upper == times.end_of_day(late + timedelta(days=1))


def test_nothing_is_handed_out_before_its_day():
    order = agreed()
    with pytest.raises(NotBegun):
        handing.hand_over(order, by=None, now=later(days=7))
    assert handing.hand_over(order, by=None, now=later(days=8, hours=-8)).state == "out"


@pytest.mark.parametrize("kind", ["device", "space", "service", "sale", "gift"])
def test_only_what_comes_back_is_handed_out(kind):
    order = place(released(kind, approval="request"))
    Order.objects.filter(pk=order.pk).update(state="accepted")
    with pytest.raises(NotPossible):
        handing.hand_over(order, by=None, now=later(days=2))


@pytest.mark.parametrize("state", OrderState.values)
@pytest.mark.parametrize(("verb", "to"), [(handing.hand_over, "out"), (handing.take_back, "back")])
def test_handing_follows_the_arrows(state, verb, to):
    order = place(released("loan"), start="2027-01-12 10:00", end="2027-01-13 10:00")
    Order.objects.filter(pk=order.pk).update(state=state, decide_by=later(days=20))
    if to in OrderState.NEXT[state]:
        assert verb(order, by=None, now=later(days=1)).state == to
        return
    with pytest.raises(NotPossible):
        verb(order, by=None, now=later(days=1))
    order.refresh_from_db()
    assert order.state == state


@pytest.mark.parametrize("state", sorted(OrderState.HANDED_OVER))
@pytest.mark.parametrize("side", ["orderer", "owner"])
def test_after_the_hand_over_nobody_cancels_and_hears_whom_to_talk_to(state, side):
    contact = Person.objects.create(first_name="Jana", last_name="Kluge", email="jana@owner.example", phone="0234 1")
    order = agreed(contact=contact)
    Order.objects.filter(pk=order.pk).update(state=state)
    by = order.orderer if side == "orderer" else member(order.listing.institution)
    with pytest.raises(HandedOver) as refusal:
        ordering.cancel(order, by=by, now=later(days=9))
    asked = "Jana Kluge (jana@owner.example, 0234 1)" if side == "orderer" else order.email
    assert asked in str(refusal.value)


def test_whoever_is_late_hears_whom_to_talk_to_also_without_a_named_person():
    order = agreed("device", start="2027-01-12 10:00", end="2027-01-12 12:00")
    with pytest.raises(AlreadyBegun, match="manager@owner.example"):
        ordering.cancel(order, by=order.orderer, now=later(days=1, hours=1))


@pytest.mark.parametrize(
    ("facts", "days_before", "cost"),
    [
        ({}, 1, 0),
        (RULE, 4, 0),
        (RULE, 3, 0),
        (RULE, 2, 40),
        ({**RULE, "cancel_percent": 100}, 1, 80),
        ({"cancel_percent": 50}, 1, 0),
        ({"cancel_days": 0, "cancel_percent": 50}, 1, 0),
    ],
)
def test_what_cancelling_costs_is_what_the_terms_said_when_it_was_ordered(facts, days_before, cost):
    order = agreed("device", start="2027-01-20 10:00", end="2027-01-20 12:00", **facts)
    type(order.listing).objects.filter(pk=order.listing_id).update(cancel_days=30, cancel_percent=100)
    at = order.starts_at - timedelta(days=days_before)
    assert ordering.cancel(order, by=order.orderer, now=at).cancel_cost == cost


def test_the_house_cancels_at_no_cost_for_whoever_ordered():
    order = agreed("device", start="2027-01-12 10:00", end="2027-01-12 12:00", **RULE)
    assert ordering.cancel(order, by=member(order.listing.institution), now=NOW).cancel_cost == 0


def test_a_request_that_nobody_answered_costs_nothing():
    order = place(released(**RULE))
    assert ordering.cancel(order, by=order.orderer, now=NOW).cancel_cost == 0


def test_it_is_not_cancelled_at_another_cost_than_was_told():
    order = agreed("device", start="2027-01-12 10:00", end="2027-01-12 12:00", **RULE)
    with pytest.raises(CostsOtherwise):
        ordering.cancel(order, by=order.orderer, seen=Decimal(0), now=NOW)
    assert ordering.cancel(order, by=order.orderer, seen=Decimal(40), now=NOW).state == "cancelled"


@pytest.mark.parametrize("kind", ["service", "sale", "loan", "gift"])
def test_only_a_time_with_a_price_can_cost_something_to_cancel(kind):
    listing = released(kind, **RULE)
    assert (place(listing).cancel_percent, wording.cancel_rule(listing)) == (0, "")


@pytest.fixture
def soon(make):
    """Agreed for the day after tomorrow: cancelling costs half of 80 euros."""
    day = timezone.localdate() + timedelta(days=2)
    order = place(make(**RULE), now=None, start=f"{day} 10:00", end=f"{day} 12:00")
    return ordering.accept(order, by=None)


def test_the_page_asks_and_names_the_cost_and_changes_nothing(client, soon):
    client.force_login(soon.orderer)
    page = client.get(reverse("marketplace:cancel", args=[soon.pk])).content.decode()
    assert ("Die Stornierung kostet 40\xa0€" in page, 'value="40.00"' in page) == (True, True)
    assert Order.objects.get(pk=soon.pk).state == "accepted"


def test_who_was_told_nothing_is_told_first(client, soon):
    client.force_login(soon.orderer)
    address = reverse("marketplace:cancel", args=[soon.pk])
    first = client.post(address)
    assert (first.status_code, Order.objects.get(pk=soon.pk).state) == (422, "accepted")
    assert 'value="40.00"' in first.content.decode()
    assert client.post(address, {"cost": "40.00"}).status_code == 302
    assert Order.objects.get(pk=soon.pk).cancel_cost == 40


def test_an_institution_that_cancels_says_why(client, soon):
    client.force_login(member(soon.listing.institution))
    address = reverse("marketplace:cancel", args=[soon.pk])
    assert client.post(address).status_code == 422
    assert client.post(address, {"reason": "Defekt"}).status_code == 302
    order = Order.objects.get(pk=soon.pk)
    assert (order.reason, order.cancel_cost) == ("Defekt", 0)


def test_too_late_is_said_on_both_pages(client, make):
    order = place(make("gift"), now=None)
    ordering.complete(order, by=None)
    client.force_login(order.orderer)
    page = client.get(reverse("marketplace:cancel", args=[order.pk])).content.decode()
    assert ("wurde schon übergeben" in page, 'type="submit"' in page.split("<h1>")[1].split("</main>")[0]) == (
        True,
        False,
    )


def test_the_page_of_a_loan_hands_out_and_takes_back(client, make):
    day = timezone.localdate()
    listing = make("loan")
    order = place(listing, now=None, start=f"{day + timedelta(days=1)} 10:00", end=f"{day + timedelta(days=5)} 10:00")
    order = ordering.accept(order, by=None)
    Order.objects.filter(pk=order.pk).update(period=(timezone.now() - timedelta(hours=1), order.ends_at))
    client.force_login(member(listing.institution))
    for verb, told in (("hand_over", "ausgegeben"), ("take_back", "zurückgegeben")):
        address = reverse(f"marketplace:{verb}", args=[order.pk])
        assert address in client.get(order.get_absolute_url()).content.decode()
        assert told in client.post(address, follow=True).content.decode()


def test_what_should_be_back_is_overdue_wherever_it_is_shown(client, make):
    tomorrow = timezone.localdate() + timedelta(days=1)
    order = place(make("loan"), now=None, start=f"{tomorrow} 10:00", end=f"{tomorrow} 12:00")
    over = (timezone.now() - timedelta(days=2), timezone.now() - timedelta(days=1))
    Order.objects.filter(pk=order.pk).update(state="out", period=over)
    for user in (order.orderer, member(order.listing.institution)):
        client.force_login(user)
        for address in (order.get_absolute_url(), reverse("marketplace:my_orders")):
            page = client.get(address).content.decode()
            assert ("überfällig" in page, "ausgegeben" in page) == (True, False)
    keep = client.get(reverse("marketplace:keep", args=[order.listing_id])).content.decode()
    assert "überfällig" in keep
    client.force_login(order.orderer)
    assert "überfällig" in client.get(reverse("accounts:desk")).content.decode()


@pytest.mark.parametrize("fact", ["place", "contact", "deputy"])
def test_both_sides_of_what_is_agreed_hear_of_another_place_or_contact(post_office, fact):
    order = agreed("device", start="2027-01-20 10:00", end="2027-01-20 12:00")
    jana = Person.objects.create(first_name="Jana", last_name="Kluge", email="jana@owner.example")
    before = len(post_office())
    said = {"place": "Haus 3", "contact": None, "deputy": None, fact: "Haus 7" if fact == "place" else jana}
    keeping.describe(order.listing.resource, facts=said | {"place": said["place"]}, internal={}, by=None, now=NOW)
    told = {mail.to[0].split("<")[-1].rstrip(">"): mail for mail in post_office()[before:]}
    assert set(told) == {order.email, "manager@owner.example"}
    assert ("Haus 7" if fact == "place" else "Kluge") in told[order.email].body


def test_another_contact_of_the_offer_is_told_too_but_not_of_what_is_over():
    order = agreed("device", start="2027-01-20 10:00", end="2027-01-20 12:00")
    jana = Person.objects.create(first_name="Jana", last_name="Kluge")
    told = ModelLogEntry.objects.filter(action="marketplace.order.told", object_id=str(order.pk))
    offering.change(order.listing, by=None, texts={}, contact=jana, now=NOW)
    assert told.count() == 1
    offering.change(order.listing, by=None, texts={}, contact=None, now=later(days=30))
    assert told.count() == 1
