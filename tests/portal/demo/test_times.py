"""States, days and hours of the demo's content fit together, whatever day it is."""

from datetime import date, datetime, timedelta

import pytest

from portal.demo.content.events import EVENTS
from portal.demo.content.listings import LISTINGS
from portal.demo.content.orders import ORDERS
from portal.demo.telling import clock
from tests.portal.demo.tables import ACCOUNTS

TODAYS = [date(2026, 11, 16) + timedelta(days=day) for day in range(7)] + [date(2027, 3, 20), date(2026, 10, 20)]


def holding_orders():
    return [o for o in ORDERS if o["days"] is not None and o["state"] in ("accepted", "requested", "completed")]


def test_registrations_fit_the_state_of_their_event():
    for row in EVENTS:
        if row["state"] == "full":
            assert row["registrations"] == row["capacity"], row["slug"]
        elif row["state"] == "waiting":
            assert row["registrations"] > row["capacity"], row["slug"]
        else:
            assert row["registrations"] <= (row["capacity"] or 0), row["slug"]


def test_expired_listings_ended_after_they_were_listed():
    for row in LISTINGS:
        if row["expires_days"] is not None:
            assert row["listed_days"] < row["expires_days"], row["slug"]
            assert (row["expires_days"] < 0) == (row["status"] == "expired"), row["slug"]


def test_what_leaves_the_house_has_papers():
    for row in LISTINGS:
        if row["kind"] in ("sale", "gift", "loan"):
            papers = row["papers"]
            assert papers["inventory_number"], row["slug"]
            assert papers["decontaminated_days"] < row["listed_days"], row["slug"]
            assert papers["not_needed"] is (row["kind"] != "loan"), row["slug"]
        else:
            assert row["papers"] is None, row["slug"]


@pytest.mark.parametrize("today", TODAYS)
def test_no_event_or_booking_falls_on_a_weekend_it_does_not_want(today):
    for row in EVENTS:
        if row["days"] is not None:
            start, _ = clock.moments(row, today)
            assert start.weekday() < 5 or row.get("weekend"), row["slug"]
            assert (start.date() - today).days * row["days"] > 0, row["slug"]


@pytest.mark.parametrize("today", TODAYS)
def test_bookings_of_one_listing_never_overlap(today):
    by_listing = {}
    for order in holding_orders():
        by_listing.setdefault(order["listing"], []).append(clock.moments(order, today))
    for listing, periods in by_listing.items():
        periods.sort()
        ends = [end for _, end in periods]
        assert all(start >= end for end, (start, _) in zip(ends, periods[1:], strict=False)), listing


@pytest.mark.parametrize("today", TODAYS)
def test_bookings_keep_the_rules_of_their_listing(today):
    listings = {row["slug"]: row for row in LISTINGS}
    for order in ORDERS:
        listing = listings[order["listing"]]
        assert order["user"] in {user["key"] for user in ACCOUNTS}
        assert order["placed_days"] > listing["listed_days"], order["listing"]
        if order["days"] is None:
            assert listing["kind"] in ("service", "sale", "gift"), order["listing"]
            continue
        start, end = clock.moments(order, today)
        assert start > datetime.combine(
            today + timedelta(days=order["placed_days"] + listing["lead_days"]), start.time().min
        )
        if listing["min_hours"]:
            assert listing["min_hours"] <= order["hours"] <= listing["max_hours"], order["listing"]
        if opening := listing["opening"]:
            for moment in (start, end):
                assert moment.weekday() in opening["days"], (order["listing"], moment)
                assert opening["from"] <= moment.strftime("%H:%M") <= opening["to"], (order["listing"], moment)


def test_month_of_an_event_lies_ahead():
    assert clock.month({"month_offset": 4}, date(2026, 11, 22)) == date(2027, 3, 1)
    assert clock.month({"month_offset": 1}, date(2026, 12, 31)) == date(2027, 1, 1)
