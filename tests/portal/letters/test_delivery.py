"""Letters over real SMTP by a real worker: exactly with the deed, patient, with one Message-ID, visible when dead."""

from contextlib import suppress
from smtplib import SMTPAuthenticationError, SMTPDataError, SMTPRecipientsRefused

import pytest
from django.db import connection, transaction
from procrastinate import jobs as procrastinate_jobs
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from portal.letters import failed, tasks
from tests.portal.letters.conftest import jobs, post, run_worker, start_worker

pytestmark = pytest.mark.django_db(transaction=True)


def make_due() -> None:
    with connection.cursor() as cursor:
        cursor.execute("update procrastinate_jobs set scheduled_at = now() where status = 'todo'")


def test_worker_delivers_one_letter_to_one_recipient_in_both_forms(payment, smtp_sink):
    with transaction.atomic():
        post(payment)
    run_worker(smtp_sink)
    arrived = smtp_sink.arrived[0]
    assert smtp_sink.asked == arrived.recipients == ["joerg@example.org"]
    assert arrived.message["To"].addresses[0].display_name == "Müller, Jörg"
    assert arrived.message["Content-Language"] == "de"
    parts = [part.get_content_type() for part in arrived.message.walk() if not part.is_multipart()]
    assert parts == ["text/plain", "text/html"]
    assert [job.status for job in jobs()] == ["succeeded"]


def test_deed_that_is_rolled_back_leaves_no_letter(payment):
    with transaction.atomic():
        post(payment)
        assert len(jobs()) == 1
        transaction.set_rollback(True)
    assert jobs() == []


def test_refusal_for_now_is_tried_again_with_the_same_message_id(payment, smtp_sink):
    smtp_sink.refusals["joerg@example.org"] = "451 come back later"
    post(payment)
    run_worker(smtp_sink)
    assert [(job.status, job.attempts) for job in jobs()] == [("todo", 1)]
    smtp_sink.refusals.clear()
    make_due()
    run_worker(smtp_sink)
    assert [job.status for job in jobs()] == ["succeeded"]
    assert smtp_sink.arrived[0].message["Message-ID"] == f"<{jobs()[0].args['message']}@127.0.0.1>"


def test_refusal_for_good_is_a_dead_letter_at_once_and_stops_nobody_else(payment, smtp_sink, django_user_model):
    from tests.portal.payments.conftest import ask

    smtp_sink.refusals["joerg@example.org"] = "550 no such person"
    other = ask(django_user_model.objects.create_user("other@example.org"), payer_email="other@example.org")
    type(other).objects.filter(pk=other.pk).update(state="paid")
    post(payment)
    post(other)
    run_worker(smtp_sink)
    assert [job.status for job in jobs()] == ["failed", "succeeded"]
    assert [(dead.to, dead.subject) for dead in failed.letters()] == [
        ("joerg@example.org", "Zahlung eingegangen: Bioprozesstag")
    ]


def test_letter_of_a_killed_worker_is_sent_by_the_next_one(payment, smtp_sink):
    smtp_sink.stall = 30
    post(payment)
    worker = start_worker(smtp_sink)
    smtp_sink.wait_until(lambda: smtp_sink.asked)
    worker.kill()
    worker.communicate()
    assert [job.status for job in jobs()] == ["doing"]
    smtp_sink.stall = 0
    with connection.cursor() as cursor:
        cursor.execute("update procrastinate_workers set last_heartbeat = now() - interval '2 minutes'")
    with suppress(AlreadyEnqueued):  # the schedule may have been quicker
        app.configure_task("letters.rescue_stalled").defer(timestamp=0)
    run_worker(smtp_sink)
    run_worker(smtp_sink)
    assert [job.status for job in jobs()] == ["succeeded"]
    assert smtp_sink.arrived[-1].message["Message-ID"] == f"<{jobs()[0].args['message']}@127.0.0.1>"


def test_two_workers_deliver_each_letter_once(payment, smtp_sink):
    for _ in range(40):
        post(payment)
    workers = [start_worker(smtp_sink) for _ in range(2)]
    for worker in workers:
        worker.communicate(timeout=60)
    sent = [arrived.message["Message-ID"] for arrived in smtp_sink.arrived]
    assert len(sent) == len(set(sent)) == 40


# ---- patience -----------------------------------------------------------------------------------------------------


def decide(error: Exception, attempts: int = 0):
    job = procrastinate_jobs.Job(
        id=1, queue="letters", lock=None, queueing_lock=None, task_name="letters.deliver", attempts=attempts
    )
    return tasks.PatientRetry().get_retry_decision(exception=error, job=job)


def refused(code: int) -> SMTPRecipientsRefused:
    return SMTPRecipientsRefused({"a@b.de": (code, b"no")})


@pytest.mark.parametrize("error", [refused(550), SMTPDataError(554, b"spam")])
def test_what_is_refused_for_good_is_not_tried_again(error):
    assert decide(error) is None


@pytest.mark.parametrize(
    "error", [refused(451), SMTPDataError(421, b"busy"), SMTPAuthenticationError(535, b"no"), ConnectionRefusedError()]
)
def test_what_may_pass_is_tried_again(error):
    assert decide(error) is not None


def test_waits_grow_from_a_minute_to_six_hours_and_end_after_ten_attempts():
    from datetime import UTC, datetime

    now = datetime.now(UTC)
    waits = [round((decide(OSError(), n).retry_at - now).total_seconds()) for n in range(9)]
    assert waits[:3] == [60, 120, 240]
    assert max(waits) <= 6 * 3600
    assert decide(OSError(), 9) is None
