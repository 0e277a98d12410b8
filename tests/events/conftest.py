"""Events, pages and guests for the tests of this room."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import count

import pytest
from time_machine import travel

from events import invariants, samples
from events.models import TicketType, Voucher
from events.pages import EventIndexPage, EventPage
from events.registration import verbs as registration
from events.registration.signup import Signup
from tests.kept import kept

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
number = count(1)


@pytest.fixture
def now():
    """Friday, 20 November 2026, 10:00 in Berlin."""
    return NOW


@pytest.fixture
def today(now):
    """The clock stands still at `now`."""
    with travel(now, tick=False):
        yield


@pytest.fixture
def rules_hold(db, request):
    """After the test no row contradicts the rules."""
    yield
    if "by_hand" not in request.fixturenames:
        assert invariants.check() == []


@pytest.fixture
def by_hand():
    """For tests that set states by hand, past the verbs: `rules_hold` looks away."""


@pytest.fixture
def staff(client, django_user_model):
    """A superuser: even that one cannot write deeds by hand."""
    user = django_user_model.objects.create_superuser("admin@example.org", "pw")
    client.force_login(user)
    return user


@pytest.fixture
def make_event(db):
    def make(**facts):
        # Whoever moves up is confirmed at once, unless a test is about offers.
        usual = {"name": f"Abendvortrag {next(number)}", "starts_at": NOW + timedelta(days=30), "offer_hours": 0}
        return samples.event(**usual | {"changed_at": NOW} | facts)

    return make


@pytest.fixture
def event(make_event):
    return make_event()


@pytest.fixture
def open_event(make_event, publish):
    event = make_event()
    publish(event, title="Abendvortrag")
    return event


@pytest.fixture
def ticket():
    def make(event, name="Normal", **facts):
        return TicketType.objects.create(event=event, name_de=name, name_en=name, **{"fee": Decimal(80)} | facts)

    return make


@pytest.fixture
def coupon():
    def make(event, code="RUHR", **facts):
        return Voucher.objects.create(event=event, code=code, **facts)

    return make


@pytest.fixture
def session():
    return samples.session


@pytest.fixture
def guest():
    """Register a guest: `guest(event, "a@example.org", seats=2)`."""

    def register(event, email=None, *, now=NOW, **details):
        defaults = {
            "name": "Łukasz Müller",
            "target_group": "startup",
            "language": "de",
            "consent_version": "2026-11",
        }
        email = email or f"guest{next(number)}@example.org"
        return registration.register(event, Signup(email=email, **defaults | details), now=now)

    return register


@pytest.fixture
def calendar(site_tree):
    """The German calendar page."""
    page = EventIndexPage(title="Veranstaltungen", slug="veranstaltungen", locale=site_tree.de.locale)
    return kept("calendar", lambda: site_tree.de.add_child(instance=page), under=site_tree.de)


@pytest.fixture
def calendar_en(site_tree, calendar):
    def translate():
        page = calendar.copy_for_translation(site_tree.en.locale)
        page.title, page.slug, page.live = "Events", "events", True
        page.save_revision().publish()
        return EventIndexPage.objects.get(pk=page.pk)

    return kept("calendar in English", translate, under=site_tree.en)


@pytest.fixture
def publish(calendar):
    """Give an event its words: `publish(event, title="…")`."""

    def tell(event, parent=None, **words):
        parent = parent or calendar
        defaults = {"title": event.name, "slug": f"event-{event.pk}", "teaser": "Worum es geht.", "event": event}
        page = EventPage(locale=parent.locale, **defaults | words)
        parent.add_child(instance=page)
        return page

    return tell
