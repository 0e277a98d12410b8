"""What people ran into when they used it: fairness, alternatives, what both sides hear."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from marketplace.models import Order
from marketplace.orders import verbs as ordering
from tests.marketplace.making import NOW, later, member, person, place, released

pytestmark = pytest.mark.django_db


def test_whoever_let_a_reservation_lapse_does_not_keep_the_thing_from_others_again():
    listing = released("sale")
    place(listing)
    assert place(listing, now=later(days=15)).state == "requested"
    assert place(listing, by=person("other@example.org"), now=later(days=15)).state == "awaiting_payment"


@pytest.mark.parametrize(("days", "state"), [(0.5, "awaiting_payment"), (9, "requested")])
def test_whoever_gives_it_back_late_does_not_keep_it_again_either(days, state):
    listing = released("sale")
    order = place(listing)
    ordering.cancel(order, by=order.orderer, now=later(days=days))
    assert place(listing, now=later(days=10)).state == state


def test_nobody_is_told_that_their_own_other_request_went_to_somebody_else():
    listing = released()
    wanted, mine, theirs = place(listing), place(listing), place(listing, by=person("other@example.org"))
    ordering.accept(wanted, by=None, now=NOW)
    reasons = [Order.objects.get(pk=one.pk).reason for one in (mine, theirs)]
    assert reasons[0] == "Ihre andere Bestellung hat diese Zeit."
    assert len(set(reasons)) == 2


def test_the_owner_hears_of_a_request_that_lapsed():
    ordering.lapse(place(released()), now=later(days=9))
    kinds = [job.args["kind"].removeprefix("marketplace.") for job in ProcrastinateJob.objects.order_by("id")]
    assert kinds[-3:] == ["order_lapsed", "order_lapsed_notice", "request_unanswered"]


def _ahead(listing, **more):
    day = f"{timezone.localdate() + timedelta(days=9)}"
    return place(listing, now=None, start=f"{day} 10:00", end=f"{day} 12:00", **more)


def test_a_declined_request_is_offered_what_is_free_at_the_same_time(client, make):
    wanted, free, taken, other = make(), make(title="Frei"), make(title="Belegt", approval="instant"), make("sale")
    _ahead(taken, by=person("first@example.org"))
    order = _ahead(wanted, note="Zebrafisch")
    ordering.decline(order, by=None, reason="Wartung")
    client.force_login(order.orderer)
    instead = client.get(order.get_absolute_url()).context["instead"]
    assert [one["title"] for one in instead] == ["Frei"]
    assert other.title not in str(instead)
    form = client.get(instead[0]["url"].partition("#")[0]).context["form"]
    assert (form.initial["note"], timezone.localtime(order.starts_at)) == ("Zebrafisch", form.initial["start"])
    assert free.get_absolute_url() in instead[0]["url"]


@pytest.mark.parametrize(("language", "said"), [("de", "Zur selben Zeit frei:"), ("en", "Free at the same time:")])
@pytest.mark.parametrize("verb", ["decline", "lapse", "outrun"])
def test_the_letter_offers_it_too_and_its_address_carries_time_and_note_over(
    client, make, post_office, language, said, verb
):
    wanted, free = make(), make(title="Frei")
    order = _ahead(wanted, note="Zebrafisch & Huhn", language=language)
    if verb == "decline":
        ordering.decline(order, by=None, reason="–")
    elif verb == "lapse":
        ordering.lapse(order, now=order.decide_by)
    else:
        ordering.accept(_ahead(wanted, by=person("other@example.org")), by=None)
    mail = next(mail for mail in reversed(post_office()) if order.email in mail.to[0])
    html = mail.alternatives[0][0]
    (address,) = re.findall(r"https?://\S+#order", mail.body)
    assert (said in mail.body, said in html, address.replace("&", "&amp;") in html) == (True, True, True)
    client.force_login(order.orderer)
    shown = client.get("/" + address.split("/", 3)[3].partition("#")[0]).context
    assert (shown["listing"], shown["form"].initial["note"]) == (free, order.note)


def test_an_address_of_before_the_title_changed_keeps_what_it_carries(client, make):
    listing = make()
    found = client.get(f"/de/angebot/{listing.pk}-frueher/?quantity=2&note=Huhn")
    assert found["Location"] == f"{listing.get_absolute_url()}?quantity=2&note=Huhn"


def test_what_has_too_few_pieces_is_no_alternative(client, make):
    wanted = make(quantity=2)
    make(title="Nur eins")
    order = _ahead(wanted, quantity=2)
    ordering.decline(order, by=None, reason="–")
    client.force_login(order.orderer)
    assert client.get(order.get_absolute_url()).context["instead"] == []


def test_whoever_accepts_sees_the_rivals_first(client, make):
    listing = make()
    order, rival = _ahead(listing), _ahead(listing, by=person("rival@example.org", first_name="Rita"))
    client.force_login(member(listing.institution))
    assert rival.number in client.get(order.get_absolute_url()).content.decode()
    client.force_login(order.orderer)
    assert rival.number not in client.get(order.get_absolute_url()).content.decode()


def test_reserved_and_handed_over_things_say_so_among_my_listings(client, make):
    listing = make("gift")
    client.force_login(member(listing.institution))
    address = reverse("marketplace:my_listings")
    order = place(listing, now=None)
    assert "reserviert" in client.get(address).content.decode()
    ordering.complete(order, by=None)
    assert "übergeben" in client.get(address).content.decode()


def test_a_begin_between_two_marks_is_put_on_the_grid(client, make, orderer):
    listing, day = make(), timezone.localdate() + timedelta(days=9)
    client.post(reverse("marketplace:order", args=[listing.pk]), {"start": f"{day}T09:07", "end": f"{day}T10:50"})
    order = Order.objects.get()
    assert [f"{timezone.localtime(at):%H:%M}" for at in (order.starts_at, order.ends_at)] == ["09:00", "11:00"]


def test_the_begin_of_a_proposal_is_put_on_the_grid_too(client, make):
    order = _ahead(make())
    client.force_login(order.orderer)
    day = timezone.localdate(order.starts_at)
    said = {"start": f"{day}T13:07", "end": f"{day}T14:50"}
    assert client.post(reverse("marketplace:propose", args=[order.pk]), said).status_code == 302
    order.refresh_from_db()
    assert [f"{timezone.localtime(at):%H:%M}" for at in (order.starts_at, order.ends_at)] == ["13:00", "15:00"]


def test_a_sum_that_is_no_longer_the_one_shown_is_asked_for_again(client, make, orderer):
    listing, day = make(), timezone.localdate() + timedelta(days=9)
    said = {"start": f"{day}T10:00", "end": f"{day}T12:00", "price": "60.00"}
    answer = client.post(reverse("marketplace:order", args=[listing.pk]), said)
    assert (answer.status_code, Order.objects.count()) == (422, 0)
    assert "80" in answer.content.decode()
    assert client.post(reverse("marketplace:order", args=[listing.pk]), said | {"price": "80.00"}).status_code == 303


def test_who_belongs_to_no_group_is_told_before_the_form(client, make, orderer):
    page = client.get(make(audience=["academic"]).get_absolute_url()).content.decode()
    assert ("Sie können dies nicht bestellen" in page, 'name="start"' in page) == (True, False)
