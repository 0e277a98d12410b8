"""The worker's side of the outbox."""

from smtplib import SMTPResponseException

from django.core import mail
from procrastinate import BaseRetryStrategy, RetryDecision
from procrastinate.contrib.django import app

from portal.letters import rendering

ATTEMPTS = 10
FIRST_WAIT, LONGEST_WAIT = 60, 6 * 3600


class PatientRetry(BaseRetryStrategy):
    """Back off from one minute to six hours, ten attempts; a 5xx answer of the mail server is final."""

    def get_retry_decision(self, *, exception, job):
        refused_for_good = isinstance(exception, SMTPResponseException) and exception.smtp_code >= 500
        if refused_for_good or job.attempts >= ATTEMPTS:
            return None
        wait = min(FIRST_WAIT * 2**job.attempts, LONGEST_WAIT)
        return RetryDecision(retry_in={"seconds": wait})


@app.task(name="letters.deliver", queue="letters", retry=PatientRetry())
def deliver(kind: str, pk: int, reader: int | None, message: str) -> None:
    """Write and send one letter. A job that fails for good stays in the table as a dead letter for staff."""
    # Imported here: builders live in apps that import this module.
    from portal.letters import outbox

    built = outbox.build(kind, pk, reader)
    if built is None:
        return
    letter, language = built
    with mail.get_connection() as connection:
        rendering.as_message(letter, language, message, connection=connection).send()


@app.periodic(cron="*/2 * * * *")
@app.task(name="letters.rescue_stalled", queueing_lock="rescue_stalled", pass_context=True)
async def rescue_stalled(context, timestamp: int) -> None:
    """Give the jobs of a killed worker to the next one."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=60):
        await manager.retry_job(job)
