"""The verb of circulars: one letter of the staff to many guests, each in the guest's language."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from events import letters
from events.models import Circular, CircularCopy, Event
from events.refusals import NobodyToWriteTo
from portal.letters import outbox

PARTS = ("subject_de", "subject_en", "text_de", "text_en")


@transaction.atomic
def write(event: Event, recipients, *, by, words: dict[str, str], submission: UUID, choice=None, now=None) -> Circular:
    """One job of the outbox per registration of `recipients` (a queryset); pressing twice writes once.

    `choice` says for the log how they were chosen, without names. Raises NobodyToWriteTo.
    """
    Event.objects.locked().get(pk=event.pk)
    if before := Circular.objects.filter(submission=submission).first():
        return before
    chosen = [one for one in recipients.filter(event=event) if one.has_mailbox]
    if not chosen:
        raise NobodyToWriteTo
    parts = {part: words[part] for part in PARTS}
    circular = Circular.objects.create(
        event=event,
        by=by,
        at=now or timezone.now(),
        count=len(chosen),
        choice=choice or {},
        submission=submission,
        **parts,
    )
    copies = CircularCopy.objects.bulk_create(CircularCopy(circular=circular, registration=one) for one in chosen)
    outbox.post_all((letters.circular, copy) for copy in copies)
    log(event, "events.circular", user=by, timestamp=circular.at, data={"circular": circular.pk, "count": len(chosen)})
    return circular
