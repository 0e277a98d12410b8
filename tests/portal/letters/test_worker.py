"""The worker outlives a database that is away, says whether it lives, and ends when it is told to."""

import os
import signal
import subprocess
import sys
import time

import pytest
from django.db import connection, transaction

from deploy import healthy
from tests.portal.letters.conftest import ROOT, database_url, jobs, post
from tests.relay import Relay

pytestmark = pytest.mark.django_db(transaction=True)

# Longer than the worker waits for one answer, so that it has to begin anew.
AWAY = 12


@pytest.fixture
def relay():
    made = Relay(connection.settings_dict["HOST"] or connection.settings_dict["OPTIONS"]["host"])
    yield made
    made.close()


@pytest.fixture
def worker(relay, smtp_sink):
    """A real worker whose wire to the database is `relay`, ready for jobs."""
    place = connection.settings_dict
    environment = os.environ | {
        "DATABASE_URL": f"postgresql://{place['USER']}@127.0.0.1:{relay.port}/{place['NAME']}",
        "EMAIL_URL": f"smtp://127.0.0.1:{smtp_sink.port}",
        "DJANGO_SETTINGS_MODULE": "tests.settings",
    }
    process = subprocess.Popen(
        [sys.executable, "manage.py", "worker"], cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True
    )
    smtp_sink.wait_until(lives, 60)
    yield process
    process.kill()
    process.communicate()


def lives() -> bool:
    """As the worker's health check asks, without the relay."""
    return healthy.worker(database_url())


def forget_workers() -> None:
    with connection.cursor() as cursor:
        cursor.execute("delete from procrastinate_workers")


def test_the_worker_outlives_a_database_that_is_away(worker, relay, payment, smtp_sink):
    relay.cut()
    forget_workers()
    assert not lives()
    with transaction.atomic():
        post(payment)
    time.sleep(AWAY)
    assert worker.poll() is None
    assert smtp_sink.arrived == []
    relay.mend()
    smtp_sink.wait_until(lambda: [job.status for job in jobs()] == ["succeeded"], 30)
    assert len(smtp_sink.arrived) == 1
    assert lives()
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(20) == 0


def test_a_worker_that_waits_for_the_database_ends_when_it_is_told_to(worker, relay):
    relay.cut()
    time.sleep(2)
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(40) == 0
