"""What operators use is tried: units are valid, killed processes come back, the health check tells the truth."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import psycopg
import pytest

from deploy import healthy
from tests.journeys.built_demo import free_port
from tests.lasting import lasting

ROOT = Path(__file__).resolve().parent.parent
UNITS = ROOT / "deploy" / "systemd"
PLACE = "/srv/portal"


def command(unit: str) -> list[str]:
    """What the unit starts, here."""
    line = re.search(r"^ExecStart=(.*)$", (UNITS / unit).read_text(), re.M)[1]
    return line.replace(PLACE, str(ROOT)).split()


@pytest.fixture
def portal_database(monkeypatch):
    """A migrated database that nothing else uses."""
    url = lasting("deployed")
    monkeypatch.setenv("DATABASE_URL", url)
    return url


@pytest.fixture
def start(portal_database):
    """Starts what a unit starts; all of it ends with the test."""
    started = []

    def start(*command: str) -> subprocess.Popen:
        environment = os.environ | {"DJANGO_SETTINGS_MODULE": "portal.settings.dev", "DATABASE_URL": portal_database}
        started.append(subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True))
        return started[-1]

    yield start
    for process in started:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def wait_until(question, seconds: float = 90) -> None:
    end = time.monotonic() + seconds
    while not question():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.3)


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd on this machine")
def test_systemd_finds_no_fault_with_the_units(tmp_path):
    for unit in UNITS.iterdir():
        (tmp_path / unit.name).write_text(unit.read_text().replace(PLACE, str(ROOT)))
    said = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *sorted(map(str, tmp_path.iterdir()))], capture_output=True, text=True
    )
    assert [line for line in said.stderr.splitlines() if "portal" in line] == []
    assert said.returncode == 0


def test_a_killed_web_worker_comes_back(start):
    port = free_port()
    web = start(*command("portal-web.service")[:-1], "portal.wsgi:application", "--port", str(port))
    address = f"http://127.0.0.1:{port}/healthz"
    wait_until(lambda: healthy.web(address))
    workers = psutil.Process(web.pid).children()
    for worker in workers:
        worker.kill()
    wait_until(lambda: not any(worker.is_running() for worker in workers))
    wait_until(lambda: healthy.web(address))
    assert web.poll() is None


def test_the_health_check_of_the_worker_tells_the_truth(start, portal_database):
    with psycopg.connect(portal_database) as connection:
        connection.execute("delete from procrastinate_workers")
    assert healthy.database()
    assert not healthy.worker()
    worker = start(*command("portal-worker.service"))
    wait_until(healthy.worker)
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(30) == 0
    assert not healthy.worker()


@pytest.mark.parametrize("part", ["web", "worker", "database"])
def test_the_health_check_fails_where_nobody_answers(part, tmp_path):
    nowhere = {"DATABASE_URL": f"postgresql:///portal?host={tmp_path}", "PORTAL_BASE_URL": "http://portal.example"}
    asked = subprocess.run([sys.executable, "deploy/healthy.py", part], cwd=ROOT, env=os.environ | nowhere)
    # Where a demo runs on the usual port, it answers.
    assert asked.returncode == 1 or (part == "web" and healthy.web())


def test_every_way_to_serve_starts_dead_workers_again():
    places = [*UNITS.iterdir(), ROOT / "deploy" / "Containerfile", ROOT / "docs" / "operate.md", ROOT / "README.md"]
    places += [ROOT / "portal" / "management" / "commands" / "demo.py"]
    serving = {place.name: place.read_text() for place in places if "--blocking-threads" in place.read_text()}
    assert set(serving) >= {"portal-web.service", "Containerfile", "operate.md", "demo.py"}
    assert [name for name, text in serving.items() if "--respawn-failed-workers" not in text] == []
