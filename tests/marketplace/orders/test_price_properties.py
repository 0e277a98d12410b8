"""What holds for every price: random tariffs, opening hours, periods and pieces, over both changes of the clock."""

from datetime import date, time, timedelta
from decimal import Decimal

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from hypothesis import example, given, settings
from hypothesis import strategies as st

from marketplace.availability import opening
from marketplace.kinds import Vat
from marketplace.models import Line, Listing, Tariff
from marketplace.orders import prices

HALF, DAY, CENT = timedelta(minutes=30), timedelta(days=1), Decimal("0.01")
DAYS = [
    date(2027, 1, 18),
    date(2027, 1, 22),
    date(2027, 3, 27),
    date(2027, 3, 28),
    date(2027, 10, 30),
    date(2027, 10, 31),
]
EXAMPLES = settings(max_examples=60, deadline=None)

money = st.decimals("0.01", "400", places=2)
maybe = st.none() | money
vats = st.sampled_from(Vat.values)


def listing(rows=(), **facts) -> Listing:
    """One that is nowhere stored, with these rows of a tariff."""
    made = Listing(pk=1, kind="device", **facts)
    made.words = []
    tariffs = [Tariff(pk=number, listing=made, **row) for number, row in enumerate(rows, 1)]
    made._prefetched_objects_cache = {"tariffs": tariffs}
    return made


@st.composite
def hours(draw, *, always=True) -> dict:
    """When it is open; `always`: maybe round the clock."""
    begin = draw(st.integers(0, 46))
    end = draw(st.integers(begin + 1, 48))
    close = time(0) if end == 48 else time(end // 2, end % 2 * 30)
    times = draw(st.sampled_from([{}] * always + [{"opens_at": time(begin // 2, begin % 2 * 30), "closes_at": close}]))
    days = draw(st.sampled_from([[]] * (always or bool(times)) + [[0, 1, 2, 3, 4], [5, 6]]))
    return {**times, "opening_days": days, "bills_closed_hours": draw(st.booleans())}


@st.composite
def offers(draw, *, minimum=True, units=("hour", "day", "month"), always=True) -> Listing:
    """By the hour, the day, the month, or several of them; the VAT is one for all, as one seller has it."""
    vat = draw(vats)
    rows = []
    for unit in draw(st.lists(st.sampled_from(units), min_size=1, unique=True)):
        rows.append({"unit": unit, "net": draw(money), "vat": vat, "minimum": draw(maybe) if minimum else None})
    return listing(rows, **draw(hours(always=always)))


@st.composite
def instants(draw, count: int) -> list:
    """So many moments in order, five minutes being the finest."""
    begin = opening.instant(draw(st.sampled_from(DAYS)), timedelta(0))
    steps = draw(st.lists(st.integers(0, 12 * 24 * 6), min_size=count, max_size=count, unique=True))
    return [begin + step * timedelta(minutes=5) for step in sorted(steps)]


def cost(shown: Listing, start, end, **more) -> Decimal:
    return prices.price(shown, DateTimeTZRange(start, end), **more)


@EXAMPLES
@given(offers(), instants(3))
@example(
    # A day that is dear at least, beside cheap hours: the cap of the day counts all the same.
    listing([{"unit": "hour", "net": 40}, {"unit": "day", "net": 220, "minimum": 1000}]),
    [opening.instant(DAYS[0], timedelta(hours=at)) for at in (0, 24, 25)],
)
def test_who_stays_longer_never_pays_less(shown, moments):
    start, sooner, later = moments
    assert cost(shown, start, sooner) <= cost(shown, start, later)


@EXAMPLES
@given(offers(), instants(2), st.integers(1, 5))
def test_who_takes_more_pieces_never_pays_less_and_never_more_than_for_each_alone(shown, moments, pieces):
    one, many = (cost(shown, *moments, pieces=number) for number in (1, pieces))
    assert one <= many <= one * pieces + pieces * CENT / 2


@EXAMPLES
@given(offers(), instants(2), st.integers(1, 5))
def test_what_the_line_says_is_what_is_charged_to_the_cent(shown, moments, pieces):
    quote = prices.quote(shown, DateTimeTZRange(*moments), pieces=pieces)
    field = Line._meta.get_field("quantity")
    stored = Line(quantity=quote.quantity.quantize(Decimal(1).scaleb(-field.decimal_places)), net=quote.net)
    assert Line.total_of(stored.quantity, stored.net, quote.rate.vat) == quote.total
    assert quote.total == quote.total.quantize(CENT)
    assert quote.quantity % (pieces * CENT) == 0 or quote.rule == "minimum"


@EXAMPLES
@given(money, money, vats, hours(), instants(2), st.integers(1, 3))
def test_no_day_costs_more_than_the_day(hourly, daily, vat, when, moments, pieces):
    rows = [{"unit": unit, "net": net, "vat": vat} for unit, net in (("hour", hourly), ("day", daily))]
    shown = listing(rows, **when)
    days = len(list(prices._billed(shown, *moments)))
    assert cost(shown, *moments, pieces=pieces) <= Line.total_of(days * pieces, daily, vat)


@EXAMPLES
@given(money, money, vats, hours(), instants(2), st.integers(1, 3))
def test_no_order_costs_less_than_the_minimum(net, minimum, vat, when, moments, pieces):
    shown = listing([{"unit": "hour", "net": net, "vat": vat, "minimum": minimum}], **when)
    assert cost(shown, *moments, pieces=pieces) >= Line.total_of(1, minimum, vat)


@EXAMPLES
@given(offers(minimum=False, units=("hour", "day"), always=False), st.sampled_from(DAYS), st.integers(7, 14))
def test_hours_in_which_it_is_closed_cost_nothing_unless_the_owner_says_so(shown, day, days):
    start = opening.instant(day, timedelta(0))
    parts = list(prices._billed(shown, start, start + days * DAY))
    open_parts = [part for part in parts if opening.of(shown).is_open_on(opening.wall_of(part[0]).date())]
    whole, exact = cost(shown, start, start + days * DAY), cost(shown, parts[0][0], parts[-1][1])
    if shown.bills_closed_hours:
        assert whole >= exact
    else:
        assert (whole, parts) == (exact, open_parts)


@EXAMPLES
@given(money, st.sampled_from(DAYS), st.integers(1, 200))
def test_an_hour_is_an_hour_on_the_nights_that_have_one_more_or_less(net, day, steps):
    start = opening.instant(day, timedelta(0))
    assert cost(listing(hourly=net), start, start + steps * HALF) == Line.total_of(Decimal(steps) / 2, net, "not_shown")
