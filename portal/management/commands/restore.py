import os
import subprocess
import tarfile
import tempfile
from pathlib import Path

from django.core.management.base import BaseCommand
from django.db import connection

from .backup import file_roots, postgres_tool


class Command(BaseCommand):
    help = "Put back what `backup` wrote. Overwrites the database and the uploaded files."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--yes", action="store_true", help="do not ask")

    def handle(self, *args, file, yes, **options):
        if not yes and input("This overwrites the portal's database and files. Type yes: ") != "yes":
            raise SystemExit(1)
        connection.close()
        with tempfile.TemporaryDirectory() as folder, tarfile.open(file) as archive:
            archive.extractall(folder, filter="data")
            command = [postgres_tool("pg_restore"), "--clean", "--if-exists", "--no-owner", "--single-transaction"]
            url = os.environ["DATABASE_URL"]
            subprocess.run([*command, f"--dbname={url}", f"{folder}/database.dump"], check=True)  # noqa: S603
            for name, root in file_roots().items():
                _put_back(Path(folder) / name, root)
        self.stdout.write(f"Restored from {file}.")


def _put_back(source: Path, root: Path) -> None:
    for path in source.rglob("*"):
        if path.is_file():
            target = root / path.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
