"""`make bench-many`: what pages cost beside 20,000 events of ten years, 100,000 registrations, 5,000 institutions and
10,000 articles, and what the same pages cost in a small house.

Both have the same months around today: a list of what comes shows as much here as there. Each page is made anew right
after something on it has changed. A bar holds for each: no page costs more than twice of what it costs in the small
house, and no query more. Exits with 1 where it is missed. `SHARE=10` makes a tenth of it.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import timedelta

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, setup_test_environment, teardown_test_environment
from django.urls import reverse
from django.utils import timezone
from rich.console import Console
from rich.progress import track
from rich.table import Table

from events import samples
from events.calendar import entries
from events.models import Event
from events.pages import EventIndexPage, EventPage
from events.registration import verbs as registration
from events.registration.signup import Signup
from home.desk.site_tree import lay_foundation
from home.pages import DirectoryPage, NewsIndexPage, NewsPage
from portal.accounts import samples as people
from portal.accounts.models import Institution, User
from tests.speed import bars

SHARE = int(os.environ.get("SHARE", "1"))
# Around today: those of a month back and half a year ahead, at 2,000 a year.
NEAR, AHEAD, HOURS = 1_150, 1_000, 4.38
SMALL = {"events": NEAR, "registrations": NEAR, "institutions": 50, "articles": 100}
LARGE = {
    "events": 20_000 // SHARE,
    "registrations": 100_000 // SHARE,
    "institutions": 5_000 // SHARE,
    "articles": 10_000 // SHARE,
}
ROUNDS, BAR = 5, 2
# What takes less grows by nothing that anybody notices: a clock is not that exact.
UNNOTICED = 0.025
FIRST = 1_000_000
CONSOLE = Console(highlight=False)

# Treebeard's steps: four signs of 36.
STEP = """(select string_agg(substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', 1 + (n / (36 ^ (3 - p))::int) % 36, 1), ''
    order by p) from generate_series(0, 3) p)"""


def main() -> int:
    setup_test_environment()
    old_name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        world = World()
        world.grow_to(SMALL)
        small = _measured(world)
        started = time.perf_counter()
        with CONSOLE.status("many"):
            world.grow_to(LARGE)
        CONSOLE.print(f"{time.perf_counter() - started:.0f} s to fill the house")
        missed = _compared(small, _measured(world))
    finally:
        connection.creation.destroy_test_db(old_name, verbosity=0)
        teardown_test_environment()
    for line in missed:
        CONSOLE.print(f"[red]✗[/red] {line}")
    return 1 if missed else 0


class World:
    """One of each, made as the house makes it, and copies of their rows."""

    def __init__(self):
        tree = lay_foundation()
        self.staff = User.objects.create_superuser("staff@example.org")
        self.institution = people.institution()
        tree.de.body = [
            ("events", {"heading": "", "number": 3, "more": {"text": "", "address": ""}}),
            ("news", {"heading": "", "number": 3, "more": {"text": "", "address": ""}}),
            ("region", {"heading": ""}),
        ]
        tree.de.save_revision().publish()
        places = {
            "calendar": EventIndexPage(title="Veranstaltungen", slug="veranstaltungen"),
            "news": NewsIndexPage(title="Aktuelles", slug="aktuelles"),
            "directory": DirectoryPage(title="Einrichtungen", slug="einrichtungen"),
        }
        for page in places.values():
            page.locale = tree.de.locale
            tree.de.add_child(instance=page)
        self.calendar, self.news = places["calendar"], places["news"]
        self.event = samples.event(starts_at=timezone.now() + timedelta(days=2), capacity=None)
        self.event_page = EventPage(title="Abend", slug="e-0", teaser="Worum es geht.", event=self.event)
        self.article = NewsPage(title="Neues", slug="n-0", teaser="Was es gibt.", date=timezone.localdate())
        for parent, page in ((self.calendar, self.event_page), (self.news, self.article)):
            page.locale = tree.de.locale
            parent.add_child(instance=page)
        entries.render([self.event.pk])
        said = Signup(name="Gast", email="gast@example.org", target_group="sme", language="de", consent_version="1")
        self.registration = registration.register(self.event, said)
        self._have = dict.fromkeys(SMALL, 0)

    def grow_to(self, wanted: dict[str, int]) -> None:
        for name, number in wanted.items():
            if number > self._have[name]:
                getattr(self, f"_more_{name}")(self._have[name] + 1, number)
                self._have[name] = number
        with connection.cursor() as cursor:
            cursor.execute("vacuum analyze")

    def _more_events(self, first: int, last: int) -> None:
        # The furthest first, so that those around today are there from the start.
        starts = f"now() + interval '{AHEAD * HOURS} hours' - n * interval '{HOURS} hours'"
        begins = {"starts_at": starts, "ends_at": f"{starts} + interval '3 hours'", "uid": "gen_random_uuid()"}
        of = {"id": f"{FIRST} + n", "name": "'Abend ' || n", "seats_taken": "1"}
        _copy("events_event", self.event.pk, first, last, of | begins)
        self._pages("events_eventpage", self.event_page, self.calendar, first, last, event_id=f"{FIRST} + n")
        for entry in self.event.entries.values_list("pk", flat=True):
            _copy("events_calendarentry", entry, first, last, {"id": None, "event_id": f"{FIRST} + n"})

    def _more_registrations(self, first: int, last: int) -> None:
        events = f"{FIRST} + 1 + n % {LARGE['events'] if last > NEAR else NEAR}"
        of = {"event_id": events, "email": "'gast' || n || '@example.org'", "submission": "gen_random_uuid()"}
        _copy("events_registration", self.registration.pk, first, last, {"id": None, "name": "'Gast ' || n"} | of)

    def _more_institutions(self, first: int, last: int) -> None:
        of = {"name": "'Haus ' || n", "slug": "'h' || n", "district": "(array['05911', '05913', '05113'])[1 + n % 3]"}
        kind = "(array['company', 'university', 'clinic'])[1 + n % 3]"
        said = {"description_de": "'Wir messen mit Laser und Mikroskop. ' || n", "kind": kind}
        _copy("accounts_institution", self.institution.pk, first, last, {"id": None} | of | said)

    def _more_articles(self, first: int, last: int) -> None:
        of = {"date": "current_date - (n / 3)::int", "kind": "(array['news', 'press'])[1 + n % 2]"}
        self._pages("home_newspage", self.article, self.news, first, last, base=2 * FIRST, **of)

    def _pages(self, table: str, page, parent, first: int, last: int, *, base: int = FIRST, **own: str) -> None:
        title, slug = f"'{page.title} ' || n", f"'{page.slug[0]}-' || n"
        of = {
            "id": f"{base} + n",
            "path": f"'{parent.path}' || {STEP}",
            "title": title,
            "draft_title": title,
            "slug": slug,
            "url_path": f"'{parent.url_path}' || {slug} || '/'",
            "translation_key": "gen_random_uuid()",
        }
        # The first step is that of the page that is copied.
        _copy("wagtailcore_page", page.pk, first, last, of | {"path": of["path"].replace("(n /", "((n + 1) /")})
        _copy(table, page.pk, first, last, {"page_ptr_id": f"{base} + n"} | own, key="page_ptr_id")
        with connection.cursor() as cursor:
            cursor.execute("update wagtailcore_page set numchild = %s where id = %s", [last + 1, parent.pk])
            cursor.execute(
                "select id from wagtailsearch_indexentry where object_id = %s and content_type_id = %s",
                [str(page.pk), page.content_type_id],
            )
            entry = cursor.fetchone()[0]
        own = {"id": None, "object_id": f"({base} + n)::text", "title_text": title}
        _copy("wagtailsearch_indexentry", entry, first, last, own)


def _copy(table: str, source: int, first: int, last: int, own: dict[str, str | None], *, key: str = "id") -> None:
    """Copies of one row, numbered n; `own` says in SQL what is another one in each, None: what the database gives."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select column_name from information_schema.columns"
            " where table_name = %s and is_generated = 'NEVER' and table_schema = 'public'",
            [table],
        )
        names = [name for (name,) in cursor.fetchall() if own.get(name, "") is not None]
        values = ", ".join(own.get(name, f"l.{name}") for name in names)
        cursor.execute(
            f"insert into {table} ({', '.join(names)}) select {values}"  # noqa: S608 names of our own
            f" from {table} l, generate_series({first}, {last}) n where l.{key} = {source}"
        )


