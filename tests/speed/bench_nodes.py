"""`make bench-nodes`: three web nodes behind a proxy, on one PostgreSQL with a standby, Redis and a bucket.

What is written on one node is read on another at once; races are run across all of them; one is killed under load. What
is promised has a bar, and its control shows that it could have been missed. Throughput has none: nodes, database, proxy
and clients share the cores of one machine. Exits with 1 where a bar is missed.
"""

import itertools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from threading import Lock
from urllib.parse import urlencode
from uuid import uuid4

import psycopg
from django.conf import settings
from django.db import connection
from django.test import Client
from django.utils import timezone
from rich.console import Console
from rich.table import Table

from events import samples
from events.pages import EventIndexPage, EventPage
from home.pages import NewsPage
from marketplace.invariants import check
from portal.accounts.models import User
from portal.database import embedded
from tests.journeys import built_demo
from tests.marketplace import making
from tests.speed import bars
from tests.speed.machines import Machines, wait_until
from tests.speed.visitors import BROKEN, Answer, Visitor, at_once, picture, register

NODES, WRITES, RELEASES, PICTURES = 3, 50, 10, 5
CROWD, SEATS, BOOKERS, RACES = 40, 10, 12, 5
MANY = 900
LOAD_SECONDS, KILLED_AFTER, CLIENTS = 9, 3, 8
CONSOLE = Console(highlight=False)


@dataclass
class World:
    """`crowded`: one event of few seats for each race; `slots`: begin and end of each contest for the device."""

    fresh: EventPage
    steady: EventPage
    crowded: list[EventPage]
    news: NewsPage
    device: int
    slots: list[tuple[str, str]]
    staff: str
    bookers: list[str]


@dataclass
class Finding:
    what: str
    found: str
    bar: str
    is_kept: bool


def main() -> int:
    server = embedded.provide_database()
    with CONSOLE.status("the demo"):
        seeded, media = built_demo.seeded(server, os.environ["TEST_TEMPLATE"])
    machines = Machines(settings.SECRET_KEY)
    try:
        with CONSOLE.status("PostgreSQL, its standby, Redis, bucket, nodes, proxy"):
            machines.begin(built_demo.database(server, seeded), media)
            connection.close()
            connection.settings_dict |= _place(machines)
            world = _world()
            nodes = [machines.node() for _node in range(NODES)]
            for node in nodes:
                built_demo.wait_until_up(f"http://{node}/healthz")
            proxy, alone = machines.proxy(nodes)
        findings = []
        for part in PARTS:
            with CONSOLE.status(part.__doc__):
                findings += part(machines, world, nodes, proxy, alone)
        return _show(findings)
    finally:
        connection.close()
        machines.end()


def _place(machines: Machines) -> dict:
    port = machines.cluster.ports["primary"]
    return {"HOST": "127.0.0.1", "PORT": port, "NAME": "portal", "USER": "postgres", "PASSWORD": "", "OPTIONS": {}}


def _world() -> World:
    now = timezone.now()
    calendar = EventIndexPage.objects.get(locale__language_code="de")
    editor = User.objects.get(email="admin@portal.example")
    bookers = [making.person(f"booker{number}@example.org") for number in range(BOOKERS)]
    device = making.released(owner=making.institution("bench"), approval="instant", now=now)
    tuesday = timezone.localdate() + timedelta(days=14 - timezone.localdate().weekday() + 1)
    days = [tuesday + timedelta(days=7 * week) for week in range(RACES)]
    return World(
        fresh=_evening(calendar, "Frisch", capacity=MANY),
        steady=_evening(calendar, "Stetig", capacity=MANY),
        crowded=[_evening(calendar, f"Eng {number}", capacity=SEATS) for number in range(RACES)],
        news=NewsPage.objects.filter(live=True, locale__language_code="de").first(),
        device=device.pk,
        slots=[(f"{day}T10:00", f"{day}T12:00") for day in days],
        staff=_session(editor),
        bookers=[_session(user) for user in bookers],
    )


