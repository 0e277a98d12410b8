"""How long a consumer may withdraw: 14 days (§ 355 (2) BGB), counted in whole days of Berlin.

The day of the event itself does not count (§ 187 (1) BGB); the period ends with the end of its last day (§ 188 (1)),
and where that is a Saturday, a Sunday or a public holiday, with the end of the next working day (§ 193). For services
the event is the conclusion of the contract (§ 356 (2) no. 2), for goods that they have arrived (§ 356 (2) no. 1).
"""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from portal.language import holidays

PERIOD = timedelta(days=14)
SATURDAY = 5


def last_day(since: date) -> date:
    """The day at whose end it is over, for what happened on the day `since`."""
    day = since + PERIOD
    while day.weekday() >= SATURDAY or holidays.name_of(day):
        day += timedelta(days=1)
    return day


def ends_at(since: datetime) -> datetime:
    """The first instant at which it is over: midnight in Berlin after the last day."""
    after = last_day(timezone.localdate(since)) + timedelta(days=1)
    return timezone.make_aware(datetime.combine(after, time.min))
