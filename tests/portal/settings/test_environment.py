"""The environment: one example file that is complete, and a production profile without a warning."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

from portal.settings import base
from tests.journeys import built_demo

ROOT = Path(__file__).resolve().parent.parent.parent.parent
SECRETS = {
    "DJANGO_SETTINGS_MODULE": "portal.settings.production",
    "SECRET_KEY": "x1" + "k7Qz-m3Rt_9vBw" * 5,
    "ALLOWED_HOSTS": "portal.example.org",
    "PORTAL_BASE_URL": "https://portal.example.org",
    "EMAIL_URL": "smtp+tls://user:password@mail.example.org:587",
}


def read_by_settings() -> set[str]:
    """The first argument of every `env.<kind>("NAME", …)` in the settings."""
    names = set()
    for path in (ROOT / "portal" / "settings").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                owner = getattr(node.func.value, "id", "")
                if owner == "env" and node.args and isinstance(node.args[0], ast.Constant):
                    names.add(node.args[0].value)
    return names


def named_in_example() -> set[str]:
    return set(re.findall(r"^#? ?([A-Z][A-Z0-9_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))


def production(*command: str, **more: str) -> subprocess.CompletedProcess:
    """Beside a database without a portal: what somebody's own demo lacks is not asked here."""
    nowhere = built_demo.database(os.environ["DATABASE_URL"], "postgres")
    environment = {**os.environ, **SECRETS, "DATABASE_URL": nowhere, **more}
    del environment["DJANGO_ALLOW_ASYNC_UNSAFE"]  # for the browser tests; the check knows it
    return subprocess.run(
        [sys.executable, "manage.py", *command], cwd=ROOT, env=environment, capture_output=True, text=True
    )


def test_example_names_exactly_what_the_settings_read():
    assert read_by_settings()
    assert named_in_example() == read_by_settings()


def test_production_profile_passes_the_deployment_check():
    done = production("check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stderr


def test_production_refuses_to_start_without_its_secrets():
    for name in ("SECRET_KEY", "ALLOWED_HOSTS", "EMAIL_URL"):
        environment = {key: value for key, value in {**os.environ, **SECRETS}.items() if key != name}
        done = subprocess.run(
            [sys.executable, "manage.py", "check"], cwd=ROOT, env=environment, capture_output=True, text=True
        )
        assert done.returncode != 0, name
        assert name in done.stderr


def test_production_never_starts_a_database_of_its_own():
    environment = {key: value for key, value in {**os.environ, **SECRETS}.items() if key != "DATABASE_URL"}
    done = subprocess.run(
        [sys.executable, "manage.py", "check"], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert done.returncode != 0
    assert "DATABASE_URL" in done.stderr


def test_past_one_machine_by_settings_alone():
    """Each on its own and without it: one database, two folders."""
    asked = (
        "from django.core.files.storage import storages; from django.db import connections, router;"
        "from home.models import Office; from portal.database import replica\n"
        "with replica.asked(by_nobody=True):\n"
        "    print(router.db_for_read(Office), router.db_for_write(Office), *connections.settings,"
        "          *(type(storages[name]).__module__ for name in ('default', 'pictures')))"
    )
    said = {"REPLICA_URL": "postgresql://copy.example/portal", "MEDIA_S3_BUCKET": "portal", "MEDIA_S3_REGION": "eu"}
    many, one = (production("shell", "-v0", "-c", asked, **more) for more in (said, {}))
    assert many.stdout.split() == ["replica", "default", "default", "replica", *["portal.media.buckets"] * 2], many
    assert one.stdout.split() == ["default", "default", "default", *["portal.media.storages"] * 2], one


def test_the_cache_holds_more_than_one_marketplace():
    assert base.CACHES["default"]["OPTIONS"]["MAX_ENTRIES"] >= 5000
