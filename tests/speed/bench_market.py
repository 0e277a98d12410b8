"""`make bench-market`: 100,000 resources with offers and holds; lists, searches, saving, and the booking verb.

Each list is asked for twice, once with nothing changed since the last time and once right after a change, beside one
statement over the same rows that a database would be asked by hand. What is measured is processor time, of Python and
of the database: whatever else runs on the machine leaves it alone. Bars: a page with total and counts 50 ms and twice
the bare statement, saving one offer 10 ms, the booking verb at least 0.1 times the bare insert by Django under the
exclusion constraint, for the same contest of 16 clients. Exits with 1 where one is missed or a piece is held twice.
`RESOURCES=1000` makes it small.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
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
from tests.speed import bars, bench_events
from tests.speed.bench_pages import CLOCK, _ticks

RESOURCES = int(os.environ.get("RESOURCES", "100000"))
ROUNDS, BAR = 20, 0.1
PAGE_BAR, RATIO_BAR, SAVING_BAR = 0.05, 2, 0.01
CONSOLE = Console(highlight=False)

# Copies of one resource, its offer, its words and a hold each: of 24 sorts, 300 houses, 60 towns, 40 sorts of hours.
MANY = """
    drop index shelved_words;
    insert into marketplace_category (slug, name_de, name_en, drawing)
        select 'c' || n, 'Gattung ' || n, 'Sort ' || n, 'general' from generate_series(1, 24) n;
    insert into accounts_institution (name, slug, kind, category, description_de, description_en, street, postal_code,
            city, district, website, email, phone, is_verified, is_visible)
        select 'Haus ' || n, 'h' || n, 'company', '', '', '', '', '', 'Stadt ' || n %% 60,
            (array['05911', '05913', '05113', '05915'])[1 + n %% 4], '', '', '', true, true
        from generate_series(1, 300) n;
    insert into marketplace_resource (thing, institution_id, name_de, name_en, description_de, description_en, quantity,
            visibility, place, light, light_note)
        select 'device', (select id from accounts_institution where slug = 'h' || 1 + n %% 300), 'G' || n, '', '', '',
            1, 'public', '', 'operational', ''
        from generate_series(1, %(number)s) n;
    insert into marketplace_listing ({columns}) select {values}
        from marketplace_listing l, marketplace_resource r join accounts_institution i on i.id = r.institution_id
        where l.id = %(listing)s and r.id <> l.resource_id;
    insert into marketplace_listingtext (listing_id, language, title, description)
        select id, 'de', 'Konfokalmikroskop ' || id, 'Vier Laser.' from marketplace_listing where id <> %(listing)s;
    insert into marketplace_hold (resource_id, piece, period, why, note)
        select id, 1, tstzrange(now() + (id %% 60) * interval '1 day', now() + (id %% 60 + 1) * interval '1 day'),
            'own_use', '' from marketplace_resource;
    create index shelved_words on marketplace_shelved using gin (words) with (fastupdate = off);
    vacuum analyze;
"""
# What differs from copy to copy; sixty words of five thousand stand in each text, one of twenty in each title.
OWN = {
    "resource_id": "r.id",
    "institution_id": "i.id",
    "city": "i.city",
    "district": "i.district",
    "kind": "case r.id %% 10 when 0 then 'space' when 1 then 'service' when 2 then 'loan' else 'device' end",
    "category_id": "(select id from marketplace_category where slug = 'c' || 1 + r.id * 7 %% 24)",
    "condition": "(array['', '', 'like_new', 'used'])[1 + r.id %% 4]",
    "released_at": "l.released_at - r.id * interval '1 minute'",
    "hourly": "10 + r.id %% 90",
    "lead_days": "r.id %% 5",
    "max_hours": "nullif(r.id %% 8, 0) * 4",
    "terms": "l.terms || format(' ''baureihe%%s'':1A ''selten%%s'':2D ', r.id %% 20, r.id %% 1200) || (select"
    " string_agg(distinct format('''wort%%s'':3D', (r.id * 31 + n * n * 7919) %% 5000), ' ')"
    " from generate_series(1, 60) n)",
}
# The list as one would ask for it by hand: total and five counts, and the first twelve.
BARE = """
    with found as (
        select l.id, l.kind, l.category_id, l.institution_id, l.city, l.condition, l.released_at
        from marketplace_listing l join marketplace_resource r on r.id = l.resource_id
            join marketplace_shelved s on s.listing_id = l.id
        where l.state = 'released' and (l.expires_on is null or l.expires_on >= current_date)
            and r.visibility = 'public' and {where}
            and not exists (select from marketplace_hold h where h.resource_id = r.id and h.for_good)
    ), counted as (
        select kind, category_id, institution_id, city, condition, count(*) from found
        group by grouping sets ((), (kind), (category_id), (institution_id), (city), (condition))
    )
    select (select count(*) from counted), array(select id from found order by released_at desc, id desc limit 12)
