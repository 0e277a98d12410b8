"""The verb of confidential notes. It writes nothing into the audit log: staff read that."""

from django.db import transaction
from django.utils import timezone

from events.coaching.models import Booking, Note
from events.coaching.refusals import NotPossible


@transaction.atomic
def write_note(booking: Booking, *, author: str, text: str, now=None) -> Note:
    """Add a note that client and coach read: the person who has the coach's account at this moment, no successor."""
    booking = Booking.objects.select_for_update(of=("self",)).select_related("slot__coach").get(pk=booking.pk)
    reader = booking.slot.coach.user_id
    if booking.is_erased or reader is None:
        raise NotPossible
    written_at = now or timezone.now()
    return Note.objects.create(booking=booking, author=author, reader_id=reader, text=text, written_at=written_at)
