"""A kept page under writers and readers at once, on two nodes: what is committed is on the next page, always.

The control test takes the question away and must see a stale seat; without it the others would prove nothing.
"""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Event as Signal

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connections
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale
from wagtail.models import Page as TreePage

from events import samples
from events.pages import EventIndexPage, EventPage
from events.registration import verbs as registration
from events.registration.signup import Signup
from home.desk.site_tree import lay_foundation
from portal.caching import memory, stamps
from portal.caching.pages import Page
from tests.portal.caching.remembering import elsewhere

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
GUESTS, READERS, SEATS = 12, 4, 40


@pytest.fixture(autouse=True, params=["PAGE_CACHE_MB", "PART_CACHE_MB"])
def kept_pages(request, settings, transactional_db):
    """Whole pages, or the parts of them that who is logged in gets as well."""
    ContentType.objects.clear_cache()
    setattr(settings, request.param, 8)
    memory.pages.cache_clear()
    stamps.tables.cache_clear()


@pytest.fixture
def evening():
    # An emptied database has lost even its languages and the root of the tree.
    Locale.objects.get_or_create(language_code="de")
    TreePage.get_first_root_node() or TreePage.add_root(title="Root", slug="root")
    tree = lay_foundation()
    event = samples.event(starts_at=timezone.now() + timedelta(days=30), capacity=SEATS, offer_hours=0)
    calendar = EventIndexPage(title="Veranstaltungen", slug="veranstaltungen", locale=tree.de.locale)
    tree.de.add_child(instance=calendar)
    page = EventPage(title="Abend", slug="abend", teaser="Worum es geht.", event=event, locale=tree.de.locale)
    calendar.add_child(instance=page)
    return page


def register(page, number: int) -> None:
    said = {"target_group": "sme", "language": "de", "consent_version": "1"}
    registration.register(page.event, Signup(name=f"Gast {number}", email=f"gast{number}@example.org", **said))


def stale_pages(page) -> list[int]:
    """One guest after the other; readers ask all the time, so that the page is always warm. The numbers of guests after
    whom the very next page still showed the seats of before.
    """
    done, stale, address = Signal(), [], page.url

    def read():
        client = Client()
        try:
            while not done.is_set():
                assert client.get(address).status_code == 200
        finally:
            connections.close_all()

    with ThreadPoolExecutor(READERS) as pool:
        readers = [pool.submit(read) for _reader in range(READERS)]
        try:
            for number in range(1, GUESTS + 1):
                register(page, number)
                shown = Client().get(address).content.decode()
                if f">{number} von {SEATS} " not in shown:
                    stale.append(number)
        finally:
            done.set()
        for reader in readers:
            reader.result()
    return stale


def test_after_each_registration_the_next_page_shows_it_though_all_ask_at_once(evening):
    assert stale_pages(evening) == []


def test_control_without_the_question_stale_seats_are_shown(evening, monkeypatch):
    monkeypatch.setattr(memory.Entry, "is_true", lambda self: True)
    assert len(stale_pages(evening)) > GUESTS / 2


def test_a_page_made_while_somebody_registers_is_not_kept_as_if_it_knew(evening, monkeypatch):
    """The commit comes after its seats are read and before it is kept."""
    real, done = memory.entry, []

    def slowly(*said, **more):
        kept = said[0].content if isinstance(said[0], Page) else said[0][1].value()
        if not done and isinstance(kept, str | bytes) and f">0 von {SEATS} " in str(kept):
            done.append(elsewhere(lambda: register(evening, 1)))
        return real(*said, **more)

    monkeypatch.setattr("portal.caching.pages.memory.entry", slowly)
    assert f">1 von {SEATS} " not in Client().get(evening.url).content.decode()
    assert done
    assert f">1 von {SEATS} " in Client().get(evening.url).content.decode()
