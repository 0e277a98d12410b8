"""`make bench-pages`: the demo's pages beside a bare view and a trivial page of Wagtail: kept whole, as everybody gets
them; made anew from parts that are kept, as who is logged in gets them; and after a change, when all is drawn.

Four servers on the same database take turns. What is compared is the processor time of server and database for one
answer: it leaves the client's share out, which would flatter the quick ones. Absolute figures move two to three times
between machines and runs; the ratios hold, and only they have bars. Exits with 1 where one is missed.
"""

import http.client
import os
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from rich.console import Console
from rich.progress import track
from rich.table import Table

from portal.database import embedded
from tests.journeys import built_demo
from tests.speed import bars

ROUNDS, CLOCK = 5, os.sysconf("SC_CLK_TCK")
KEPT_BAR, PAGE_BAR, HOME_BAR = 0.5, 0.4, 0.25
NAME = "bench_pages"
PAGES = {
    "home": "/de/",
    "events": "/de/veranstaltungen/",
    "event": "",
    "market": "/de/marktplatz/",
    "listing": "",
    "directory": "/de/einrichtungen/",
    "news": "/de/aktuelles/",
}
CONSOLE = Console(highlight=False)


@dataclass
class Server:
    """`head`: the process whose children answer."""

    base_url: str
    head: int

    def get(self, path: str, times: int) -> float:
        """Seconds of processor time, of this server and the database, for one answer; the median is the caller's."""
        address = urlsplit(self.base_url)
        connection = http.client.HTTPConnection(address.hostname, address.port)
        before = self._spent()
        for _time in range(times):
            connection.request("GET", path)
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                raise AssertionError(f"{path}: {answer.status}")
        connection.close()
        return (self._spent() - before) / times

    def _spent(self) -> float:
        return sum(_ticks(pid) for pid in (*_family(self.head), *_backends())) / CLOCK


def _family(head: int) -> list[int]:
    own = {head}
    for _generation in range(3):
        own |= {pid for pid, parent in _parents().items() if parent in own}
    return sorted(own)


