"""Loaded by pytest before Django's settings: starts the database and prepares the template of the test database."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import psycopg

from portal.database import embedded

ROOT = Path(__file__).resolve().parent.parent
# Migrations make classes of every table again and again: looking for garbage among them is a quarter of the time.
UNSWEPT = "import gc, manage; gc.disable(); manage.main()"
# The settings are enough for it; to start the whole house takes three seconds.
COMPILE = "from portal.language import catalogues; catalogues.compile_all()"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # playwright's loop runs in the tests' thread


def _template_name() -> str:
    """Changes with every migration and with the locked packages (which bring migrations too)."""
    digest = hashlib.sha256((ROOT / "requirements.txt").read_bytes())
    for path in sorted(ROOT.glob("*/migrations/*.py")) + sorted(ROOT.glob("portal/*/migrations/*.py")):
        digest.update(path.read_bytes())
    # A migration loads the vocabulary, in the forms in which words are compared.
    for path in (*sorted(ROOT.glob("portal/lexicon/*.py")), ROOT / "portal/language/folding.py"):
        digest.update(path.read_bytes())
    # And the triggers that note changes are put on the tables.
    digest.update((ROOT / "portal/caching/stamps.py").read_bytes())
    return f"template_{digest.hexdigest()[:12]}"


def _build_template(url: str, name: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        if connection.execute("select 1 from pg_database where datname = %s", [name]).fetchone():
            return
        connection.execute(f"drop database if exists {name}_half")
        # A copy of the house that only adds migrations goes on from where this one stands.
        connection.execute(f"create database {name}_half template {os.environ.get('TEST_BEGINS_WITH', 'template1')}")
    server, mark, options = url.partition("?")
    half = f"{server.rsplit('/', 1)[0]}/{name}_half{mark}{options}"
    subprocess.run(  # noqa: S603
        [sys.executable, "-c", UNSWEPT, "migrate", "--verbosity=0"],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": half},
        check=True,
    )
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"alter database {name}_half rename to {name}")


if "PYTEST_XDIST_WORKER" not in os.environ:
    os.environ["TEST_TEMPLATE"] = _template_name()
    _build_template(embedded.provide_database(), os.environ["TEST_TEMPLATE"])
    subprocess.run([sys.executable, "-c", COMPILE], cwd=ROOT, check=True)  # noqa: S603
else:
    embedded.provide_database()
