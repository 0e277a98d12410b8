"""Parts of a page that say the same to everybody: drawn once, whoever asks, and as true as the page."""

from datetime import timedelta

import pytest
from django.db import connection
from django.template import loader
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import get_page_models

from events.models import Event
from home.pages import NewsPage
from portal.accounts.samples import user
from portal.caching import everybody, memory, stamps
from portal.caching.everybody import ForEverybody
from tests.events.conftest import (  # noqa: F401
    calendar,
    event,
    guest,
    make_event,
    now,
    open_event,
    publish,
    today,
)
from tests.portal.caching.conftest import text

pytestmark = pytest.mark.django_db
OURS = [kind for kind in get_page_models() if issubclass(kind, ForEverybody)]


@pytest.fixture(autouse=True)
def kept_parts(settings, today):  # noqa: F811
    settings.PART_CACHE_MB = 8
    memory.parts.cache_clear()
    stamps.tables.cache_clear()


@pytest.fixture
def known():
    """Somebody who is logged in."""
    client = Client()
    client.force_login(user("wer@hs-emscher.example"))
    return client


def test_who_is_logged_in_gets_what_was_drawn_for_another(client, known, address, drawn):
    text(client.get(address))
    assert "events/parts/box.html" in drawn
    drawn.clear()
    page = text(known.get(address))
    assert "events/parts/box.html" not in drawn
    assert "components/site_header.html" in drawn
    assert "is-known" in page
    assert "is-known" not in text(client.get(address))


def test_a_part_that_is_kept_costs_no_query_of_its_own(known, address):
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            text(known.get(address))
        return len(queries)

    text(known.get(address))
    # Session, person, staff; the page and all on it were known.
    assert cost() <= 3


@pytest.mark.parametrize("of_list", [False, True])
def test_whatever_is_changed_is_seen_by_the_next_request(client, known, address, calendar, open_event, guest, of_list):  # noqa: F811, PLR0913
    where = calendar.url if of_list else address
    before = text(known.get(where))
    guest(open_event)
    after = text(known.get(where))
    assert after != before
    Event.objects.filter(pk=open_event.pk).update(name="Anders", city="Anderswo", venue="")
    assert "Anderswo" in text(known.get(where))
    assert text(client.get(where)).count("Anderswo") == text(known.get(where)).count("Anderswo")


def test_control_without_the_question_the_stale_seat_is_shown(known, address, open_event, guest, monkeypatch):  # noqa: F811
    before = text(known.get(address))
    monkeypatch.setattr(memory.Entry, "is_true", lambda self: True)
    guest(open_event)
    assert text(known.get(address)) == before


def test_what_knows_the_reader_is_not_seen_while_a_part_is_drawn(known, address, monkeypatch):
    seen, real = [], everybody.part

    def noted(name, page, request, draw):
        def watching(shown):
            seen.append(request.user.is_authenticated)
            return draw(shown)

        return real(name, page, request, watching)

    monkeypatch.setattr("portal.caching.templatetags.kept.part", noted)
    page = text(known.get(address))
    assert set(seen) == {False}
    # After the parts come a footer and whatever else the page tells this reader alone.
    assert "is-known" in page


def test_another_question_and_another_language_are_other_parts(known, calendar, open_event):  # noqa: F811
    plain = text(known.get(calendar.url))
    assert text(known.get(calendar.url, {"view": "archive"})) != plain
    assert text(known.get(calendar.url)) == plain
    assert text(known.get(calendar.url, {"q": "x" * 2_000})) != plain


def test_a_part_with_the_token_of_a_form_is_nobodys_but_the_readers(known, address, monkeypatch):
    made = []

    def with_token(shown):
        made.append(shown)
        return '<input name="csrfmiddlewaretoken" value="mine">'

    real, where = everybody.part, "portal.caching.templatetags.kept.part"
    monkeypatch.setattr(where, lambda name, page, request, draw: real(name, page, request, with_token))
    for _twice in range(2):
        text(known.get(address))
    once, twice = made[: len(made) // 2], made[len(made) // 2 :]
    assert len(once) == len(twice) > 1


def test_a_part_ends_with_the_clock(known, make_event, publish, now, time_machine):  # noqa: F811
    held = make_event(registration_closes_at=now + timedelta(minutes=7))
    where = publish(held).url
    assert "Jetzt anmelden" in text(known.get(where))
    time_machine.move_to(now + timedelta(minutes=8))
    assert "Jetzt anmelden" not in text(known.get(where))


@pytest.mark.parametrize("kind", OURS, ids=lambda kind: kind.__name__)
def test_every_page_that_shows_something_marks_its_parts(kind):
    """What `shown` gives stands nowhere else: a template without a mark would silently lack it."""
    source = loader.get_template(kind.template).template.source
    shows = any("shown" in vars(above) for above in kind.__mro__ if above not in everybody.ForEverybody.__mro__)
    assert not shows or '{% for_everybody "content" %}' in source


def test_those_kinds_are_found():
    assert NewsPage in OURS
    assert len(OURS) > 8
