"""What the office may name in its own words of a letter about coaching."""

from django.utils.translation import gettext_lazy as _

from events.coaching import wording
from events.coaching.models import Booking
from portal.letters import wording as letter_wording


@letter_wording.placeholders(
    Booking,
    coach=_("name of the coach"),
    client=_("name of the client"),
    startup=_("name of the start-up"),
    date=_("date and time"),
    topic=_("topic"),
)
def of_booking(booking: Booking) -> dict:
    return {
        "coach": str(booking.slot.coach),
        "client": booking.name,
        "startup": booking.startup,
        "date": wording.span(booking.slot),
        "topic": wording.topic(booking.slot),
    }
