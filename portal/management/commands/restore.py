import os
import subprocess
import tarfile
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

from django.core.files import File
from django.core.files.storage import Storage
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.utils import translation

from portal import persons
from portal.caching import stamps

from .backup import MOMENT, postgres_tool, shelves

# Between an erasure's line in the list and its commit the backup may have begun.
OVERLAP = timedelta(minutes=1)


class Command(BaseCommand):
    help = "Put back what `backup` wrote, without those erased since. Overwrites the database and the uploaded files."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--yes", action="store_true", help="do not ask")

    def handle(self, *args, file, yes, **options):
        if not yes and input("This overwrites the portal's database and files. Type yes: ") != "yes":
            raise SystemExit(1)
        connection.close()
        with tempfile.TemporaryDirectory() as folder, tarfile.open(file) as archive:
            archive.extractall(folder, filter="data")
            begun = datetime.fromisoformat((Path(folder) / MOMENT).read_text())
            command = [postgres_tool("pg_restore"), "--clean", "--if-exists", "--no-owner", "--single-transaction"]
            url = os.environ["DATABASE_URL"]
            subprocess.run([*command, f"--dbname={url}", f"{folder}/database.dump"], check=True)  # noqa: S603
            for name, storage in shelves().items():
                put_back(Path(folder) / name, storage)
        # No trigger has seen the rows come.
        stamps.begin_anew()
        # The archive may be of an earlier version: whoever was erased goes again before anything is served.
        call_command("migrate", verbosity=0)
        with translation.override("en"):
            lines = persons.erase_again(begun - OVERLAP)
        for line in lines:
            self.stdout.write(line)
        self.stdout.write(f"Restored from {file}.")


def put_back(source: Path, storage: Storage) -> None:
    """All files below `source` under their names, over what has them already."""
    for path in source.rglob("*"):
        if path.is_file():
            name = path.relative_to(source).as_posix()
            storage.delete(name)
            with path.open("rb") as file:
                storage.save(name, File(file))
