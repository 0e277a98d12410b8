"""Turns the offsets of a row into local moments, so that the demo never ages.

Weekends are avoided: a row that would begin or end on a Saturday or Sunday begins on the following Monday, unless
it says `weekend` True.
"""

from datetime import date, datetime, time, timedelta

SATURDAY = 5


def moments(row: dict, today: date) -> tuple[datetime, datetime]:
    """Start and end of an event or order as naive local times (the caller makes them aware).

    Reads `date` (history, ISO) or `days`, then `at` "HH:MM" and `hours` (int or float).
    """
    day = date.fromisoformat(row["date"]) if row.get("date") else today + timedelta(days=row["days"])
    start = datetime.combine(day, time.fromisoformat(row["at"]))
    length = timedelta(hours=row["hours"])
    if not row.get("date") and not row.get("weekend"):
        while start.weekday() >= SATURDAY or (start + length).weekday() >= SATURDAY and length < timedelta(days=4):
            start += timedelta(days=1)
    return start, start + length


def month(row: dict, today: date) -> date:
    """First day of the month that `month_offset` months lie ahead of today."""
    months = today.year * 12 + today.month - 1 + row["month_offset"]
    return date(months // 12, months % 12 + 1, 1)
