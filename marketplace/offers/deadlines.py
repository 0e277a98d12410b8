"""By when the office answers: working days, counted from the day it was asked."""

from datetime import date, timedelta

SATURDAY = 5


def working_days_after(day: date, number: int) -> date:
    """The `number`-th day after `day` that is no Saturday or Sunday; public holidays count as working days."""
    while number > 0:
        day += timedelta(days=1)
        number -= day.weekday() < SATURDAY
    return day
