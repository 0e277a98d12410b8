"""The end of keeping: a year after a meeting what names its client goes, with all notes; hours and start-up stay."""

from datetime import timedelta

from events.coaching.booking import verbs as booking
from events.coaching.models import Booking
from portal.language.mailbox import ERASED

# Beyond the question after 90 days and the report to the funder.
KEEP = timedelta(days=365)


def due(now):
    """Bookings that still name somebody though their time of keeping is over."""
    return Booking.objects.filter(slot__ends_at__lte=now - KEEP).exclude(email__endswith=f"@{ERASED}").order_by("pk")


def forget_past(now) -> list[str]:
    """Forget all that are due, each in a transaction of its own; gives a line for each."""
    lines = []
    for one in due(now):
        booking.forget(one, now=now)
        lines.append(f"Coaching {one.pk}: name, address, questionnaire and notes removed.")
    return lines