def _evening(calendar: EventIndexPage, title: str, capacity: int) -> EventPage:
    event = samples.event(starts_at=timezone.now() + timedelta(days=40), capacity=capacity, offer_hours=0)
    page = EventPage(title=title, slug=title.lower().replace(" ", "-"), teaser="Worum es geht.", event=event)
    page.locale = calendar.locale
    return calendar.add_child(instance=page)


def _session(user: User) -> str:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client.cookies["sessionid"].value


def _pairs(nodes: list[str]) -> Iterable[tuple[str, str]]:
    """Who writes and who reads, in turn, never the same."""
    return itertools.cycle(itertools.permutations(nodes, 2))


# ---- what is written on one node is read on another ----------------------------------------------------------------


def _stale_seats(page: EventPage, pairs: Iterable[tuple[str, str]], times: int) -> int:
    taken, stale, lines = page.event.registrations.count(), 0, {}
    for number, (writer, reader) in enumerate(itertools.islice(pairs, times), 1):
        writing, reading = (lines.setdefault(node, Visitor(node)) for node in (writer, reader))
        before = reading.get(page.url)
        done = register(writing, page.event_id, f"{uuid4()}@example.org")
        after = reading.get(page.url)
        assert (before.status, done.is_done, after.status) == (200, True, 200), (before, done, after)
        stale += f">{taken + number} von {MANY} " not in after.text
    return stale


def _freshness(machines, world, nodes, *_) -> list[Finding]:
    """registered on one node, read at once on another"""
    stale = _stale_seats(world.fresh, _pairs(nodes), WRITES)
    read = machines.cluster.tell(
        "select count(*) from pg_stat_activity where usename = 'postgres' and query ilike '%%caching_change%%'",
        server="standby",
    )[0][0]
    asked = Finding("connections of the nodes to the standby", str(read), f">= {NODES}", read >= NODES)
    return [Finding(f"stale of {WRITES} pages after a registration elsewhere", str(stale), "0", not stale), asked]


def _releases(machines, world, nodes, *_) -> list[Finding]:
    """a page is taken down and published on one node, read at once on another"""
    stale, key, pairs = 0, world.news.pk, _pairs(nodes)
    ways = {404: f"/admin/pages/{key}/unpublish/", 200: f"/admin/bulk/wagtailcore/page/publish/?id={key}"}
    for _time, (status, way) in itertools.product(range(RELEASES), ways.items()):
        writer, reader = next(pairs)
        done = Visitor(writer, world.staff).post(way, {})
        assert done.is_done, (way, done)
        stale += Visitor(reader).get(world.news.url).status != status
    return [Finding(f"stale of {2 * RELEASES} answers after publishing elsewhere", str(stale), "0", not stale)]


def _pictures(machines, world, nodes, *_) -> list[Finding]:
    """an image is uploaded on one node, its cut shown by another"""
    lost, pairs = 0, _pairs(nodes)
    for number in range(PICTURES):
        writer, reader = next(pairs)
        title = f"Bild {number} {uuid4()}"
        done = Visitor(writer, world.staff).post("/admin/images/add/", *picture(title))
        assert done.is_done, done.text[:2000]
        listed = Visitor(writer, world.staff).get(f"/admin/images/?{urlencode({'q': title})}").text
        cut = "/media/images/" + listed.partition('src="/media/images/')[2].partition('"')[0]
        lost += Visitor(reader).get(cut).status != 200
    return [Finding(f"lost of {PICTURES} pictures uploaded elsewhere", str(lost), "0", not lost)]


def _under_way(machines, world, nodes, *_) -> list[Finding]:
    """a page is made from the standby while a change is under way, which a later one has overtaken"""
    event, visitors = world.fresh.event_id, [Visitor(node) for node in nodes]
    with psycopg.connect(machines.cluster.url("primary")) as slow:
        slow.execute("update events_event set venue = 'Unterwegs' where id = %s", [event])
        register(visitors[0], world.steady.event_id, f"{uuid4()}@example.org")
        for visitor in visitors * 2:
            visitor.get(world.fresh.url)
        slow.commit()
    old = sum("Unterwegs" not in visitor.get(world.fresh.url).text for visitor in visitors)
    return [Finding(f"old of {NODES} pages made while a change was under way", str(old), "0", not old)]


