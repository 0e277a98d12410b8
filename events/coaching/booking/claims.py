"""The verb that gives an account what was booked before it existed."""

from events.coaching.models import Booking
from portal.language.mailbox import same_mailbox


def claim(user, email: str) -> int:
    """Whoever has shown to own an address owns what it booked without an account; how many there were."""
    return Booking.objects.filter(email=same_mailbox(email), user=None).update(user=user)
