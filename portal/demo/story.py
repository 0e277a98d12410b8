"""The whole story in its order. Told once: a portal that has institutions is left alone."""

import random
from collections.abc import Callable
from datetime import datetime

from django.db import connection, transaction
from django.utils import timezone, translation

from home.desk import site_tree
from portal.accounts import groups
from portal.accounts.models import Institution
from portal.demo.content.guests import PAID_EVENT
from portal.demo.telling import cast, indexes, money
from portal.demo.telling.coaching import Coaching
from portal.demo.telling.handbook import tell_handbook
from portal.demo.telling.market import Market
from portal.demo.telling.meetings import Meetings
from portal.demo.telling.offices import tell_office, tell_workflows
from portal.demo.telling.releases import tell_releases
from portal.demo.telling.words import Pair, Words
from portal.media import shelves


def is_told() -> bool:
    return Institution.objects.exists()


@transaction.atomic
def tell(*, now: datetime | None = None, progress: Callable[[str], None] = lambda chapter: None) -> None:
    """Build everything relative to `now`; call `progress` with the name of each chapter that begins."""
    now = now or timezone.now()
    random.seed(2026)
    with translation.override("de"):
        with indexes.written_once():
            _tell(now, progress)
        _keep_letters_back()


def _tell(now: datetime, progress) -> None:
    progress("institutions and people")
    foundation = site_tree.lay_foundation()
    groups.grant()
    shelves.build()
    houses = cast.tell_institutions()
    people = cast.tell_people(houses)
    accounts = cast.tell_users(houses)
    projects = cast.tell_projects(houses, cast.tell_funders())
    sections = cast.tell_sections(people, houses)

    progress("pages")
    words = Words(Pair(foundation.de, foundation.en), people, houses, projects, sections)
    words.tell_indexes()
    meetings = Meetings(words, accounts["finance"], now=now)
    meetings.tell_index()
    market = Market(words, accounts, now=now)
    market.tell_page()
    words.learn_addresses()

    progress("events and registrations")
    meetings.tell_events()
    words.learn_addresses()
    meetings.tell_registrations(by=accounts["editor"])

    money.tell_money(meetings.events[PAID_EVENT], finance=accounts["finance"], now=now)

    progress("listings and orders")
    market.tell_listings()
    market.tell_orders()
    tell_releases(market, now=now)

    progress("words in two languages")
    words.tell_standard_pages()
    coaching = Coaching(words, accounts, now=now)
    coaching.tell_page()
    coaching.tell()
    words.tell_registers()
    words.learn_addresses()
    words.tell_sections()
    words.tell_projects()
    words.tell_news()
    words.learn_addresses()
    words.tell_home()
    words.order_menu()
    cast.tell_licences()
    tell_office(foundation.site, words)
    tell_workflows(words, accounts)
    tell_handbook()


def _keep_letters_back() -> None:
    """Nobody wants four hundred letters to invented guests on the first start: what happens from now on is sent."""
    with connection.cursor() as cursor:
        cursor.execute(
            "delete from procrastinate_jobs where task_name in ('letters.deliver', 'invoices.print') and status = 'todo'"
        )
