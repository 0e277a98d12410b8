"""`make demo`: database, migrations, catalogues, content, then web server, worker and the test payment page."""

import gc
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connections
from rich.console import Console
from rich.table import Table

from portal.database import embedded, schema
from portal.demo import story
from portal.demo.content.users import COACH, COLLEAGUES, USERS
from portal.demo.environment import address, asks_payment_page, environment
from portal.demo.keeping import Kept
from portal.payments.samples import ACCOUNT

CONSOLE = Console(highlight=False)
SEED = ["seed_demo", "--json", "var/demo.json"]


class Command(BaseCommand):
    help = "Run the portal with its demo content until Ctrl-C."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--fresh", action="store_true", help="throw away what is there and start over")

    def handle(self, *args, host, port, fresh, **options):
        _listen_for_the_end()
        _find_ports_free(host, port)
        told = environment(os.environ, host, port)
        try:
            new = self._build(told, fresh)
            self._run(told, host, port, new)
        except KeyboardInterrupt:
            CONSOLE.print("\nStopped.")

    def _run(self, told: dict[str, str], host: str, port: int, new: bool) -> None:
        children = [Kept(_web(host, port), told)]
        try:
            if not new:
                # While the web server starts: only its address may be another than last time.
                _in_new_process(told, *SEED)
            _wait_for(f"{address(host, port)}/healthz", children[0])
            # Only now: who waits for the portal goes first.
            children += [Kept(command, told) for command in [_worker(), *_payment_page(told, host, port)]]
            _welcome(told["PORTAL_BASE_URL"])
            _watch(children)
        finally:
            for child in children:
                child.end()

    def _build(self, told: dict[str, str], fresh: bool) -> bool:
        """Whether the story was told now."""
        # Else whitenoise complains in every process; the demo collects nothing.
        Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
        if fresh:
            _step("throwing away the old content", _empty_everything)
        _step("migrating the database", _migrate)
        _step("compiling the German catalogue", lambda: call_command("catalogues", compile_only=True, stdout=_Silent()))
        new = not story.is_told()
        if new:
            _step("telling the demo's story", lambda: _in_new_process(told, *SEED))
        for connection in connections.all():
            connection.close()
        return new


class _Silent:
    def write(self, *_):
        pass


def _step(what: str, do) -> None:
    start = time.monotonic()
    CONSOLE.print(f"  {what} …")
    do()
    CONSOLE.print(f"  [green]✓[/green] {what} ({time.monotonic() - start:.1f} s)")


def _migrate() -> None:
    _refuse(schema.foreign_step())
    # Migrations build thousands of short-lived model classes: collecting them costs a third of the time.
    gc.disable()
    call_command("migrate", verbosity=0)
    gc.enable()
    _refuse(schema.foreign_column())


def _refuse(foreign: str) -> None:
    if foreign:
        raise SystemExit(f"The database is of an earlier checkout ({foreign}); `make demo FRESH=1` makes a new one.")


def _in_new_process(told: dict[str, str], *command: str) -> None:
    # A new process: this one began before the catalogue was compiled and would speak English only.
    subprocess.run([sys.executable, "manage.py", *command], env=told, check=True)  # noqa: S603


def _empty_everything() -> None:
    with connections["default"].cursor() as cursor:
        cursor.execute("drop schema public cascade; create schema public")
    for folder in ("pictures", "documents", "mail", "cache"):
        shutil.rmtree(embedded.VAR / folder, ignore_errors=True)


def _web(host: str, port: int) -> list[str]:
    granian = os.path.join(os.path.dirname(sys.executable), "granian")
    options = ["--interface", "wsgi", "--host", host, "--port", str(port), "--workers", "2", "--blocking-threads", "4"]
    kept = ["--respawn-failed-workers", "--respawn-interval", "1"]
    return [granian, *options, *kept, "--log-level", "warning", "--no-ws", "portal.wsgi:application"]


def _worker() -> list[str]:
    # After the seeding it cuts pictures for a minute or two: whoever clicks goes first.
    return ["nice", "-n", "10", sys.executable, "manage.py", "worker", "--concurrency", "2"]


def _payment_page(told: dict[str, str], host: str, port: int) -> list[list[str]]:
    if not asks_payment_page(told, host, port):
        return []
    options = ["--host", host, "--port", str(port + 1000), "--address", told["STRIPE_API_BASE"]]
    bell = ["--webhook", f"{address(host, port)}/stripe/webhook/", "--secret", told["STRIPE_WEBHOOK_SECRET"]]
    return [[sys.executable, "-m", "tests.stripe_server", *options, *bell, "--link", ACCOUNT]]


def _wait_for(url: str, web: Kept) -> None:
    for _ in range(150):
        if web.is_dead:
            raise SystemExit("The web server did not start; see the lines above. Is the port taken? Try PORT=8001.")
        try:
            urllib.request.urlopen(url, timeout=2)  # noqa: S310
            return
        except OSError:
            time.sleep(0.2)
    raise SystemExit(f"{url} did not answer within 30 seconds.")


def _listen_for_the_end() -> None:
    # Set by hand: a shell script starts its background jobs with SIGINT ignored, and Python would leave it so.
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, signal.default_int_handler)


def _find_ports_free(host: str, port: int) -> None:
    for wanted in (port, port + 1000):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, wanted))
            except (OSError, OverflowError) as error:
                raise SystemExit(f"Port {wanted} cannot be used ({error}). Try: make demo PORT=8100") from error


def _watch(children: list[Kept]) -> None:
    while all(child.revive() for child in children):
        time.sleep(0.5)
    raise SystemExit("A part of the demo stops again and again; see the lines above.")


def _welcome(base_url: str) -> None:
    places = Table(title="The portal is running", title_justify="left", show_header=False, box=None, pad_edge=False)
    for what, path in {
        "German": "/de/",
        "English": "/en/",
        "Admin": "/admin/",
        "Style page": "/styleguide/",
        "Mails": "var/mail/",
        "Addresses as JSON": "var/demo.json",
    }.items():
        places.add_row(f"  {what}", base_url + path if path.startswith("/") else path)
    people = Table(title="Demo users", title_justify="left", box=None, pad_edge=False)
    for column in ("  role", "email", "password"):
        people.add_column(column)
    for user in [*USERS, *COLLEAGUES, COACH]:
        people.add_row(f"  {user['key']}", user["email"], user["password"])
    CONSOLE.print("", places, "", people, "", TO_TRY, soft_wrap=True)


TO_TRY = """Five things to try
  1. Register for an event on your phone (or a narrow window), then cancel with the link in var/mail/.
  2. Fill an event up and watch the waiting list move when somebody cancels.
  3. As institution_a put up a used device, release it as moderator, order it as institution_b.
  4. Pay the fee of an event on the test payment page (no money moves), or as institution_b the HPLC system: that
     goes to the seller's own account.
  5. As editor translate a news item into English, side by side.

Ctrl-C stops everything, the database included."""
