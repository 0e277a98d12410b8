"""What an order costs: a function of real duration and tariff. Durations come from UTC values only, because wall-clock
subtraction bills the nights wrong in which the clock changes.

Of the rows of a tariff the most specific that is valid counts, for each unit; where none fits, the listing's own price.
Two rules have names: the *day cap* (the hours of a day never cost more than the day) and *closed hours*, which are not
billed unless the owner says so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from dateutil.relativedelta import relativedelta
from django.utils import timezone

from marketplace.availability import opening
from marketplace.availability.periods import hours
from marketplace.kinds import Unit, Vat
from marketplace.models import Line
from portal.language.money import cents

FREE = Decimal("0.00")
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Rate:
    """What one of `unit` costs, net, for a price group; `minimum`: what an order comes to at least, net."""

    unit: str
    net: Decimal
    minimum: Decimal | None = None
    vat: str = Vat.NOT_SHOWN
    group: str = ""


@dataclass(frozen=True)
class Quote:
    """What an order comes to: `quantity` of `unit` at `net`, for all `pieces` together. Without a unit, `net` is a sum
    by a rule: of each piece `capped` by the day, or of the order raised to the `minimum`."""

    rate: Rate
    quantity: Decimal
    net: Decimal
    unit: str = ""
    rule: str = ""
    pieces: int = 1

    @property
    def total(self) -> Decimal:
        """Gross, in whole cents."""
        return Line.total_of(self.quantity, self.net, self.rate.vat)


def price(listing, period=None, *, groups: Sequence[str] = (), pieces: int = 1) -> Decimal | None:
    """In the listing's currency, whole cents, for these values of `PriceGroup`; None where it is agreed later."""
    if listing.nature.costs_nothing:
        return FREE
    found = quote(listing, period, groups=groups, pieces=pieces)
    return found and found.total


def quote(listing, period=None, *, groups: Sequence[str] = (), pieces: int = 1) -> Quote | None:
    """How a price comes about; None where it is agreed later, or where nothing is charged.

    For a period the cheapest of hours, days and months counts, whichever field or row they stand in.
    """
    nature = listing.nature
    if nature.costs_nothing:
        return None
    day = timezone.localdate(period.lower) if period is not None else None
    valid = {rate.unit: rate for rate in rates(listing, groups=groups, day=day)}
    if nature.is_for_good:
        rate = valid.get(Unit.PIECE)
        return rate and _at_least(Quote(rate, Decimal(pieces), rate.net, pieces=pieces))
    if not nature.is_for_a_period or period is None or period.upper is None:
        return None
    offers = list(_offers(listing, valid, period.lower, period.upper, pieces))
    return min(offers, key=lambda offer: offer.total) if offers else None


def rates(listing, *, groups: Sequence[str] = (), day: date | None = None) -> list[Rate]:
    """The price of each unit on `day`, None: today, for the last of `groups` that has one, else for everybody."""
    day = day or timezone.localdate()
    found = {rate.unit: rate for rate in _own(listing)}
    rows = listing.tariffs.all() if listing.pk else []
    order = ["", *groups]
    valid = [row for row in rows if row.group in order and (row.valid_from is None or row.valid_from <= day)]
    for row in sorted(valid, key=lambda row: (order.index(row.group), row.valid_from or date.min, row.pk)):
        found[row.unit] = Rate(row.unit, row.net, row.minimum, row.vat, row.group)
    return list(found.values())


def is_charged(listing, *, groups: Sequence[str] = ()) -> bool:
    """Whether an order is charged by a price that is known before."""
    known = {rate.unit for rate in rates(listing, groups=groups)}
    if listing.nature.costs_nothing or not listing.nature.exclusive:
        return False
    return Unit.PIECE in known if listing.nature.is_for_good else bool(known & set(MEASURES))


def _own(listing) -> Iterator[Rate]:
    said = [(Unit.HOUR, listing.hourly), (Unit.DAY, listing.daily)]
    said.append((Unit.PIECE if listing.nature.is_for_good else listing.unit, listing.price))
    return (Rate(unit, net) for unit, net in said if unit and net is not None)


def _offers(listing, valid: dict[str, Rate], start: datetime, end: datetime, pieces: int) -> Iterator[Quote]:
    parts = list(_billed(listing, start, end))
    for unit, measure in MEASURES.items():
        if rate := valid.get(unit):
            # As it is kept in the line: what is charged is what the line says.
            quantity = cents(measure(parts)) * pieces
            yield _at_least(Quote(rate, quantity, rate.net, unit, pieces=pieces))
    hour, day = valid.get(Unit.HOUR), valid.get(Unit.DAY)
    if hour and day and hour.vat == day.vat:
        capped = sum((min(hours(*part) * hour.net, day.net) for part in parts), Decimal(0))
        # Last: where all days are charged alike, the line with their unit says the same sum better.
        yield _at_least(Quote(hour, Decimal(pieces), cents(capped), rule="capped", pieces=pieces))


def _at_least(offer: Quote) -> Quote:
    minimum = offer.rate.minimum
    if minimum is None or offer.quantity * offer.net >= minimum:
        return offer
    return Quote(offer.rate, Decimal(1), minimum, rule="minimum", pieces=offer.pieces)


def _billed(listing, start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
    """For each calendar day of the region the part of the half-open period that is charged."""
    open_hours = opening.of(listing)
    first, last = timezone.localdate(start), timezone.localdate(end - timedelta(microseconds=1))
    for day in (first + offset * DAY for offset in range((last - first).days + 1)):
        begin, until = timedelta(0), DAY
        if not listing.bills_closed_hours:
            if not open_hours.is_open_on(day):
                continue
            begin, until = open_hours.opens, open_hours.closes
        part = max(start, opening.instant(day, begin)), min(end, opening.instant(day, until))
        if part[0] < part[1]:
            yield part


def _months(parts) -> Decimal:
    """Months that the period begins: from the 15th to the 15th of the next is one."""
    if not parts:
        return Decimal(0)
    first, last = (timezone.localtime(at).replace(tzinfo=None) for at in (parts[0][0], parts[-1][1]))
    whole = relativedelta(last, first)
    begun = whole.years * 12 + whole.months
    return Decimal(begun + (first + relativedelta(months=begun) < last))


# How many of a unit the charged parts of a period come to: a day of 23 or 25 hours is one day. What is measured
# otherwise is agreed after the enquiry.
MEASURES = {
    Unit.HOUR: lambda parts: sum((hours(*part) for part in parts), Decimal(0)),
    Unit.DAY: lambda parts: Decimal(len(parts)),
    Unit.MONTH: _months,
}
