"""`make bench`: every benchmark in turn, then all their bars in one table. Exits with 1 where one is missed."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from tests.speed.bars import GATHERED

BENCHMARKS = ("events", "pages", "market", "many", "nodes")
CONSOLE = Console(highlight=False)


def main(chosen: list[str]) -> int:
    table, codes = Table("", "found", "bar", "", title="all bars", title_justify="left", box=None), []
    with TemporaryDirectory() as folder:
        for name in chosen:
            CONSOLE.rule(f"bench-{name}")
            began, gathered = time.monotonic(), Path(folder) / name
            environment = os.environ | {GATHERED: str(gathered)}
            command = [sys.executable, "-m", f"tests.speed.bench_{name}"]
            codes.append(subprocess.run(command, env=environment, check=False).returncode)  # noqa: S603
            table.add_section()
            table.add_row(f"[b]{name}[/b] ({time.monotonic() - began:.0f} s)")
            for line in gathered.read_text().splitlines() if gathered.exists() else ():
                what, found, bar, is_met = json.loads(line)
                table.add_row(f"  {what}", found, bar, "[green]✓[/green]" if is_met else "[red]✗[/red]")
    CONSOLE.print(table)
    return 1 if any(codes) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or list(BENCHMARKS)))
