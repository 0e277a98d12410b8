"""The worker's part in a test: runs the waiting letter jobs inside the test's own transaction."""

from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob


def waiting() -> list[ProcrastinateJob]:
    return list(ProcrastinateJob.objects.filter(queue_name="letters", status="todo").order_by("pk"))


def deliver_waiting() -> int:
    """Run every waiting letter job once; returns how many there were."""
    jobs = waiting()
    for job in jobs:
        app.tasks[job.task_name].func(**job.args)
        with connection.cursor() as cursor:
            cursor.execute("delete from procrastinate_jobs where id = %s", [job.pk])
    return len(jobs)
