"""`make bench-events`: registrations and the calendar feed beside their yardsticks, in turn, in one run.

Absolute figures move two to three times between machines and runs; the ratios hold, and only they have bars:
the verb at least 0.1 times the bare SQL for the same contest, the feed at least 100 times as fast as rendering it
with icalendar at each request. Exits with 1 where a bar is missed or a seat is sold twice.
"""

import statistics
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta

from django.db import connection
from django.test import Client
from django.test.utils import setup_test_environment, teardown_test_environment
from django.utils import timezone, translation
from rich.console import Console
from rich.progress import track
from rich.table import Table

from events import ical, samples
from events.calendar import entries
from events.models import Event
from events.pages import EventIndexPage, EventPage
from events.registration import verbs as registration
from events.registration.signup import Signup
from home.desk.site_tree import lay_foundation
from portal.refusals import Refusal
from tests.speed import bars

CLIENTS, ATTEMPTS, SEATS = 16, 500, 100
EVENTS, ROUNDS, FETCHES = 1000, 3, 20
REGISTRATION_BAR, FEED_BAR = 0.1, 100
CONSOLE = Console(highlight=False)

# The contest of the yardstick: lock the row, count, insert, as little as a database can do.
BARE = """
    create table bench_seat (id bigserial primary key, event_id bigint not null, email text not null);
    create index on bench_seat (event_id)
"""


def main() -> int:
    setup_test_environment()
    old_name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        with connection.cursor() as cursor:
            cursor.execute(BARE)
        missed = [*_registrations(), *_feed()]
    finally:
        connection.creation.destroy_test_db(old_name, verbosity=0)
        teardown_test_environment()
    for line in missed:
        CONSOLE.print(f"[red]✗[/red] {line}")
    return 1 if missed else 0


def _registrations() -> list[str]:
    ours, bare, missed = [], [], []
    for _round in track(range(ROUNDS), "registrations", console=CONSOLE, transient=True):
        event = _event(capacity=SEATS)
        ours.append(_contest(lambda n, event=event: _register(event, n)))
        event.refresh_from_db()
        confirmed = event.registrations.filter(state="confirmed").count()
        if (event.seats_taken, confirmed) != (SEATS, SEATS):
            missed.append(f"{confirmed} of {SEATS} seats confirmed, the counter says {event.seats_taken}")
        bare.append(_contest(lambda n, event=event: _bare_register(event.pk, n)))
    ratio = statistics.median(ours) / statistics.median(bare)
    _show(
        f"{ATTEMPTS} attempts on {SEATS} seats, {CLIENTS} clients (per second)",
        ("register()", ours, ".0f"),
        ("bare SQL: lock, count, insert", bare, ".0f"),
        ratio,
        REGISTRATION_BAR,
    )
    return missed + bars.hold("register() beside the bare statements", ratio, least=REGISTRATION_BAR, unit=" x")


def _contest(attempt: Callable[[int], None]) -> float:
    """Attempts per second of all clients together."""

    def client(first: int) -> None:
        try:
            for number in range(first, ATTEMPTS, CLIENTS):
                attempt(number)
        finally:
            connection.close()

    start = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as pool:
        list(pool.map(client, range(CLIENTS)))
    return ATTEMPTS / (time.perf_counter() - start)


def _register(event: Event, number: int) -> None:
    signup = Signup(
        name=f"Guest {number}",
        email=f"guest{number}@example.org",
        target_group="sme",
        language="de",
        consent_version="1",
    )
    with suppress(Refusal):
        registration.register(event, signup)


def _bare_register(event: int, number: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("begin")
        cursor.execute("select capacity from events_event where id = %s for update", [event])
        cursor.execute("select count(*) from bench_seat where event_id = %s", [event])
        if cursor.fetchone()[0] < SEATS:
            cursor.execute(
                "insert into bench_seat (event_id, email) values (%s, %s)", [event, f"guest{number}@example.org"]
            )
        cursor.execute("commit")


def _feed() -> list[str]:
    _publish_many()
    client, address = Client(), "/de/kalender.ics"
    with translation.override("de"):
        first = client.get(address)
        events = Event.objects.public().order_by("starts_at", "pk")
        rendered, fetched, unchanged, joined = [], [], [], []
        for _round in track(range(ROUNDS), "calendar feed", console=CONSOLE, transient=True):
            rendered.append(_seconds(lambda: [ical.entry(event) for event in events.all().for_rows()]))
            fetched += [_seconds(lambda: client.get(address)) for _ in range(FETCHES)]
            tag = first["ETag"]
            unchanged += [_seconds(lambda tag=tag: _not_modified(client, address, tag)) for _ in range(FETCHES)]
            # Something has changed: the stored entries are joined once more.
            entries.render([events[0].pk])
            joined.append(_seconds(lambda: client.get(address)))
            first = client.get(address)
    ratio = statistics.median(rendered) / statistics.median(fetched)
    _show(
        f"feed of {EVENTS} events (ms)",
        ("answered over HTTP", [1000 * s for s in fetched], ".2f"),
        ("rendered with icalendar", [1000 * s for s in rendered], ".1f"),
        ratio,
        FEED_BAR,
        ("answered after a change", [1000 * s for s in joined], ".1f"),
        ("304, nothing changed", [1000 * s for s in unchanged], ".2f"),
    )
    return bars.hold("calendar feed beside rendering it", ratio, least=FEED_BAR, unit=" x")


def _not_modified(client: Client, address: str, etag: str) -> None:
    assert client.get(address, headers={"if-none-match": etag}).status_code == 304


def _publish_many() -> None:
    tree = lay_foundation()
    calendar = EventIndexPage(title="Veranstaltungen", slug="veranstaltungen", locale=tree.de.locale)
    tree.de.add_child(instance=calendar)
    for number in track(range(EVENTS), "publishing events", console=CONSOLE, transient=True):
        event = _event(days=number % 360)
        page = EventPage(title=f"Abend {number}", slug=f"e-{number}", teaser="Worum es geht.", event=event)
        page.locale = calendar.locale
        calendar.add_child(instance=page)


def _event(*, days: int = 30, **facts) -> Event:
    return samples.event(starts_at=timezone.now() + timedelta(days=days, hours=1), **facts)


def _seconds(deed: Callable[[], object]) -> float:
    start = time.perf_counter()
    deed()
    return time.perf_counter() - start


def _show(title: str, ours: tuple, yardstick: tuple, ratio: float, bar: float, *more: tuple) -> None:
    table = Table(title=title, title_justify="left", box=None)
    for column, where in (("", "left"), ("median", "right"), ("lowest", "right"), ("highest", "right")):
        table.add_column(column, justify=where)
    for name, values, form in (ours, yardstick, *more):
        told = (statistics.median(values), min(values), max(values))
        table.add_row(name, *(format(value, form) for value in told))
    CONSOLE.print(table, f"ratio {ratio:.2f} (bar {bar})", "")


if __name__ == "__main__":
    sys.exit(main())
