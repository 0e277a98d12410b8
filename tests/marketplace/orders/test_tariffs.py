"""Prices are a function of real duration and tariff."""

from decimal import Decimal

import pytest
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from marketplace.models import Listing
from marketplace.orders import prices
from tests.marketplace.making import berlin


def cost(listing: Listing, start: str, end: str):
    return prices.price(listing, DateTimeTZRange(berlin(start), berlin(end)))


@pytest.mark.parametrize(
    ("start", "end", "price"),
    [
        ("2027-03-27 23:00", "2027-03-28 05:00", "200.00"),  # the night that loses an hour
        ("2027-10-30 23:00", "2027-10-31 05:00", "280.00"),  # the night that gains one
        ("2027-01-12 10:00", "2027-01-12 11:30", "60.00"),
        ("2026-03-29 01:30", "2026-03-29 03:30", "40.00"),
    ],
)
def test_hourly_price_counts_elapsed_hours(start, end, price):
    assert cost(Listing(kind="device", hourly=Decimal("40")), start, end) == Decimal(price)


@pytest.mark.parametrize(
    ("start", "end", "price"),
    [
        ("2027-03-28 00:00", "2027-03-29 00:00", "90.00"),  # 23 hours
        ("2027-10-31 00:00", "2027-11-01 00:00", "90.00"),  # 25 hours
        ("2027-01-12 08:00", "2027-01-14 09:00", "270.00"),
    ],
)
def test_daily_price_counts_calendar_days(start, end, price):
    assert cost(Listing(kind="space", daily=Decimal("90")), start, end) == Decimal(price)


def test_the_cheaper_of_hours_and_days_counts():
    listing = Listing(kind="device", hourly=Decimal("40"), daily=Decimal("220"))
    assert cost(listing, "2027-01-12 08:00", "2027-01-12 10:00") == Decimal("80.00")
    assert cost(listing, "2027-01-12 08:00", "2027-01-12 18:00") == Decimal("220.00")


@pytest.mark.parametrize(
    ("unit", "start", "end", "price"),
    [
        ("hour", "2027-01-12 09:00", "2027-01-12 12:00", "36.00"),
        ("hour", "2027-01-12 08:00", "2027-01-12 18:00", "80.00"),  # the day is cheaper
        ("day", "2027-01-12 09:00", "2027-01-12 12:00", "12.00"),
        ("month", "2027-01-12 09:00", "2027-03-12 09:00", "24.00"),
        ("month", "2027-01-31 09:00", "2027-02-28 09:30", "24.00"),
        ("m2_month", "2027-01-12 09:00", "2027-01-13 09:00", "160.00"),  # the area is not known: days count
    ],
)
def test_a_price_for_a_unit_of_time_is_charged_whichever_field_it_stands_in(unit, start, end, price):
    listing = Listing(kind="space", daily=Decimal("80"), price=Decimal("12"), unit=unit)
    assert cost(listing, start, end) == Decimal(price)


def test_cents_are_rounded_half_up():
    assert cost(Listing(kind="device", hourly=Decimal("0.03")), "2027-01-12 08:00", "2027-01-12 08:30") == Decimal(
        "0.02"
    )


def test_loan_and_gift_cost_nothing_and_a_service_is_agreed_later():
    assert prices.price(Listing(kind="loan")) == Decimal("0.00")
    assert prices.price(Listing(kind="gift")) == Decimal("0.00")
    assert prices.price(Listing(kind="service", price=Decimal("95"))) is None
    assert prices.price(Listing(kind="sale", price=Decimal("1200"))) == Decimal("1200")
