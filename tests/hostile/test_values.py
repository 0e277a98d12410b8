"""Counts, prices and times are read as they are meant or refused; what a form does not ask for is not taken."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from events.models import Registration
from marketplace.models import Listing, Order
from portal.accounts.models import User
from tests.hostile.forms import FORMS, complains
from tests.hostile.texts import NOT_A_COUNT, NOT_A_TIME

NOT_A_PRICE = [
    "12,345",
    "-1",
    "1e3",
    "0.001",
    "NaN",
    "Infinity",
    "٣",
    "99999999999",
    "1.2.3",
    "1,2,3",
    "--",
    "1" * 5000,
]


# ---- counts, prices, times ----------------------------------------------------------------------------------------


def test_seats_are_a_small_whole_number(world, send):
    form = FORMS["register"](world)
    assert [text for text in NOT_A_COUNT if not complains(send(form.with_(seats=text)))] == []


def test_seats_and_price_agree_when_both_are_sent_twice(world, client):
    form = FORMS["register"](world)
    said = form.said | {"seats": ["1", "5"], "shown_fee": ["0", "49.90"]}
    assert client.post(f"/de/anmeldung/{world.paid.pk}/", said).status_code == 303
    made = Registration.objects.get(email="ada@example.org")
    assert made.amount == made.seats * Decimal("49.90")


@pytest.mark.parametrize("typed", ["1.234,56", "1,234.56", "1234.56", "1234,56", " 1.234,56 € "])
def test_prices_are_read_as_written_in_both_languages(world, as_, typed):
    form = FORMS["offer"](world)
    as_(form.role).post(form.path, form.said | {"price": typed})
    made = Listing.objects.get(texts__title="Zentrifuge")
    assert Decimal("1234.56") in {made.hourly, made.daily, made.price}


def test_what_is_no_price_is_refused(world, send):
    form = FORMS["offer"](world)
    assert [text[:20] for text in NOT_A_PRICE if not complains(send(form.with_(price=text)))] == []


def test_what_is_no_time_is_refused(world, send):
    form = FORMS["order"](world)
    spoilt = [(name, text) for name in ("start", "end") for text in NOT_A_TIME]
    assert [(name, text[:20]) for name, text in spoilt if not complains(send(form.with_(**{name: text})))] == []


def _last_sunday(month: int) -> date:
    today = date.today()
    first = next(date(year, month, 1) for year in (today.year, today.year + 1) if date(year, month, 20) > today)
    last = first.replace(day=31)
    return last - timedelta(days=(last.weekday() + 1) % 7)


@pytest.mark.parametrize("month", [3, 10])
def test_hours_that_the_clock_skips_or_repeats_are_refused_unless_the_offset_says_which(world, send, month):
    night = _last_sunday(month)
    form = FORMS["order"](world).with_(end=f"{night + timedelta(days=1)}T10:00")
    response = send(form.with_(start=f"{night}T02:30"))
    assert complains(response)
    assert "Uhr" in response.content.decode()
    if month == 10:
        assert send(form.with_(start=f"{night}T02:30+01:00")).status_code == 303


def test_adjacent_bookings_stand_and_overlapping_ones_do_not(world, as_):
    """Half-open periods over the website: 12 to 13 after 10 to 12, and nothing across both."""
    client, form = as_("person"), FORMS["order"](world)
    Listing.objects.filter(pk=world.device.pk).update(approval="instant")
    day = form.said["start"][:10]
    for start, end, made in (("10:00", "12:00", 1), ("12:00", "13:00", 2), ("11:59", "12:01", 2)):
        client.post(form.path, form.said | {"start": f"{day}T{start}", "end": f"{day}T{end}"})
        assert Order.objects.filter(listing=world.device, state="accepted").count() == made


# ---- what a form does not ask -------------------------------------------------------------------------------------


def test_registration_takes_no_column_that_it_does_not_ask_for(world, client):
    form = FORMS["register"](world)
    sneaky = {
        "status": "confirmed",
        "state": "confirmed",
        "price": "0",
        "amount": "0",
        "is_paid": "1",
        "capacity": "9999",
        "user": "1",
        "pk": "1",
        "id": "1",
        "fee": "0",
        "event": str(world.free.pk),
        "created_at": "2000-01-01",
        "language": "en",
        "nonce": "known",
        "consent_version": "none",
    }
    assert client.post(f"/de/anmeldung/{world.paid.pk}/", form.said | sneaky).status_code == 303
    made = Registration.objects.get(email="ada@example.org")
    assert (made.event, made.state, made.amount, made.user) == (world.paid, "awaiting_payment", Decimal("49.90"), None)
    assert (made.language, made.event.capacity, made.created_at.year > 2000) == ("de", 10, True)
    assert made.nonce != "known"
    assert made.consent_version != "none"


def test_order_takes_no_column_that_it_does_not_ask_for(world, as_):
    form = FORMS["order"](world)
    sneaky = {
        "state": "accepted",
        "exclusive": "",
        "orderer": str(world.users["member_b"].pk),
        "institution": str(world.b.pk),
        "email": "x@y.de",
        "listing": str(world.sale.pk),
    }
    response = as_("person").post(form.path, form.said | sneaky)
    made = Order.objects.filter(listing=world.device).order_by("-pk").first()
    assert response.status_code == 303
    assert (made.state, made.orderer, made.email) == (
        "requested",
        world.users["person"],
        "person@example.org",
    )
    assert (made.institution, made.price) == (None, Decimal("80.00"))


def test_offer_is_made_for_ones_own_institution_only_and_never_released(world, as_):
    form = FORMS["offer"](world)
    as_("manager_a").post(form.path, form.said | {"state": "released", "released_at": "2020-01-01", "expires_on": ""})
    made = Listing.objects.get(texts__title="Zentrifuge")
    assert (made.state, made.released_at, made.institution) == ("draft", None, world.a)
    response = as_("manager_a").post(form.path, form.said | {"title": "Fremd", "institution": str(world.b.pk)})
    assert response.status_code == 422
    assert not Listing.objects.filter(texts__title="Fremd").exists()


def test_profile_raises_nobody(world, as_):
    form = FORMS["profile"](world)
    sneaky = {"is_superuser": "1", "is_staff": "1", "groups": "1", "email": "root@example.org", "is_active": "1"}
    as_("person").post(form.path, form.said | sneaky)
    user = User.objects.get(pk=world.users["person"].pk)
    assert (user.is_superuser, user.is_staff, user.email, user.first_name) == (
        False,
        False,
        "person@example.org",
        "Ada",
    )
    assert not user.groups.exists()


def test_an_order_for_another_institution_is_refused(world, as_):
    form = FORMS["order"](world)
    response = as_("manager_a").post(form.path, form.said | {"institution": str(world.b.pk)})
    assert response.status_code == 422


def test_a_changed_fee_is_shown_before_it_is_owed(world, client):
    form = FORMS["register"](world)
    type(world.paid).objects.filter(pk=world.paid.pk).update(fee=Decimal("59.90"))
    response = client.post(f"/de/anmeldung/{world.paid.pk}/", form.said | {"shown_fee": "49.90"})
    assert response.status_code == 422
    assert "59,90" in response.content.decode()
    assert not Registration.objects.filter(email="ada@example.org").exists()