"""
FREE = """
    l.kind in ('device', 'space', 'loan') and (l.max_hours is null or l.max_hours >= 2) and not exists (
        select from marketplace_hold h where h.resource_id = l.resource_id and h.period && tstzrange('{0}', '{1}'))
"""


def main() -> int:
    setup_test_environment()
    old_name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        listing = _market()
        missed = [*_reading(listing), *_saving(listing), *_booking(listing)]
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
    values = {f.column: f"l.{f.column}" for f in Listing._meta.concrete_fields if f.column != "id"} | OWN
    statements = MANY.format(columns=", ".join(values), values=", ".join(values.values()))
    with CONSOLE.status(f"{RESOURCES} resources"), connection.cursor() as cursor:
        for statement in statements.strip().split(";\n"):
            cursor.execute(statement, {"number": RESOURCES, "listing": listing.pk})
    return listing


def _asked() -> dict[str, tuple[str, str]]:
    """By name: the query of the address, and the condition by hand."""
    day = timezone.localdate() + timedelta(days=30)
    free, then = f"free_from={day}T10:00&free_to={day}T12:00", FREE.format(f"{day} 10:00", f"{day} 12:00")
    word = "s.words @@ '{}'".format
    district = "l.district = '05911'"
    return {
        "first page": ("", "true"),
        "page 50": ("page=50", "true"),
        "page 3,000 (the last one is 50)": ("page=3000", "true"),
        "lowest price first": ("order=price", "true"),
        # Counted beside each other, these are told for all the others as well.
        "one sort, one town": ("category=c3&city=Stadt 20", "true"),
        "a district": ("district=05911", district),
        "a word in every title": ("q=Konfokalmikroskop", word("konfokalmikroskop")),
        "its page 50": ("q=Konfokalmikroskop&page=50", word("konfokalmikroskop")),
        "a word in every text": ("q=Laser", word("laser")),
        "a word in 5,000 titles": ("q=baureihe7", word("baureihe7")),
        "a word in 83 texts": ("q=selten7", word("selten7")),
        "free between": (free, then),
        "free, one kind, a district": (
            f"{free}&kind=device&district=05911",
            f"{then} and {district} and l.kind = 'device'",
        ),
        "free, a word in every text": (f"{free}&q=Laser", f"{then} and {word('laser')}"),
        "a word, a district, by price": (
            "q=Laser&district=05911&order=price",
            f"{word('laser')} and {district}",
        ),
    }


def _reading(listing: Listing) -> list[str]:
    table = _table("list with total and counts (ms)", "unchanged", "changed", "by hand", "x by hand")
    missed = []
    for name, (query, where) in track(_asked().items(), "lists", console=CONSOLE, transient=True):
        wish = found.Wish.read(QueryDict(query))
        list(found.look(wish).page)
        figures = [
            _spent(lambda wish=wish: list(found.look(wish).page)),
            _spent(lambda wish=wish: list(found.look(wish).page), before=lambda turn: _touch(listing, turn)),
            _spent(lambda where=where: _by_hand(where)),
        ]
        ratio = figures[1] / figures[2]
        table.add_row(name, *(f"{1000 * one:.1f}" for one in figures), f"{ratio:.2f}")
        missed += bars.hold(name, 1000 * figures[1], most=1000 * PAGE_BAR, unit=" ms")
        # What the database answers in a moment costs what Python makes of it, twelve rows as ever.
        if figures[1] > PAGE_BAR / 2:
            missed += bars.hold(f"{name}, beside the statement by hand", ratio, most=RATIO_BAR, unit=" x")
    client, address = Client(), listing.get_absolute_url()
    page = _spent(lambda: client.get(address), before=lambda turn: _touch(listing, turn))
    table.add_row("page of a listing", "", f"{1000 * page:.1f}", "", "")
    CONSOLE.print(table, f"bars: {1000 * PAGE_BAR:.0f} ms, {RATIO_BAR} x by hand", "")
    return missed


def _by_hand(where: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(BARE.format(where=where))
        cursor.fetchall()


def _touch(listing: Listing, number: int) -> None:
    Listing.objects.filter(pk=listing.pk).update(hourly=40 + number % 7)


def _saving(listing: Listing) -> list[str]:
    by, description = people.user("manager@example.org"), "Vier Laser, ein Tisch, ein Arbeitsplatz. " * 10
    words = dict.fromkeys(("de", "en"), ("Konfokalmikroskop", description))
    unseen = offering.draft(listing.institution, kind="device", texts=words, by=by, category=listing.category)

    shown = {"de": ("Konfokalmikroskop", "Vier Laser.")}

    def price(number: int) -> None:
        offering.change(listing, by=by, texts=shown, hourly=Decimal(50 + number % 9))

    def everything(number: int) -> None:
        texts = {"de": (f"Konfokalmikroskop {number}", description), "en": words["en"]}
        offering.change(unseen, by=by, texts=texts, hourly=Decimal(50 + number % 9))

    table, missed = _table("saving one offer, with all that finds it (ms)", ""), []
    for name, deed in {"the price of one that is shown": price, "words and price of a draft": everything}.items():
        numbers = iter(range(1000))
        deed(0)
        spent = _spent(lambda deed=deed, numbers=numbers: deed(next(numbers)), times=10 * ROUNDS)
        table.add_row(name, f"{1000 * spent:.1f}")
        missed += bars.hold(f"saving {name}", 1000 * spent, most=1000 * SAVING_BAR, unit=" ms")
    CONSOLE.print(table, f"bar: {1000 * SAVING_BAR:.0f} ms", "")
    return missed


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
    for turn in track(range(3), "booking", console=CONSOLE, transient=True):
        ours.append(bench_events._contest(lambda number, turn=turn: book(number, 100 * turn)))
        bare.append(bench_events._contest(lambda number, turn=turn: _bare(other, slot(number, 100 * turn))))
    ratio = statistics.median(ours) / statistics.median(bare)
    title = f"{bench_events.ATTEMPTS} attempts on 50 hours, {bench_events.CLIENTS} clients (per second)"
    table = _table(title, "median")
    table.add_row("place()", f"{statistics.median(ours):.0f}")
    table.add_row("bare insert by Django under the constraint", f"{statistics.median(bare):.0f}")
    table.add_row("ratio", f"{ratio:.2f} (bar {BAR})")
    CONSOLE.print(table)
    return bars.hold("booking beside a bare insert", ratio, least=BAR, unit=" x")


def _bare(resource: int, start) -> None:
    with suppress(IntegrityError):
        Hold.objects.create(resource_id=resource, piece=1, period=(start, start + timedelta(hours=1)), why="own_use")


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", box=None)
    for column in ("", *columns):
        table.add_column(column, justify="right" if column else "left")
    return table


def _spent(work: Callable[[], object], *, before: Callable[[int], None] | None = None, times: int = ROUNDS) -> float:
    """Seconds of processor time for once, the mean of several; what `before` does counts for nothing."""
    with connection.cursor() as cursor:
        # What works beside the backend would not be seen.
        cursor.execute("set max_parallel_workers_per_gather = 0; select pg_backend_pid()")
        cursor.nextset()
        backend = cursor.fetchone()[0]
    spent = 0.0
    for turn in range(times):
        if before:
            before(turn)
        start = time.process_time() + _ticks(backend) / CLOCK
        work()
        spent += time.process_time() + _ticks(backend) / CLOCK - start
    return spent / times


if __name__ == "__main__":
    sys.exit(main())
