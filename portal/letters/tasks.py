"""The worker's side of the outbox."""

from smtplib import SMTPDataError, SMTPRecipientsRefused

from django.core import mail
from procrastinate import BaseRetryStrategy, RetryDecision
from procrastinate.contrib.django import app
from procrastinate.jobs import Status

from portal.language.mailbox import is_nobody
from portal.letters import outbox, rendering
from portal.letters.signals import letter_sent

ATTEMPTS = 10
FIRST_WAIT, LONGEST_WAIT = 60, 6 * 3600
WEEK = 7 * 24


class PatientRetry(BaseRetryStrategy):
    """Back off from one minute to six hours, ten attempts in all; a letter refused for good is not sent again."""

    def get_retry_decision(self, *, exception, job):
        if is_refused_for_good(exception) or job.attempts + 1 >= ATTEMPTS:
            return None
        return RetryDecision(retry_in={"seconds": min(FIRST_WAIT * 2**job.attempts, LONGEST_WAIT)})


def is_refused_for_good(error: BaseException) -> bool:
    """Whether the mail server said a 5xx to the recipient or the letter itself; a refused login of ours may pass."""
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= 500 for code, _reason in error.recipients.values())
    return isinstance(error, SMTPDataError) and error.smtp_code >= 500


@app.task(name="letters.deliver", queue="letters", retry=PatientRetry())
def deliver(kind: str, pk: int, reader: int | None, message: str) -> None:
    """Write and send one letter. A job that fails for good stays in the table as a dead letter for staff."""
    built = outbox.build(kind, pk, reader)
    if built is None:
        return
    letter, language = built
    if not letter.to or is_nobody(letter.to):
        return
    with mail.get_connection() as connection:
        rendering.as_message(letter, language, message, connection=connection).send()
    # Robust: a receiver that fails must not make the worker send the letter again.
    letter_sent.send_robust(sender=deliver, kind=kind, instance_pk=pk)


@app.periodic(cron="*/2 * * * *")
@app.task(name="letters.rescue_stalled", queueing_lock="rescue_stalled", pass_context=True)
async def rescue_stalled(context, timestamp: int) -> None:
    """Give the jobs of a killed worker to the next one; a job that has killed ten workers is a dead letter."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=60):
        if job.attempts + 1 >= ATTEMPTS:
            await manager.finish_job(job, status=Status.FAILED, delete_job=False)
        else:
            await manager.retry_job(job)


@app.periodic(cron="17 3 * * *")
@app.task(name="letters.tidy_up", queueing_lock="tidy_up", pass_context=True)
async def tidy_up(context, timestamp: int) -> None:
    """Forget finished jobs after a week; dead letters stay until somebody has looked."""
    await context.app.job_manager.delete_old_jobs(nb_hours=WEEK)
