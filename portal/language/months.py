"""The months as people write them, in both languages: for searches, never to be shown."""

from datetime import datetime

from django.utils import timezone

SPELLINGS = (
    "Januar Jänner Jan January",
    "Februar Feb February",
    "März Mrz Mär March Mar",
    "April Apr",
    "Mai May",
    "Juni Jun June",
    "Juli Jul July",
    "August Aug",
    "September Sept Sep",
    "Oktober Okt October Oct",
    "November Nov",
    "Dezember Dez December Dec",
)
MOST = 12


def words(first: datetime, last: datetime) -> str:
    """Every spelling of each month between two moments, both included, and its year; of twelve months at most."""
    begin, end = timezone.localtime(first), timezone.localtime(last)
    start, stop = begin.year * 12 + begin.month - 1, end.year * 12 + end.month - 1
    numbers = range(start, min(stop, start + MOST - 1) + 1)
    return " ".join(f"{SPELLINGS[number % 12]} {number // 12}" for number in numbers)