def _measured(world: World) -> dict[str, tuple[float, int]]:
    """By name of the page: seconds, median of several, and queries."""
    visitor, staff = Client(), Client()
    staff.force_login(world.staff)
    month = f"{timezone.localdate():%Y-%m}"
    roster = world.event.pk
    pages = {
        "home": (visitor, "/de/"),
        "events": (visitor, "/de/veranstaltungen/"),
        "events, their archive": (visitor, "/de/veranstaltungen/?view=archive"),
        "events, a word in all of them": (visitor, "/de/veranstaltungen/?q=Abend"),
        "events, month": (visitor, f"/de/veranstaltungen/?view=month&month={month}"),
        "one event": (visitor, world.event_page.url),
        "directory": (visitor, "/de/einrichtungen/"),
        "directory, by name": (visitor, "/de/einrichtungen/?q=Haus+17"),
        "one institution": (visitor, world.institution.get_absolute_url()),
        "news": (visitor, "/de/aktuelles/"),
        "search, a word in all events": (visitor, "/de/suche/?q=Abend"),
        "search, a word in all institutions": (visitor, "/de/suche/?q=Mikroskop"),
        "search, nothing": (visitor, "/de/suche/?q=Gibtesnicht"),
        "sitemap": (visitor, "/sitemap.xml"),
        "sitemap, a part": (visitor, "/sitemap-pages.xml"),
        "calendar feed": (visitor, "/de/kalender.ics"),
        "feed of events": (visitor, "/de/kalender.atom"),
        "feed of news": (visitor, "/de/news.atom"),
        "staff: overview": (staff, "/admin/"),
        "staff: events": (staff, "/admin/snippets/events/event/"),
        "staff: registrations": (staff, "/admin/snippets/events/registration/"),
        "staff: one roster": (staff, reverse("events_roster", args=[roster])),
        "staff: institutions": (staff, "/admin/snippets/accounts/institution/"),
        "staff: pages of events": (staff, f"/admin/pages/{world.calendar.pk}/"),
        "staff: search": (staff, "/admin/pages/search/?q=Abend"),
    }
    return {
        name: _cost(lambda client=client, address=address: _get(client, address), world)
        for name, (client, address) in track(pages.items(), "pages", console=CONSOLE, transient=True)
    }


