"""Dead letters: what could not be delivered, and trying once more."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from portal.letters import outbox

MOST_SHOWN = 200
TASK = "letters.deliver"


@dataclass(frozen=True)
class FailedLetter:
    """A dead letter as staff see it; `to` and `subject` are empty where there is nothing left to say."""

    pk: int
    kind: str
    to: str
    subject: str
    attempts: int
    failed_at: datetime | None


def count() -> int:
    return _jobs().count()


def letters() -> list[FailedLetter]:
    """The newest 200, each written anew: the queue holds no text."""
    jobs = _jobs().annotate(failed_at=Max("procrastinateevent__at")).order_by("-pk")[:MOST_SHOWN]
    return [_told(job) for job in jobs]


def try_again(pk: int) -> bool:
    """Give the letter back to the worker; False where it is no dead letter (any more)."""
    if not _jobs().filter(pk=pk).exists():
        return False
    app.job_manager.retry_job_by_id(pk, retry_at=timezone.now())
    return True


def _jobs():
    return ProcrastinateJob.objects.filter(task_name=TASK, status="failed")


def _told(job: ProcrastinateJob) -> FailedLetter:
    kind, pk, reader = (job.args.get(name) for name in ("kind", "pk", "reader"))
    try:
        built = outbox.build(kind, pk, reader)
    except Exception:  # noqa: BLE001 a builder that fails is the reason why the letter is here
        built = None
    to, subject = (built[0].to, built[0].subject) if built else ("", "")
    return FailedLetter(job.pk, kind, to, subject, job.attempts + 1, job.failed_at)