def _control(machines, world, nodes, *_) -> list[Finding]:
    """control: a node whose kept pages ask nobody"""
    deaf = machines.node("tests.yardsticks.unasked:application")
    built_demo.wait_until_up(f"http://{deaf}/healthz")
    # Warm, and in a memory of its own: what others put into Redis would be true.
    stale = _stale_seats(world.fresh, itertools.repeat((nodes[0], deaf)), 10)
    os.killpg(machines.nodes.pop(deaf).pid, signal.SIGKILL)
    return [Finding("control, without the question: stale of 10", str(stale), "> 5", stale > 5)]


def _lag(machines, world, nodes, *_) -> list[Finding]:
    """control: a standby that stands still"""
    event, visitors = world.fresh.event_id, [Visitor(node) for node in nodes]

    def shown(venue: str) -> int:
        return sum(venue in visitor.get(world.fresh.url).text for visitor in visitors)

    machines.cluster.tell("select pg_wal_replay_pause()", server="standby")
    # Else the commit would wait for it, as it does all the time here.
    machines.cluster.tell(
        f"set synchronous_commit = 'local'; update events_event set venue = 'Woanders' where id = {event}"
    )
    old = NODES - shown("Woanders")
    machines.cluster.tell("select pg_wal_replay_resume()", server="standby")
    caught_up = wait_until(lambda: shown("Woanders") == NODES)
    return [
        Finding(f"control, standby paused and not awaited: old of {NODES}", str(old), str(NODES), old == NODES),
        Finding("they are new once it goes on", str(caught_up), "True", caught_up),
    ]


# ---- races across nodes --------------------------------------------------------------------------------------------


def _seats(machines, world, nodes, proxy, *_) -> list[Finding]:
    """many register at once for few seats, through the proxy"""
    over, lost, acknowledged = 0, 0, 0
    for page in world.crowded:
        emails = [f"{uuid4()}@example.org" for _one in range(CROWD)]
        deeds = [lambda email=email, page=page: register(Visitor(proxy), page.event_id, email) for email in emails]
        told = {email for email, answer in zip(emails, at_once(deeds), strict=True) if answer and answer.is_done}
        rows = dict(page.event.registrations.values_list("email", "state"))
        confirmed = sum(state == "confirmed" for state in rows.values())
        page.event.refresh_from_db()
        over += confirmed != SEATS or page.event.seats_taken != SEATS
        lost += len(told - rows.keys())
        acknowledged += len(told)
    most = RACES * CROWD
    return [
        Finding(
            f"of {RACES} races of {CROWD} for {SEATS} seats: not exactly full",
            str(over),
            "0",
            not over,
        ),
        Finding(f"acknowledged of {most} and not in the database", f"{lost} of {acknowledged}", "0", not lost),
        Finding("acknowledged at all", str(acknowledged), f">= {most * 9 // 10}", acknowledged >= most * 9 // 10),
    ]


def _order(proxy: str, device: int, said: dict, booker: str) -> Answer:
    return Visitor(proxy, booker).post(f"/de/angebot/{device}/bestellen/", said)


def _device(machines, world, nodes, proxy, *_) -> list[Finding]:
    """many book one device at once, through the proxy"""
    doubled = 0
    for start, end in world.slots:
        said = {"start": start, "end": end, "target_group": "sme"}
        ordering = partial(_order, proxy, world.device, said)
        answers = at_once([partial(ordering, booker) for booker in world.bookers])
        doubled += sum(bool(answer) and answer.is_done for answer in answers) != 1
    held = machines.cluster.tell(
        "select count(*) from marketplace_hold h join marketplace_listing l using (resource_id) where l.id = %s",
        world.device,
    )[0][0]
    wrong = len(check())
    return [
        Finding(
            f"of {RACES} races of {BOOKERS} for one device: not exactly one winner", str(doubled), "0", not doubled
        ),
        Finding("holds of the device, contradictions", f"{held}, {wrong}", f"{RACES}, 0", (held, wrong) == (RACES, 0)),
    ]


# ---- load ----------------------------------------------------------------------------------------------------------


def _answers(address: str, path: str, seconds: float) -> float:
    """In a second, to all clients together."""
    script = Path(__file__).with_name("fetching.py")
    command = [sys.executable, str(script), address, path, str(seconds)]
    clients = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _client in range(CLIENTS)]
    return sum(int(client.communicate()[0]) for client in clients) / seconds


