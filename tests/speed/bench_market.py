"""`make bench-market`: 100,000 resources with offers and holds; page, "free between" and the verb beside a bare insert.

Absolute figures move two to three times between machines and runs; the ratio holds, and only it has a bar: the booking
verb at least 0.1 times the bare insert by Django under the exclusion constraint, for the same contest of 16 clients.
Exits with 1 where it is missed or a piece is held twice. `RESOURCES=1000` makes it small.
"""

import os
import statistics
import sys
import time
from contextlib import suppress
from datetime import timedelta
from decimal import Decimal

from django.db import IntegrityError, connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import setup_test_environment, teardown_test_environment
from django.utils import timezone
from rich.console import Console
from rich.progress import track
from rich.table import Table

from home.desk.site_tree import lay_foundation
from marketplace import samples
from marketplace.invariants import check
from marketplace.models import Hold, Listing, Resource
from marketplace.offers import verbs as offering
from marketplace.orders import verbs as ordering
from marketplace.orders.request import OrderRequest
from marketplace.shelf import found
from portal.accounts import samples as people
from portal.accounts.models import Membership
from portal.refusals import Refusal
from tests.speed import bench_events

RESOURCES = int(os.environ.get("RESOURCES", "100000"))
ROUNDS, FETCHES, BAR = 3, 10, 0.1
CONSOLE = Console(highlight=False)

# Copies of one resource, its offer, its words and a hold each.
MANY = """
    insert into marketplace_resource (thing, institution_id, name_de, name_en, description_de, description_en, quantity,
            visibility, place, light, light_note)
        select 'device', %(institution)s, 'G' || n, '', '', '', 1, 'public', '', 'operational', ''
        from generate_series(1, %(number)s) n;
    insert into marketplace_listing ({columns}, resource_id) select {values}, r.id
        from marketplace_listing l, marketplace_resource r where l.id = %(listing)s and r.id <> l.resource_id;
    insert into marketplace_listingtext (listing_id, language, title, description)
        select id, 'de', 'Gerät ' || id, 'Misst.' from marketplace_listing where id <> %(listing)s;
    insert into marketplace_hold (resource_id, piece, period, why, note)
        select id, 1, tstzrange(now() + (id %% 60) * interval '1 day', now() + (id %% 60 + 1) * interval '1 day'),
            'own_use', '' from marketplace_resource;
    analyze;
"""


def main() -> int:
    setup_test_environment()
    old_name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        listing = _market()
        missed = [*_reading(listing), *_booking(listing)]
        missed += check()
    finally:
        connection.creation.destroy_test_db(old_name, verbosity=0)
        teardown_test_environment()
    for line in missed:
        CONSOLE.print(f"[red]✗[/red] {line}")
    return 1 if missed else 0


def _market() -> Listing:
    lay_foundation()
    house = people.institution()
    Membership.objects.create(user=people.user("manager@example.org"), institution=house)
    texts = {"de": ("Konfokalmikroskop", "Vier Laser.")}
    facts = {"category": samples.category(), "hourly": Decimal(40), "approval": "instant"}
    listing = offering.draft(house, kind="device", texts=texts, **facts)
    offering.submit(listing, by=None)
    listing = offering.release(listing, by=None)
    names = [f.column for f in Listing._meta.concrete_fields if f.column not in {"id", "resource_id", "vector"}]
    columns, values = ", ".join(names), ", ".join(f"l.{name}" for name in names)
    said = {"institution": house.pk, "number": RESOURCES, "listing": listing.pk}
    with CONSOLE.status(f"{RESOURCES} resources"), connection.cursor() as cursor:
        for statement in MANY.format(columns=columns, values=values).split(";\n"):
            cursor.execute(statement, said)
    return listing


def _reading(listing: Listing) -> list[str]:
    client, day = Client(), timezone.localdate() + timedelta(days=30)
    wish = found.Wish.read(QueryDict(f"free_from={day}T10:00&free_to={day}T12:00"))
    address = listing.get_absolute_url()
    page = [
        _seconds(lambda: client.get(address)) for _ in track(range(FETCHES), "page", console=CONSOLE, transient=True)
    ]
    free = [_seconds(lambda: list(found.look(wish).page)) for _ in range(ROUNDS)]
    shelf = [_seconds(lambda: list(found.look(found.Wish()).page)) for _ in range(ROUNDS)]
    table = Table("reading (ms)", "median")
    for name, figures in (("page of a listing", page), ("free between", free), ("the whole shelf", shelf)):
        table.add_row(name, f"{1000 * statistics.median(figures):.0f}")
    CONSOLE.print(table)
    return []


def _booking(listing: Listing) -> list[str]:
    person = people.user("booker@example.org")
    begin = (timezone.localtime() + timedelta(days=90)).replace(hour=8, minute=0, second=0, microsecond=0)

    def slot(number: int, first: int):
        return begin + timedelta(hours=first + number % 50)

    def book(number: int, first: int) -> None:
        start = slot(number, first)
        asked = OrderRequest(by=person, target_group="sme", language="de", start=start, end=start + timedelta(hours=1))
        with suppress(Refusal):
            ordering.place(listing, asked)

    other = Resource.objects.latest("pk").pk
    ours, bare = [], []
    for turn in track(range(ROUNDS), "booking", console=CONSOLE, transient=True):
        ours.append(bench_events._contest(lambda number, turn=turn: book(number, 100 * turn)))
        bare.append(bench_events._contest(lambda number, turn=turn: _bare(other, slot(number, 100 * turn))))
    ratio = statistics.median(ours) / statistics.median(bare)
    table = Table(
        f"{bench_events.ATTEMPTS} attempts on 50 hours, {bench_events.CLIENTS} clients (per second)", "median"
    )
    table.add_row("place()", f"{statistics.median(ours):.0f}")
    table.add_row("bare insert by Django under the constraint", f"{statistics.median(bare):.0f}")
    table.add_row("ratio", f"{ratio:.2f} (bar {BAR})")
    CONSOLE.print(table)
    return [f"booking: {ratio:.2f} < {BAR}"] if ratio < BAR else []


def _bare(resource: int, start) -> None:
    with suppress(IntegrityError):
        Hold.objects.create(resource_id=resource, piece=1, period=(start, start + timedelta(hours=1)), why="own_use")


def _seconds(work) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
