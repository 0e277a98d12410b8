from pathlib import Path

from django.core.management.base import BaseCommand
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from portal.demo import outside, story

CHAPTERS = 5


class Command(BaseCommand):
    help = "Fill an empty portal with the demo's content; a portal that has content is left alone."

    def add_arguments(self, parser):
        parser.add_argument("--json", type=Path, help="write what was seeded (addresses, users, SQL) into this file")

    def handle(self, *args, json, **options):
        if story.is_told():
            self.stdout.write("The demo's content is already there.")
        else:
            self._tell()
        if json:
            json.parent.mkdir(parents=True, exist_ok=True)
            json.write_text(outside.as_json())

    def _tell(self) -> None:
        columns = [TextColumn("  {task.description}"), BarColumn(), TimeElapsedColumn()]
        with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
            bar = progress.add_task("", total=CHAPTERS)
            chapters = iter(range(CHAPTERS))
            story.tell(progress=lambda name: progress.update(bar, description=name, completed=next(chapters)))
