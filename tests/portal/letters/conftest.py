import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from portal.letters import outbox
from portal.payments import letters
from portal.payments.models import Payment
from tests.portal.payments.conftest import ask

ROOT = Path(__file__).resolve().parent.parent.parent.parent


@pytest.fixture
def payment(db, django_user_model):
    """A paid payment of a person whose name holds a comma; its receipt is the letter that these tests send."""
    made = ask(django_user_model.objects.create_user("deed@example.org"), payer_name="Müller, Jörg")
    Payment.objects.filter(pk=made.pk).update(state="paid", paid_at=timezone.now(), paid_via="transfer")
    made.refresh_from_db()
    return made


def post(payment) -> None:
    outbox.post(letters.received, payment)


def jobs() -> list[ProcrastinateJob]:
    return list(ProcrastinateJob.objects.filter(task_name="letters.deliver").order_by("pk"))


def database_url() -> str:
    """The test database as another process finds it; the embedded server listens on a socket in a folder."""
    place = connection.settings_dict
    host = place["HOST"] or place["OPTIONS"].get("host", "")
    server = f"{place['USER']}:{place['PASSWORD']}@"
    if host.startswith("/"):
        return f"postgresql://{server}/{place['NAME']}?host={host}"
    return f"postgresql://{server}{host}:{place['PORT'] or 5432}/{place['NAME']}"


def start_worker(sink) -> subprocess.Popen:
    """A real worker on the test database; it stops when nothing is left to do."""
    environment = os.environ | {
        "DATABASE_URL": database_url(),
        "EMAIL_URL": f"smtp://127.0.0.1:{sink.port}",
        "DJANGO_SETTINGS_MODULE": "tests.settings",
    }
    command = [sys.executable, "manage.py", "procrastinate", "--skip-checks", "worker", "--one-shot"]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE)


def run_worker(sink) -> None:
    worker = start_worker(sink)
    _out, err = worker.communicate(timeout=60)
    assert worker.returncode == 0, err.decode()
