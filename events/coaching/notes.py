"""The verb of confidential notes. It writes nothing into the audit log: staff read that."""

from django.db import transaction
from django.utils import timezone

from events.coaching.models import Booking, Note
from events.coaching.refusals import NotPossible


@transaction.atomic
def write_note(booking: Booking, *, author: str, text: str, now=None) -> Note:
    """Add a note that coach and client read."""
    booking = Booking.objects.select_for_update(of=("self",)).get(pk=booking.pk)
    if booking.is_erased:
        raise NotPossible
    return Note.objects.create(booking=booking, author=author, text=text, written_at=now or timezone.now())
