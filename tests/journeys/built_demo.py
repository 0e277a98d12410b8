"""The demo as visitors meet it: seeded database, web server, worker, mail server and test payment page, all real.

The seeded database is kept as a template under a name that changes with the source and the day (the demo has an event
of tomorrow), so a second run starts at once. Run as a module, this prepares it while other tests run.
"""

import hashlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCES = ("portal", "home", "events", "marketplace", "locale")


@dataclass
class BuiltDemo:
    base_url: str
    database_url: str
    story: dict
    mails: list = field(default_factory=list)
    # The address of the stand-in for Stripe.
    stripe: str = ""
    # Of its processes, for one more.
    environment: dict[str, str] = field(default_factory=dict)

    def wait_for_mail(self, to: str, subject: str = "", *, seconds: float = 30):
        """The newest mail to `to` whose subject contains `subject`."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for mail in reversed(self.mails):
                if to in mail["To"] and subject in str(mail["Subject"]):
                    return mail
            time.sleep(0.2)
        raise AssertionError(
            f"no mail to {to} with {subject!r}; there are {[(m['To'], m['Subject']) for m in self.mails]}"
        )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def source_hash() -> str:
    digest = hashlib.sha256(date.today().isoformat().encode())
    for path in (ROOT / "requirements.txt", Path(__file__)):
        digest.update(path.read_bytes())
    for top in SOURCES:
        for path in sorted((ROOT / top).rglob("*")):
            if path.suffix in {".py", ".po"} and path.is_file():
                digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def database(server_url: str, name: str) -> str:
    """`server_url` with another database's name."""
    before, _, after = server_url.partition("?")
    return before.rsplit("/", 1)[0] + "/" + name + (f"?{after}" if after else "")


def seeded(server_url: str, template: str) -> tuple[str, Path]:
    """Name of the seeded database and its media folder, built once for each state of the source.

    Several may ask at the same time: one builds, the others wait for it.
    """
    name = os.environ.get("SEEDED") or f"seeded_{source_hash()}"
    media = ROOT / "var" / name
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute("select pg_advisory_lock(hashtext('seeded'))")
        known = [row[0] for row in connection.execute("select datname from pg_database")]
        if name in known and (media / "story.json").exists():
            return name, media
        for old in known:
            if old.startswith("seeded_"):
                connection.execute(f"drop database if exists {old} with (force)")
        for old in (ROOT / "var").glob("seeded_*"):
            shutil.rmtree(old, ignore_errors=True)
        connection.execute(f"create database {name} template {template}")
        media.mkdir(parents=True)
        environment = {
            "DATABASE_URL": database(server_url, name),
            **roots(media),
            # A cache knows pages and pictures by their number: each database needs its own.
            "CACHE_URL": f"filecache://{media / 'cache'}?max_entries=5000",
        }
        run("seed_demo", "--json", str(media / "story.json"), environment=environment)
        # Making all cuts of all pictures takes two minutes; a page makes those that it shows.
        with psycopg.connect(environment["DATABASE_URL"]) as demo:
            demo.execute("delete from procrastinate_jobs where task_name = 'media.cut'")
    return name, media


def roots(media: Path) -> dict[str, str]:
    return {"PICTURES_ROOT": str(media / "pictures"), "DOCUMENTS_ROOT": str(media / "documents")}


def run(*command: str, environment: dict) -> None:
    subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=profile(environment), check=True)


def profile(environment: dict) -> dict:
    return os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"} | environment


class Processes:
    """Children that are ended together."""

    def __init__(self):
        self.children = []

    def start(self, *command: str, environment: dict, log=None) -> subprocess.Popen:
        """`log`: the open file that takes what it says; None: ours."""
        said = {"cwd": ROOT, "stdout": log, "stderr": log}
        child = subprocess.Popen(command, env=profile(environment), start_new_session=True, **said)
        self.children.append(child)
        return child

    def end(self) -> None:
        for child in reversed(self.children):
            # With what it started: each is the head of a group.
            if child.poll() is None:
                os.killpg(child.pid, signal.SIGTERM)
        for child in self.children:
            try:
                child.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(child.pid, signal.SIGKILL)
                child.wait()


def wait_until_up(url: str, seconds: float = 40) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(url, timeout=2)
            return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"{url} does not answer")


def read_story(path: Path, base_url: str) -> dict:
    """The seed's JSON, its addresses moved to this server."""
    text = path.read_text()
    seeded_at = json.loads(text)["base_url"]
    return json.loads(text.replace(seeded_at, base_url))


if __name__ == "__main__":
    seeded(os.environ["DATABASE_URL"], os.environ["TEST_TEMPLATE"])
