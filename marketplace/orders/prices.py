"""What an order costs: a function of real duration and tariff. Durations come from UTC values only, because wall-clock
subtraction bills the nights wrong in which the clock changes."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from marketplace.availability.periods import hours
from portal.language.money import cents

FREE = Decimal("0.00")


def days(start, end) -> int:
    """Calendar days of the region that the half-open period touches: a day of 23 or 25 hours is one day."""
    first = timezone.localdate(start)
    last = timezone.localdate(end - timedelta(microseconds=1))
    return (last - first).days + 1


def price(listing, period=None) -> Decimal | None:
    """In the listing's currency, whole cents; None where it is agreed only after the enquiry.

    For a period the cheaper of hours and days counts.
    """
    nature = listing.nature
    if nature.costs_nothing:
        return FREE
    if nature.is_for_good:
        return listing.price
    if not nature.is_for_a_period or period is None or period.upper is None:
        return None
    offers = []
    if listing.hourly is not None:
        offers.append(hours(period.lower, period.upper) * listing.hourly)
    if listing.daily is not None:
        offers.append(days(period.lower, period.upper) * listing.daily)
    return cents(min(offers)) if offers else None
