"""The verbs of circulars: one letter of the staff to many guests, each in the guest's language."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from events import letters
from events.models import Circular, CircularCopy, CircularFile, CircularTrial, Event
from events.refusals import AlreadySent, NobodyToWriteTo, TooMuchAlong, WordsMissing
from events.registration.answers import Upload
from portal.audit import log
from portal.letters import outbox

PARTS = ("subject_de", "subject_en", "text_de", "text_en")
MOST_FILES, MOST_BYTES = 5, 10 * 1024 * 1024
# Letters are tried ten times within a day; a draft that nobody has touched for a week is forgotten.
DRAFTS_KEPT, FILES_KEPT = timedelta(days=7), timedelta(days=30)


@transaction.atomic
def keep(
    event: Event, *, by, words: dict[str, str], submission: UUID, files: Iterable[Upload] = (), without=(), now=None
) -> Circular:
    """The draft with these words and `files`, less those whose keys are in `without`.

    Raises AlreadySent, also for a draft of somebody else, and TooMuchAlong.
    """
    Event.objects.locked().get(pk=event.pk)
    draft = Circular.objects.filter(submission=submission).first()
    if draft is None:
        draft = Circular(event=event, by=by, submission=submission, begun_at=now or timezone.now())
    if draft.at or draft.event_id != event.pk or draft.by_id != by.pk:
        raise AlreadySent
    for part in PARTS:
        setattr(draft, part, words.get(part, ""))
    draft.save()
    draft.files.filter(pk__in=without).delete()
    for one in files:
        draft.files.create(name=one.name, file_type=one.file_type, size=len(one.content), file=one.content)
    if draft.files.count() > MOST_FILES or (draft.files.aggregate(all=Sum("size"))["all"] or 0) > MOST_BYTES:
        raise TooMuchAlong
    return draft


@transaction.atomic
def try_out(draft: Circular, languages: Iterable[str]) -> None:
    """The letter to its writer alone, once in each of these languages."""
    trials = CircularTrial.objects.bulk_create(CircularTrial(circular=draft, language=one) for one in languages)
    outbox.post_all((letters.circular_trial, trial) for trial in trials)


@transaction.atomic
def write(event: Event, recipients, *, by, words: dict[str, str], submission: UUID, choice=None, now=None, **more):
    """One job of the outbox per registration of `recipients` (a queryset); pressing twice writes once.

    `choice` says for the log how they were chosen, without names; `more` as for `keep`. Gives the circular. Raises
    NobodyToWriteTo, WordsMissing and what `keep` raises.
    """
    Event.objects.locked().get(pk=event.pk)
    if before := Circular.objects.filter(submission=submission, event=event, by=by, at__isnull=False).first():
        return before
    chosen = [one for one in recipients.filter(event=event) if one.has_mailbox]
    if not chosen:
        raise NobodyToWriteTo
    if any(not words.get(f"{part}_{one.language}") for one in chosen for part in ("subject", "text")):
        raise WordsMissing
    circular = keep(event, by=by, words=words, submission=submission, now=now, **more)
    circular.at, circular.count, circular.choice = now or timezone.now(), len(chosen), choice or {}
    circular.save(update_fields=["at", "count", "choice"])
    copies = CircularCopy.objects.bulk_create(CircularCopy(circular=circular, registration=one) for one in chosen)
    outbox.post_all((letters.circular, copy) for copy in copies)
    log(event, "events.circular", user=by, timestamp=circular.at, data={"circular": circular.pk, "count": len(chosen)})
    return circular


def sweep(now) -> None:
    """Drafts that nobody sent, and files of letters that have long arrived."""
    Circular.objects.filter(at__isnull=True, begun_at__lte=now - DRAFTS_KEPT).delete()
    CircularFile.objects.filter(circular__at__lte=now - FILES_KEPT).delete()
