"""What the grid shows as free can be ordered, and what can be ordered is shown free: one function answers both."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.http import QueryDict
from django.utils import timezone
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from marketplace.availability import grid, holding, opening, verdict
from marketplace.availability.holding import Held
from marketplace.availability.periods import PeriodRefused
from marketplace.fields import LocalTimeField
from marketplace.models import Hold, Listing
from marketplace.refusals import Taken
from marketplace.shelf import cards, found
from tests.marketplace.making import BERLIN, NOW, berlin, later, place, released

QUARTER, HALF, HOUR, DAY = (timedelta(minutes=15), timedelta(minutes=30), timedelta(hours=1), timedelta(days=1))
MONDAY = date(2027, 1, 18)
CLOCKS_FORWARD, CLOCKS_BACK = date(2027, 3, 28), date(2027, 10, 31)


def device(**facts) -> Listing:
    listing = Listing(kind="device", pk=1, resource_id=1, **{"hourly": 40, "quantity": 1} | facts)
    listing.words = []
    return listing


def shown(listing, day=MONDAY, held=(), now=NOW):
    return list(grid.slots(listing, day, held=Held(held), now=now))


def hours_of(listing, day=MONDAY, **more) -> list[str]:
    found = [slot for slot in shown(listing, day, **more) if slot.state == "free"]
    return [f"{timezone.localtime(slot.order[0]):%H:%M}-{timezone.localtime(slot.order[1]):%H:%M}" for slot in found]


def held(piece: int, start: str, end: str):
    return piece, DateTimeTZRange(berlin(f"2027-01-18 {start}"), berlin(f"2027-01-18 {end}"))


CASES = {
    "whole hours": (device(opens_at=time(8), closes_at=time(11)), [], ["08:00-09:00", "09:00-10:00", "10:00-11:00"]),
    "opening at half past": (
        device(opens_at=time(8, 30), closes_at=time(11)),
        [],
        ["08:30-09:30", "09:30-10:30", "10:30-11:00"],
    ),
    "the last hour before midnight": (device(opens_at=time(22), closes_at=time(0)), [], ["22:00-23:00", "23:00-00:00"]),
    "a minute before midnight means midnight": (
        device(opens_at=time(22), closes_at=time(23, 59)),
        [],
        ["22:00-23:00", "23:00-00:00"],
    ),
    "half an hour is taken": (
        device(opens_at=time(9), closes_at=time(11)),
        [held(1, "09:00", "09:30")],
        ["09:30-10:00", "10:00-11:00"],
    ),
    "two pieces with half-hour orders on one": (
        device(quantity=2, opens_at=time(9), closes_at=time(10)),
        [held(1, "09:00", "09:30"), held(1, "09:30", "10:00")],
        ["09:00-10:00"],
    ),
    "two pieces, each taken for half the hour": (
        device(quantity=2, opens_at=time(9), closes_at=time(10)),
        [held(1, "09:00", "09:30"), held(2, "09:30", "10:00")],
        ["09:00-09:30"],
    ),
    "the shortest order fills the end": (
        device(opens_at=time(8), closes_at=time(11), min_hours=2, max_hours=3),
        [],
        ["08:00-10:00", "09:00-11:00", "09:00-11:00"],
    ),
    "no room for the shortest order": (
        device(opens_at=time(8), closes_at=time(11), min_hours=2, max_hours=3),
        [held(1, "09:00", "10:00")],
        [],
    ),
}


@pytest.mark.parametrize(("listing", "taken", "expected"), CASES.values(), ids=CASES)
def test_free_hours_propose_what_can_be_ordered(listing, taken, expected):
    assert hours_of(listing, held=taken) == expected


def test_around_the_clock_shows_all_hours_of_the_day():
    assert len(hours_of(device())) == 24
    assert hours_of(device())[-1] == "23:00-00:00"


def test_notice_and_the_hour_that_runs_are_heard():
    today, listing = NOW.date(), device(opens_at=time(8), closes_at=time(12))
    assert hours_of(listing, today, now=NOW + timedelta(minutes=20)) == ["09:30-10:00", "10:00-11:00", "11:00-12:00"]
    assert hours_of(device(opens_at=time(8), closes_at=time(12), lead_days=8)) == []


@pytest.mark.parametrize(
    ("day", "told"), [(CLOCKS_FORWARD, ["01:00-03:00", "03:00-04:00"]), (CLOCKS_BACK, ["01:00-01:30", "03:00-04:00"])]
)
def test_the_hour_that_the_clock_skips_or_shows_twice_is_not_offered(day, told):
    listing = device(opens_at=time(1), closes_at=time(4))
    now = datetime.combine(day, time(), BERLIN) - DAY
    free = hours_of(listing, day, now=now)
    assert [free[0], free[-1]] == [told[0], told[-1]]
    assert all(can_be_typed(at) for slot in shown(listing, day, now=now) if slot.order for at in slot.order)


def can_be_typed(at) -> bool:
    """The form knows the clock alone; it must mean the same instant."""
    try:
        return LocalTimeField().clean(f"{timezone.localtime(at):%Y-%m-%dT%H:%M}") == at
    except ValidationError:
        return False


def can_be_ordered(listing, start, end, taken, now) -> bool:
    if not (can_be_typed(start) and can_be_typed(end)):
        return False
    try:
        verdict.of(listing, start, end, now=now, held=Held(taken))
    except (PeriodRefused, Taken):
        return False
    return True


def at_quarter(day: date, quarters: int):
    return opening.instant(day, timedelta(0)) + quarters * QUARTER


@st.composite
def offered(draw):
    """A listing, a day, and what is held of it; on the quarters of an hour."""
    day = draw(st.sampled_from([MONDAY, MONDAY + 5 * DAY, CLOCKS_FORWARD, CLOCKS_BACK, CLOCKS_BACK - DAY]))
    begin = draw(st.integers(0, 46))
    end = draw(st.integers(begin + 1, 48))
    close = time(0) if end == 48 else time(end // 2, end % 2 * 30)
    hours = draw(st.sampled_from([{}, {"opens_at": time(begin // 2, begin % 2 * 30), "closes_at": close}]))
    least = draw(st.sampled_from([None, 1, 2, 5]))
    most = draw(st.sampled_from([None, 8, 24]))
    facts = {"min_hours": least, "max_hours": most, "daily": draw(st.sampled_from([None, 100]))}
    days = draw(st.sampled_from([[], [day.weekday()], [0, 1, 2, 3, 4, 5, 6]]))
    pieces = draw(st.integers(1, 3))
    listing = device(quantity=pieces, opening_days=days, lead_days=draw(st.integers(0, 1)), **hours, **facts)
    taken = []
    for piece in range(1, pieces + 1):
        edges = sorted(draw(st.lists(st.integers(-8, 110), max_size=6, unique=True)))
        for first, last in zip(edges[::2], edges[1::2], strict=False):
            taken.append((piece, DateTimeTZRange(at_quarter(day, first), at_quarter(day, last))))
    return listing, day, taken, at_quarter(day, draw(st.sampled_from([-100, -40, 0, 2, 36, 38])))


@settings(max_examples=150, deadline=None)
@given(offered())
@example((device(opens_at=time(17), closes_at=time(18), min_hours=2, daily=100, max_hours=8), MONDAY, [], NOW))
def test_shown_free_is_the_same_as_can_be_ordered(case):
    listing, day, taken, now = case
    for slot in shown(listing, day, taken, now):
        if slot.state == "free":
            assert can_be_ordered(listing, *slot.order, taken, now)
            assert slot.order[0] < slot.end
            assert slot.start < slot.order[1]
            continue
        begins = [slot.start + step * HALF for step in (0, 1) if slot.start + step * HALF < slot.end]
        ends = [steps * HALF for steps in (*range(1, 13), *range(13, 60, 2))]
        possible = [(at, at + length) for at in begins for length in ends]
        assert [order for order in possible if can_be_ordered(listing, *order, taken, now)] == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    "facts", [{"opens_at": time(22), "closes_at": time(0)}, {"opens_at": time(8, 30), "closes_at": time(17)}]
)
def test_every_link_of_a_free_hour_is_taken_by_the_verb_and_gone_afterwards(facts):
    listing = released(approval="instant", **facts)
    while True:
        _days, rows = grid.week(listing, MONDAY, now=NOW)
        free = [slot for row in rows for slot in row[:1] if slot.state == "free"]
        if not free:
            break
        start, end = (f"{timezone.localtime(at):%Y-%m-%d %H:%M}" for at in free[0].order)
        assert place(listing, start=start, end=end).state == "accepted"
    assert {slot.state for row in rows for slot in row[:1]} == {"busy"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("facts", "asked", "is_found"),
    [
        ({"opens_at": time(18), "closes_at": time(0)}, ("2027-01-12T23:00", "2027-01-13T00:00"), True),
        ({"opens_at": time(18), "closes_at": time(23, 59)}, ("2027-01-12T23:00", "2027-01-13T00:00"), True),
        ({"opens_at": time(18), "closes_at": time(23)}, ("2027-01-12T23:00", "2027-01-13T00:00"), False),
        ({"opens_at": time(8, 30), "closes_at": time(17)}, ("2027-01-12T08:30", "2027-01-12T09:00"), True),
        ({"opens_at": time(8, 30), "closes_at": time(17)}, ("2027-01-12T08:00", "2027-01-12T09:00"), False),
        ({"min_hours": 2}, ("2027-01-12T08:00", "2027-01-12T09:00"), False),
        ({"max_hours": 2}, ("2027-01-12T08:00", "2027-01-12T11:00"), False),
        ({"max_hours": 2, "daily": 100}, ("2027-01-12T08:00", "2027-01-14T11:00"), True),
        (
            {"opening_days": [1, 2], "opens_at": time(8), "closes_at": time(0)},
            ("2027-01-12T08:00", "2027-01-14T00:00"),
            True,
        ),
        ({"opening_days": [1]}, ("2027-01-12T08:00", "2027-01-12T10:00"), True),
        ({"opening_days": [2]}, ("2027-01-12T08:00", "2027-01-12T10:00"), False),
        ({"opening_days": [1, 2]}, ("2027-01-12T08:00", "2027-01-14T00:00"), True),
        ({"opening_days": [1, 3]}, ("2027-01-12T08:00", "2027-01-14T00:00"), True),
        ({"lead_days": 2}, ("2027-01-12T08:00", "2027-01-12T10:00"), False),
    ],
)
def test_the_search_finds_what_can_be_ordered_then(facts, asked, is_found):
    listing = released(**facts)
    wish = found.Wish.read(QueryDict(f"free_from={asked[0]}&free_to={asked[1]}"))
    assert [one.pk for one in found.look(wish, now=NOW).page] == [listing.pk] * is_found
    assert can_be_ordered(listing, wish.free_from, wish.free_to, [], NOW) == is_found


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("facts", "asked", "is_found"),
    [
        ({"opening_days": [1, 2, 3]}, ("2027-01-12", "2027-01-14"), True),
        ({"opening_days": [1, 3]}, ("2027-01-12", "2027-01-14"), False),
        ({"opening_days": [0, 1, 2, 3, 4]}, ("2027-01-12", "2027-01-25"), False),
        ({"min_hours": 24}, ("2027-01-12", "2027-01-12"), True),
        ({"min_hours": 48}, ("2027-01-12", "2027-01-12"), False),
    ],
)
def test_whole_days_ask_for_every_day_and_the_shortest_booking(facts, asked, is_found):
    listing = released(**facts)
    wish = found.Wish.read(QueryDict(f"free_from={asked[0]}&free_to={asked[1]}"))
    assert [one.pk for one in found.look(wish, now=NOW).page] == [listing.pk] * is_found


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("facts", "groups", "is_found"),
    [
        ({"audience": ["academic"]}, None, True),
        ({"audience": ["academic"]}, ["academic"], True),
        ({"audience": ["academic"]}, ["startup"], False),
        ({}, [], True),
        ({"institutions_only": True}, [], False),
        ({"institutions_only": True}, ["industry"], True),
    ],
)
def test_whoever_asks_what_is_free_is_shown_what_is_offered_to_them(facts, groups, is_found):
    released(**facts)
    wish = found.Wish.read(QueryDict("free_from=2027-01-12T10:00&free_to=2027-01-12T12:00"))
    assert found.look(wish, groups=groups, now=NOW).total == is_found


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        ("free_from=2027-01-12T10:00", "beide Zeiten"),
        ("free_to=2027-01-12T10:00", "beide Zeiten"),
        ("free_from=2027-01-12T10:00&free_to=2027-01-12T09:00", "nach dem Beginn"),
        ("free_from=morgen&free_to=2027-01-12T09:00", "2027-01-12T10:00"),
        ("free_from=&free_to=", ""),
    ],
)
def test_times_that_make_no_period_are_told_and_kept_as_they_were_written(asked, problem):
    wish = found.Wish.read(QueryDict(asked))
    assert problem in wish.free_problem
    assert (wish.free_from, wish.free_to, bool(wish.free_problem)) == (None, None, bool(problem))
    assert any(wish.free_typed) == bool(problem)


@pytest.mark.django_db
def test_two_pieces_with_half_hours_on_one_are_free_in_the_shelf_too():
    listing = released(quantity=2, approval="instant", opens_at=time(9), closes_at=time(10), opening_days=[1])
    for start, end in (("09:00", "09:30"), ("09:30", "10:00")):
        place(listing, start=f"2027-01-12 {start}", end=f"2027-01-12 {end}")
    assert grid.next_free_days([listing], now=NOW) == {listing.pk: date(2027, 1, 12)}
    brought = grid.with_calendar(Listing.objects.all(), now=NOW).get()
    assert grid.next_free_days([brought], now=NOW) == {listing.pk: date(2027, 1, 12)}


@pytest.mark.django_db
@pytest.mark.parametrize(("hours", "found_it"), [(8, False), (9, True), (None, True)])
def test_half_an_hour_too_long_is_too_long_in_the_shelf_too(hours, found_it):
    listing = released(max_hours=hours)
    start, end = (datetime(2027, 1, 18, hour, minute, tzinfo=UTC) for hour, minute in ((0, 0), (8, 30)))
    assert (found.look(found.Wish(free_from=start, free_to=end), now=NOW).total == 1) is found_it
    assert can_be_ordered(listing, start, end, [], NOW) is found_it


@pytest.mark.django_db
def test_a_grid_says_which_part_of_an_hour_is_free():
    listing = released(approval="instant", opens_at=time(9), closes_at=time(12), max_hours=2)
    place(listing, start="2027-01-12 09:00", end="2027-01-12 09:30")
    place(listing, start="2027-01-12 10:30", end="2027-01-12 11:00")
    words = [row["cells"][1]["text"] for row in cards.week(listing, NOW.date(), now=NOW)["rows"]]
    assert words == ["ab 9:30", "bis 10:30", "frei"]
    assert later(days=1).astimezone(UTC) > NOW


@st.composite
def wished(draw):
    """As `offered`, with a time that somebody asks for on the half hours and can type."""
    listing, day, taken, _now = draw(offered())
    first = draw(st.integers(0, 47))
    last = draw(st.integers(first + 1, 160))
    start, end = (at_quarter(day, 2 * half) for half in (first, last))
    assume(can_be_typed(start) and can_be_typed(end))
    midnights = [opening.wall_of(at).time() == opening.MIDNIGHT for at in (start, end)]
    # Whole days ask for less than hours do.
    assume(not all(midnights))
    return listing, taken, start, end, at_quarter(day, draw(st.sampled_from([-200, -100, -40])))


@pytest.mark.django_db
def test_free_between_finds_what_the_verb_takes():
    """The statement of the list, the grid's verdict and the database's holds over random hours, holds and pieces."""
    listing = released()
    columns = ("quantity", "opening_days", "lead_days", "opens_at", "closes_at", "min_hours", "max_hours", "daily")

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(wished())
    def agree(case):
        thought, taken, start, end, now = case
        Hold.objects.all().delete()
        facts = {name: getattr(thought, name) for name in columns}
        Listing.objects.filter(pk=listing.pk).update(released_at=now, hourly=40, **facts)
        said = {"resource_id": listing.resource_id, "why": "own_use"}
        Hold.objects.bulk_create(Hold(piece=piece, period=period, **said) for piece, period in taken)
        row = Listing.objects.get()
        wish = found.Wish(free_from=start, free_to=end)
        assert (found.look(wish, now=now).total == 1) == can_be_ordered(row, start, end, taken, now)
        for pieces in (1, 2, 3):
            known = holding.free_pieces(row, DateTimeTZRange(start, end), pieces, held=Held(taken))
            assert known == holding.free_pieces(row, DateTimeTZRange(start, end), pieces)
            assert len(known) in {0, pieces}

    agree()


def test_the_hours_are_those_of_the_region_in_whatever_zone_staff_look_at_them():
    nine = datetime(2027, 1, 12, 8, tzinfo=UTC)
    with timezone.override("Asia/Tokyo"):
        assert opening.instant(date(2027, 1, 12), timedelta(hours=9)) == nine
        assert opening.wall_of(nine + timedelta(minutes=7)) == datetime(2027, 1, 12, 9, 7)
    assert opening.wall_of(nine + timedelta(minutes=7)) == datetime(2027, 1, 12, 9, 7)