def _get(client: Client, address: str) -> None:
    answer = client.get(address)
    if answer.status_code != 200:
        raise AssertionError(f"{address}: {answer.status_code}")
    b"".join(answer)


def _cost(page: Callable[[], None], world: World) -> tuple[float, int]:
    page()
    figures, queries = [], 0
    for _round in range(ROUNDS):
        _touch(world)
        start = time.perf_counter()
        page()
        figures.append(time.perf_counter() - start)
    _touch(world)
    with CaptureQueriesContext(connection) as captured:
        page()
        queries = len(captured)
    return statistics.median(figures), queries


def _touch(world: World) -> None:
    """What was remembered of any of them holds no longer."""
    Event.objects.filter(pk=world.event.pk).update(venue="Technologiezentrum")
    Institution.objects.filter(pk=world.institution.pk).update(street="Anderswo 1")
    NewsPage.objects.filter(pk=world.article.pk).update(teaser="Was es gibt.")


def _compared(small: dict, large: dict) -> list[str]:
    table, missed = Table(title="anew, after a change", title_justify="left", box=None), []
    for column in ("", "small, ms", "queries", "large, ms", "queries", "x small"):
        table.add_column(column, justify="right" if column else "left")
    for name, (before, few) in small.items():
        after, many = large[name]
        table.add_row(name, f"{1000 * before:.0f}", str(few), f"{1000 * after:.0f}", str(many), f"{after / before:.1f}")
        if after > UNNOTICED:
            missed += bars.hold(f"{name}, beside the small house", after / before, most=BAR, unit=" x")
        if many > few:
            missed.append(f"{name}: {many} queries, {few} in the small house")
    CONSOLE.print(table, f"bar: {BAR} x the small house", "")
    return missed


if __name__ == "__main__":
    sys.exit(main())
