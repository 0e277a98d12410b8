"""From a wished time to a period that the listing's own rules allow: opening hours, notice, shortest and longest."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from dateutil.relativedelta import relativedelta
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from marketplace.availability import opening
from marketplace.kinds import Takes
from portal.refusals import Refusal

HORIZON = timedelta(days=731)


class PeriodRefused(Refusal):
    """The base of all refusals about time; `field` is the form field that the message belongs to."""

    field = "start"


class TimeMissing(PeriodRefused):
    message = _("Please enter start and end.")


class EndsBeforeItStarts(PeriodRefused):
    field = "end"
    message = _("The end must be after the start.")


class InThePast(PeriodRefused):
    message = _("The start is in the past.")


class TooFarAhead(PeriodRefused):
    message = _("You can book at most two years ahead.")


class TooSoon(PeriodRefused):
    def __init__(self, days: int):
        super().__init__(
            ngettext("At least %(days)s day of notice is needed.", "At least %(days)s days of notice are needed.", days)
            % {"days": days}
        )


class OutsideOpeningHours(PeriodRefused):
    message = _("Start and end must be within the opening hours.")


class TooShort(PeriodRefused):
    field = "end"

    def __init__(self, hours: int):
        super().__init__(
            ngettext("The shortest booking is %(hours)s hour.", "The shortest booking is %(hours)s hours.", hours)
            % {"hours": hours}
        )


class TooLong(PeriodRefused):
    field = "end"

    def __init__(self, message):
        super().__init__(message)


def allowed(listing, start: datetime | None, end: datetime | None, *, now: datetime) -> DateTimeTZRange | None:
    """The period that an order takes; raises a `PeriodRefused`. None: by arrangement, for kinds without a calendar."""
    takes = listing.nature.takes
    if takes is Takes.FOR_GOOD:
        return DateTimeTZRange(now, None)
    if takes is Takes.REQUEST and not (start and end):
        return None
    if start is None or end is None:
        raise TimeMissing
    _require_future(listing, start, end, now)
    if takes is Takes.PERIOD:
        _require_length(listing, start, end)
        _require_opening(listing, start, end)
    return DateTimeTZRange(start, end)


def hours(start: datetime, end: datetime) -> Decimal:
    """Elapsed hours between two aware instants."""
    seconds = (end.astimezone(UTC) - start.astimezone(UTC)).total_seconds()
    return Decimal(int(seconds)) / 3600


def _require_future(listing, start, end, now) -> None:
    if end <= start:
        raise EndsBeforeItStarts
    if start < now:
        raise InThePast
    if end > now + HORIZON:
        raise TooFarAhead
    if timezone.localdate(start) < timezone.localdate(now) + timedelta(days=listing.lead_days):
        raise TooSoon(listing.lead_days)


def _require_length(listing, start, end) -> None:
    length = hours(start, end)
    if listing.min_hours and length < listing.min_hours:
        raise TooShort(listing.min_hours)
    # Whoever pays by the day may keep the thing for days.
    if listing.max_hours and length > listing.max_hours and not (listing.daily and length > 24):
        raise TooLong(
            ngettext(
                "The longest booking is %(hours)s hour.", "The longest booking is %(hours)s hours.", listing.max_hours
            )
            % {"hours": listing.max_hours}
        )
    months = listing.loan_max_months
    if months and timezone.localdate(end) > timezone.localdate(start) + relativedelta(months=months):
        raise TooLong(
            ngettext("The longest loan is %(months)s month.", "The longest loan is %(months)s months.", months)
            % {"months": months}
        )


def _require_opening(listing, start, end) -> None:
    hours = opening.of(listing)
    if not hours.may_begin(start) or not hours.may_end(end):
        raise OutsideOpeningHours