def _throughput(machines, world, nodes, proxy, alone) -> list[Finding]:
    """kept pages, from one node and from three"""
    rates = {}
    # The first round warms.
    for seconds in (0.5, 3):
        for address in (alone, proxy):
            rates[address] = _answers(address, world.steady.url, seconds)
    ratio = f"{rates[proxy] / rates[alone]:.2f} ({rates[alone]:.0f} and {rates[proxy]:.0f} a second)"
    return [Finding(f"three nodes to one, {os.cpu_count()} cores for all", ratio, "none", True)]


def _killed(machines, world, nodes, proxy, *_) -> list[Finding]:
    """one node is killed under load"""
    event, address = world.steady.event_id, world.steady.url
    lock, told, failed = Lock(), [], {"GET": [], "POST": []}
    begun = time.monotonic()

    def client(number: int) -> None:
        visitor = Visitor(proxy)
        while (at := time.monotonic() - begun) < LOAD_SECONDS:
            email, method = f"{uuid4()}@example.org", "POST" if number % 2 else "GET"
            answer = None
            with suppress(*BROKEN):
                answer = register(visitor, event, email) if number % 2 else visitor.get(address)
            with lock:
                if answer and (answer.is_done if number % 2 else answer.status == 200):
                    told.append((at, method, email))
                else:
                    failed[method].append(at)

    with ThreadPoolExecutor(CLIENTS) as pool:
        clients = [pool.submit(client, number) for number in range(CLIENTS)]
        time.sleep(KILLED_AFTER)
        victim = machines.nodes.pop(nodes[1])
        os.killpg(victim.pid, signal.SIGKILL)
        killed_at = time.monotonic() - begun
        for one in clients:
            one.result()
    rows = set(world.steady.event.registrations.values_list("email", flat=True))
    posted = {email for _at, method, email in told if method == "POST"}
    after = sum(at > killed_at + 1 for at, *_rest in told)
    late = sum(at > killed_at + 1 for ats in failed.values() for at in ats)
    lost, early = len(posted - rows), sum(at < killed_at - 1 for ats in failed.values() for at in ats)
    # What was under way, and what then went to a line that was open before.
    most = CLIENTS
    return [
        Finding("acknowledged by any node and not in the database", f"{lost} of {len(posted)}", "0", not lost),
        Finding("pages that failed when it died", str(len(failed["GET"])), "0", not failed["GET"]),
        Finding(
            "registrations unanswered when it died", str(len(failed["POST"])), f"<= {most}", len(failed["POST"]) <= most
        ),
        Finding("failed before, or a second later", f"{early + late} of {after}", "0", not early + late and after > 0),
    ]


PARTS = (
    *(_freshness, _under_way, _releases, _pictures, _control, _lag),
    *(_seats, _device, _throughput, _killed),
)


def _show(findings: list[Finding]) -> int:
    table = Table("what", "found", "bar", "")
    for one in findings:
        bars.note(one.what, one.found, one.bar, is_met=one.is_kept)
        table.add_row(one.what, one.found, one.bar, "[green]✓[/green]" if one.is_kept else "[red]✗[/red]")
    CONSOLE.print(table)
    return 0 if all(one.is_kept for one in findings) else 1


if __name__ == "__main__":
    started = time.monotonic()
    code = main()
    CONSOLE.print(f"{time.monotonic() - started:.0f} s")
    sys.exit(code)
