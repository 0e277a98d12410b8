"""The office sets its terms in the admin; the next fee, request, order and offer has them, and says so."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from time_machine import travel

from events import samples
from events.pages import EventIndexPage, EventPage
from events.registration import verbs as registration
from events.registration.signup import Signup
from home.models import Office
from marketplace.models import Listing
from portal.accounts.people import enroll
from portal.language import times
from tests.events.filling import door
from tests.home.conftest import add
from tests.marketplace.making import NOW, institution, member, person, place, released

pytestmark = pytest.mark.django_db

USUAL = {"fee_days": 7, "decision_days": 14, "reminder_days": 3, "payment_days": 14, "release_days": 3}


@pytest.fixture(autouse=True)
def today():
    with travel(NOW, tick=False):
        yield


@pytest.fixture
def decide(client, site_tree):
    """`decide(fee_days=3)`: the office saves its settings; the answer of the admin."""

    def save(**terms):
        client.force_login(enroll("root@example.org", is_superuser=True))
        office = Office.objects.get_or_create(site=site_tree.site)[0]
        said = {"name_de": "Büro", "name_en": "Office", **USUAL, **terms}
        answer = client.post(reverse("wagtailsettings:edit", args=["home", "office", office.site_id]), said)
        client.logout()
        return answer

    return save


@pytest.fixture
def event(site_tree):
    """Costs a fee, begins in 60 days, and has its page."""
    made = samples.event(name="Kurs", starts_at=NOW + timedelta(days=60), fee=Decimal("49.90"))
    calendar = add(site_tree.de, EventIndexPage(title="Veranstaltungen", slug="veranstaltungen"))
    add(calendar, EventPage(title="Kurs", slug="kurs", teaser="Worum es geht.", event=made))
    return made


def in_days(number: int) -> datetime:
    return times.end_of_day(NOW + timedelta(days=number))


def test_a_fee_is_due_within_the_days_that_the_office_gives(client, decide, event):
    said = {"name": "A", "target_group": "startup", "language": "de", "consent_version": "2026-11"}
    first = registration.register(event, Signup(email="a@example.org", **said), now=NOW)
    decide(fee_days=3)
    second = registration.register(event, Signup(email="b@example.org", **said), now=NOW)
    assert (first.pay_until, second.pay_until) == (in_days(7), in_days(3))
    assert "Sie haben dafür 3 Tage Zeit" in client.get(door(event)).content.decode()


def test_an_institution_answers_within_the_days_that_the_office_gives(client, decide):
    first = place(released("gift", approval="request"))
    decide(decision_days=1)
    second = place(released("gift", approval="request", title="Waage"))
    assert (first.decide_by, second.decide_by) == (in_days(14), in_days(1))
    page = client.get(released("gift", approval="request", title="Schrank").get_absolute_url()).content.decode()
    assert "Die Einrichtung antwortet innerhalb von 1 Tag." in page


def test_an_order_is_paid_within_the_days_that_the_office_gives(client, decide):
    first = place(released("sale"))
    decide(payment_days=5)
    second = place(released("sale", title="Zentrifuge"))
    assert (first.decide_by, second.decide_by) == (in_days(14), in_days(5))
    client.force_login(person())
    assert "am Samstag, 16. Januar 2027, 23:59 Uhr (MEZ)" in client.get(second.get_absolute_url()).content.decode()
    page = client.get(released("sale", title="Mikroskop").get_absolute_url()).content.decode()
    assert "Danach haben Sie 5 Tage Zeit zu zahlen." in page


def test_a_listing_is_released_within_the_working_days_that_the_office_gives(client, decide):
    offer, said = (
        reverse("marketplace:offer"),
        {"kind": "device", "title": "Waage", "description": "Neu.", "price": "4"},
    )
    manager = member(institution())
    client.force_login(manager)
    client.post(offer, said)
    decide(release_days=6)
    client.force_login(manager)
    answer = client.post(offer, said, follow=True)
    assert [one.due_on for one in Listing.objects.order_by("pk")] == [date(2027, 1, 14), date(2027, 1, 19)]
    assert "antwortet bis Dienstag, 19. Januar 2027" in answer.content.decode()
    assert "Das dauert höchstens 6 Arbeitstage." in client.get(offer).content.decode()


@pytest.mark.parametrize("number", [0, 91, ""])
@pytest.mark.parametrize("name", USUAL)
def test_a_term_is_one_to_ninety_days(decide, name, number):
    assert decide(**{name: number}).status_code == 200
    assert getattr(Office.here(), name) == USUAL[name]


def test_before_anybody_has_saved_the_settings_the_usual_terms_hold():
    assert {name: getattr(Office.here(), name) for name in USUAL} == USUAL