def _parents() -> dict[int, int]:
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            found[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
    return found


def _backends() -> list[int]:
    """Those that serve the database of this benchmark."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if NAME.encode() in (folder / "cmdline").read_bytes():
                found.append(int(folder.name))
        except OSError:
            continue
    return found


def _ticks(pid: int) -> int:
    try:
        spent = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return int(spent[11]) + int(spent[12])


def main() -> int:
    server = embedded.provide_database()
    with CONSOLE.status("the demo"):
        seeded, media = built_demo.seeded(server, os.environ["TEST_TEMPLATE"])
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"drop database if exists {NAME} with (force)")
        connection.execute(f"create database {NAME} template {seeded}")
    environment = {
        "DATABASE_URL": built_demo.database(server, NAME),
        **built_demo.roots(media),
        "CACHE_URL": f"filecache://{media / 'cache'}?max_entries=5000",
        "LOG_LEVEL": "ERROR",
    }
    processes = built_demo.Processes()
    try:
        trivial = _trivial(environment)
        kept = _serve(processes, environment)
        anew = _serve(processes, environment | {"PAGE_CACHE_MB": "0"})
        changed = _serve(processes, environment | {"PAGE_CACHE_MB": "0", "PART_CACHE_MB": "0"})
        yardstick = _serve(
            processes,
            environment | {"DJANGO_SETTINGS_MODULE": "tests.yardsticks.settings"},
            ready="/bare/",
        )
        return _compare(kept, anew, changed, yardstick, trivial, _pages(media, kept.base_url))
    finally:
        processes.end()
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"drop database if exists {NAME} with (force)")


def _serve(processes, environment, *, ready="/healthz") -> Server:
    port = built_demo.free_port()
    granian = str(Path(sys.executable).parent / "granian")
    options = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--blocking-threads", "4", "--no-ws"]
    child = processes.start(
        granian, *options, "--log-level", "warning", "portal.wsgi:application", environment=environment
    )
    base_url = f"http://127.0.0.1:{port}"
    built_demo.wait_until_up(base_url + ready)
    return Server(base_url, child.pid)


def _trivial(environment: dict) -> str:
    """A page of Wagtail's own type below the German home page; gives its address in a project without languages."""
    making = (
        "from home.pages import HomePage; from wagtail.models import Page;"
        "home = HomePage.objects.get(locale__language_code='de');"
        "home.add_child(instance=Page(title='Nur ein Titel', slug='nur-ein-titel', locale=home.locale))"
    )
    built_demo.run("shell", "-v0", "-c", making, environment=environment)
    return "/nur-ein-titel/"


def _pages(media: Path, base_url: str) -> dict[str, str]:
    """With the addresses of an event and of a listing, as the lists name them."""
    found = dict(PAGES)
    for name, shelf in (("event", "events"), ("listing", "market")):
        address = urlsplit(base_url)
        connection = http.client.HTTPConnection(address.hostname, address.port)
        connection.request("GET", PAGES[shelf])
        text = connection.getresponse().read().decode()
        begin = PAGES[shelf] if name == "event" else "/de/angebot/"
        links = [part.partition('"')[0] for part in text.split('<a href="')[1:]]
        found[name] = next(link for link in links if link.startswith(begin) and link != begin and "?" not in link)
    return found


def _compare(kept: Server, anew: Server, changed: Server, yardstick: Server, trivial: str, pages: dict) -> int:
    spent: dict[tuple[str, str], list[float]] = {}
    for _round in track(range(ROUNDS + 1), "pages", console=CONSOLE, transient=True):
        asked = [(("yardstick", "bare"), yardstick, "/bare/", 1500), (("yardstick", "trivial"), yardstick, trivial, 60)]
        asked += [(("kept", name), kept, path, 1500) for name, path in pages.items()]
        asked += [(("anew", name), anew, path, 40) for name, path in pages.items()]
        asked += [(("changed", name), changed, path, 12) for name, path in pages.items()]
        for key, server, path, times in asked:
            spent.setdefault(key, []).append(server.get(path, times))
    # The first round warms.
    middle = {key: statistics.median(figures[1:]) for key, figures in spent.items()}
    return _show(middle, pages)


def _show(middle: dict[tuple[str, str], float], pages: dict[str, str]) -> int:
    bare, trivial = middle["yardstick", "bare"], middle["yardstick", "trivial"]
    table = Table("ms of processor time", "kept", "x bare", "anew", "x trivial", "bar", "after a change", "x trivial")
    table.add_row("bare view", f"{1000 * bare:.2f}")
    table.add_row("trivial page of Wagtail", "", "", f"{1000 * trivial:.1f}")
    missed = []
    for name in pages:
        of_bare, of_trivial = bare / middle["kept", name], trivial / middle["anew", name]
        bar = HOME_BAR if name == "home" else PAGE_BAR
        figures = (f"{1000 * middle['kept', name]:.2f}", f"{of_bare:.2f}", f"{1000 * middle['anew', name]:.1f}")
        drawn = middle["changed", name]
        table.add_row(
            name,
            *figures,
            f"{of_trivial:.2f}",
            f"{KEPT_BAR} / {bar}",
            f"{1000 * drawn:.1f}",
            f"{trivial / drawn:.2f}",
        )
        missed += bars.hold(f"{name} kept, beside a bare view", of_bare, least=KEPT_BAR, unit=" x")
        missed += bars.hold(f"{name} anew, beside a trivial page", of_trivial, least=bar, unit=" x")
    CONSOLE.print(table)
    for line in missed:
        CONSOLE.print(f"[red]✗[/red] {line}")
    return 1 if missed else 0


if __name__ == "__main__":
    started = time.monotonic()
    code = main()
    CONSOLE.print(f"{time.monotonic() - started:.0f} s")
    sys.exit(code)
